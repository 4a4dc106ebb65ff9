import { Facts, Paragraph } from './layout.tsx'
import type { MailData, Template } from './mail-data.ts'
import { en, fr } from './say.ts'

type Data = MailData['share-ended']

const texts = {
  fr: (data: Data) => ({
    subject: fr`Un dossier n'est plus partagé avec vous – ${data.organisation}`,
    preview: fr`Un partage a pris fin.`,
    heading: fr`Un dossier n'est plus partagé avec vous`,
    greeting: fr`Bonjour ${data.name},`,
    ended:
      data.by === null
        ? fr`Le partage d'un dossier avec vous a pris fin à la date qui était prévue.`
        : fr`${data.by} a mis fin au partage d'un dossier avec vous.`,
    dossier: fr`Dossier :`,
    so: fr`Ce partage ne vous ouvre plus rien. Si vous avez encore besoin du dossier, adressez-vous à son propriétaire.`,
    why: fr`${data.organisation} vous envoie ce courriel parce que ce dossier était partagé avec vous.`,
  }),
  en: (data: Data) => ({
    subject: en`A dossier is no longer shared with you – ${data.organisation}`,
    preview: en`A share has ended.`,
    heading: en`A dossier is no longer shared with you`,
    greeting: en`Hello ${data.name},`,
    ended:
      data.by === null
        ? en`The share of a dossier with you has ended at the date that was set.`
        : en`${data.by} has ended the share of a dossier with you.`,
    dossier: en`The dossier:`,
    so: en`The share opens nothing to you any more. If you still need the dossier, turn to its owner.`,
    why: en`${data.organisation} sends you this e-mail because this dossier was shared with you.`,
  }),
}

/** Tells a collaborator that a share has ended: by whom, or by its date (D-05). */
export const shareEnded: Template<'share-ended'> = (data, language) => {
  const text = texts[language](data)
  return {
    ...text,
    body: (
      <>
        <Paragraph>{text.greeting}</Paragraph>
        <Paragraph>{text.ended}</Paragraph>
        <Facts facts={[[text.dossier, data.dossier]]} />
        <Paragraph>{text.so}</Paragraph>
      </>
    ),
  }
}
