import { Facts, Paragraph, Quote } from './layout.tsx'
import type { MailData, Template } from './mail-data.ts'
import { en, fr } from './say.ts'

type Data = MailData['owner-request-refused']

const texts = {
  fr: (data: Data) => ({
    subject: fr`Votre demande a été refusée – ${data.organisation}`,
    preview: fr`Une réponse à votre demande est arrivée.`,
    heading: fr`Votre demande a été refusée`,
    greeting: fr`Bonjour ${data.name},`,
    refused: data.transfer
      ? fr`${data.by} a refusé de vous transférer un dossier.`
      : fr`${data.by} a refusé de partager un dossier avec vous.`,
    dossier: fr`Dossier :`,
    reason: fr`Motif indiqué :`,
    so: fr`Rien ne vous a été donné. Vous pouvez faire une nouvelle demande.`,
    why: fr`${data.organisation} vous envoie ce courriel parce que vous avez fait cette demande.`,
  }),
  en: (data: Data) => ({
    subject: en`Your request was refused – ${data.organisation}`,
    preview: en`An answer to your request has arrived.`,
    heading: en`Your request was refused`,
    greeting: en`Hello ${data.name},`,
    refused: data.transfer
      ? en`${data.by} has refused to transfer a dossier to you.`
      : en`${data.by} has refused to share a dossier with you.`,
    dossier: en`Number of the dossier:`,
    reason: en`The reason given:`,
    so: en`Nothing was given to you. You may ask again.`,
    why: en`${data.organisation} sends you this e-mail because you made this request.`,
  }),
}

/** Tells whoever asked the owner of a dossier that they refused, and why (D-22). */
export const ownerRequestRefused: Template<'owner-request-refused'> = (data, language) => {
  const text = texts[language](data)
  return {
    ...text,
    body: (
      <>
        <Paragraph>{text.greeting}</Paragraph>
        <Paragraph>{text.refused}</Paragraph>
        <Facts facts={[[text.dossier, data.dossier]]} />
        <Paragraph>{text.reason}</Paragraph>
        <Quote>{data.reason}</Quote>
        <Paragraph>{text.so}</Paragraph>
      </>
    ),
  }
}
