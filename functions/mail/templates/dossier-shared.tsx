import { Facts, Paragraph } from './layout.tsx'
import type { MailData, Template } from './mail-data.ts'
import { en, fr, sayTime } from './say.ts'

type Data = MailData['dossier-shared']

const texts = {
  fr: (data: Data) => ({
    subject: fr`Un dossier est partagé avec vous – ${data.organisation}`,
    preview: fr`Un dossier partagé vous attend dans votre espace en ligne.`,
    heading: fr`Un dossier est partagé avec vous`,
    greeting: fr`Bonjour ${data.name},`,
    shared: fr`${data.by} partage avec vous un dossier entier, dès maintenant.`,
    dossier: fr`Dossier :`,
    access: fr`Vous pouvez :`,
    may: data.mayWrite ? fr`le lire et y écrire` : fr`le lire`,
    end: fr`Fin du partage :`,
    endsAt: data.endsAt === null ? fr`aucune date n'est prévue` : sayTime(data.endsAt, data.timeZone, 'fr'),
    how: fr`Connectez-vous comme d'habitude : le dossier est déjà là.`,
    why: fr`${data.organisation} vous envoie ce courriel parce qu'un dossier vous est ouvert par un partage.`,
  }),
  en: (data: Data) => ({
    subject: en`A dossier is shared with you – ${data.organisation}`,
    preview: en`A shared dossier awaits you in your online space.`,
    heading: en`A dossier is shared with you`,
    greeting: en`Hello ${data.name},`,
    shared: en`${data.by} shares a whole dossier with you, from now on.`,
    dossier: en`The dossier:`,
    access: en`You may:`,
    may: data.mayWrite ? en`read it and write in it` : en`read it`,
    end: en`The share ends:`,
    endsAt: data.endsAt === null ? en`no date is set` : sayTime(data.endsAt, data.timeZone, 'en'),
    how: en`Sign in as usual: the dossier is already there.`,
    why: en`${data.organisation} sends you this e-mail because a share opens a dossier to you.`,
  }),
}

/** Tells a collaborator that a dossier is shared with them: which, by whom, how far and until when (D-05). */
export const dossierShared: Template<'dossier-shared'> = (data, language) => {
  const text = texts[language](data)
  return {
    ...text,
    body: (
      <>
        <Paragraph>{text.greeting}</Paragraph>
        <Paragraph>{text.shared}</Paragraph>
        <Facts
          facts={[
            [text.dossier, data.dossier],
            [text.access, text.may],
            [text.end, text.endsAt],
          ]}
        />
        <Paragraph>{text.how}</Paragraph>
      </>
    ),
  }
}
