import { Facts, Paragraph, Quote } from './layout.tsx'
import type { MailData, Template } from './mail-data.ts'
import { en, fr } from './say.ts'

type Data = MailData['offer-ended']

const said = {
  fr: ({ outcome, reader, by, giver, recipient }: Data) =>
    ({
      accepted: {
        heading: fr`Un dossier offert a changé de mains`,
        what:
          reader === 'recipient'
            ? fr`Vous avez accepté le dossier de ${giver} : il vous appartient désormais, contenu et responsabilité ensemble.`
            : fr`${recipient} a accepté le dossier : il lui appartient désormais, contenu et responsabilité ensemble.`,
        so:
          reader === 'recipient'
            ? fr`Ses partages, ses marques de confidentialité et son historique sont restés tels quels. Connectez-vous comme d'habitude : le dossier est déjà là.`
            : fr`Vous n'y avez plus accès, sauf si son nouveau propriétaire le partage avec vous.`,
      },
      refused: {
        heading: fr`Un dossier offert a été refusé`,
        what: fr`${recipient} a refusé le dossier.`,
        so: fr`Tout est resté comme avant ; le dossier peut être offert à quelqu'un d'autre.`,
      },
      withdrawn: {
        heading: fr`L'offre d'un dossier a été retirée`,
        what: by === null ? fr`L'offre d'un dossier n'a plus cours.` : fr`${by} a mis fin à l'offre d'un dossier.`,
        so: fr`Rien n'a changé de mains par cette offre, et ses liens ne servent plus.`,
      },
      expired: {
        heading: fr`L'offre d'un dossier a expiré`,
        what: fr`Le dossier que ${giver} offrait à ${recipient} n'a reçu aucune réponse à temps.`,
        so: fr`Tout est resté comme avant ; le dossier peut être offert à nouveau.`,
      },
    })[outcome],
  en: ({ outcome, reader, by, giver, recipient }: Data) =>
    ({
      accepted: {
        heading: en`A dossier that was offered has changed hands`,
        what:
          reader === 'recipient'
            ? en`You accepted the dossier of ${giver}: it is yours from now on, content and responsibility together.`
            : en`${recipient} accepted the dossier: it is theirs from now on, content and responsibility together.`,
        so:
          reader === 'recipient'
            ? en`Its shares, its confidentiality and its history are as they were. Sign in as usual: the dossier is already there.`
            : en`You reach it no more, unless its new owner shares it with you.`,
      },
      refused: {
        heading: en`A dossier that was offered was refused`,
        what: en`${recipient} refused the dossier.`,
        so: en`Everything is as it was; the dossier may be offered to somebody else.`,
      },
      withdrawn: {
        heading: en`The offer of a dossier was withdrawn`,
        what: by === null ? en`The offer of a dossier no longer stands.` : en`${by} ended the offer of a dossier.`,
        so: en`Nothing changed hands by this offer, and its links serve no more.`,
      },
      expired: {
        heading: en`The offer of a dossier has expired`,
        what: en`The dossier that ${giver} offered to ${recipient} got no answer in time.`,
        so: en`Everything is as it was; the dossier may be offered again.`,
      },
    })[outcome],
}

const texts = {
  fr: (data: Data) => ({
    ...said.fr(data),
    subject: fr`${said.fr(data).heading} – ${data.organisation}`,
    preview: fr`L'offre d'un dossier a pris fin.`,
    greeting: fr`Bonjour ${data.name},`,
    dossier: fr`Dossier :`,
    reason: fr`Le motif donné :`,
    why: fr`${data.organisation} vous envoie ce courriel parce que cette offre vous concernait.`,
  }),
  en: (data: Data) => ({
    ...said.en(data),
    subject: en`${said.en(data).heading} – ${data.organisation}`,
    preview: en`The offer of a dossier has ended.`,
    greeting: en`Hello ${data.name},`,
    dossier: en`Dossier:`,
    reason: en`The reason given:`,
    why: en`${data.organisation} sends you this e-mail because this offer concerned you.`,
  }),
}

/** Tells giver or recipient how an offer ended, as it was (D-11). */
export const offerEnded: Template<'offer-ended'> = (data, language) => {
  const text = texts[language](data)
  return {
    ...text,
    body: (
      <>
        <Paragraph>{text.greeting}</Paragraph>
        <Paragraph>{text.what}</Paragraph>
        <Facts facts={[[text.dossier, data.dossier]]} />
        {data.reason !== null && (
          <>
            <Paragraph>{text.reason}</Paragraph>
            <Quote>{data.reason}</Quote>
          </>
        )}
        <Paragraph>{text.so}</Paragraph>
      </>
    ),
  }
}
