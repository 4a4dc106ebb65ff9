import { Facts, Paragraph } from './layout.tsx'
import type { MailData, Template } from './mail-data.ts'
import { en, fr, sayTime } from './say.ts'

type Data = MailData['offer-without-giver']

const texts = {
  fr: (data: Data) => ({
    subject: fr`Une offre de dossier n'a plus d'auteur – ${data.organisation}`,
    preview: fr`Elle vous revient, comme coordonnateur.`,
    heading: fr`Une offre de dossier vous revient`,
    greeting: fr`Bonjour ${data.name},`,
    what: fr`${data.giver} a offert un dossier à ${data.recipient}, puis a cessé d'être actif·ve. L'offre est toujours en attente.`,
    dossier: fr`Dossier :`,
    until: fr`Elle expire :`,
    so: fr`Vous pouvez la retirer, ou la laisser à sa réponse ; son issue vous sera dite à la place de son auteur.`,
    why: fr`${data.organisation} vous envoie ce courriel parce que vous coordonnez les dossiers.`,
  }),
  en: (data: Data) => ({
    subject: en`The offer of a dossier has lost its giver – ${data.organisation}`,
    preview: en`It comes to you, as coordinator.`,
    heading: en`The offer of a dossier comes to you`,
    greeting: en`Hello ${data.name},`,
    what: en`${data.giver} offered a dossier to ${data.recipient}, and is no longer active. The offer is still pending.`,
    dossier: en`Dossier:`,
    until: en`It expires:`,
    so: en`You may withdraw it, or leave it to its answer; you will be told of its outcome in the giver's place.`,
    why: en`${data.organisation} sends you this e-mail because you coordinate the dossiers.`,
  }),
}

/** Passes a pending offer to a coordinator, whose giver is no longer active. */
export const offerWithoutGiver: Template<'offer-without-giver'> = (data, language) => {
  const text = texts[language](data)
  return {
    ...text,
    body: (
      <>
        <Paragraph>{text.greeting}</Paragraph>
        <Paragraph>{text.what}</Paragraph>
        <Facts
          facts={[
            [text.dossier, data.dossier],
            [text.until, sayTime(data.expiresAt, data.timeZone, language)],
          ]}
        />
        <Paragraph>{text.so}</Paragraph>
      </>
    ),
  }
}
