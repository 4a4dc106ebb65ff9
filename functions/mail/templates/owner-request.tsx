import { Facts, Paragraph, Quote } from './layout.tsx'
import type { MailData, Template } from './mail-data.ts'
import { en, fr, sayTime } from './say.ts'

type Data = MailData['owner-request']

const texts = {
  fr: (data: Data) => ({
    subject: fr`On vous demande un dossier – ${data.organisation}`,
    preview: fr`Une demande attend votre réponse dans votre espace en ligne.`,
    heading: fr`On vous demande un dossier`,
    greeting: fr`Bonjour ${data.name},`,
    asked: data.transfer
      ? fr`${data.by} vous demande de lui transférer un dossier dont vous êtes propriétaire.`
      : fr`${data.by} vous demande de partager un dossier dont vous êtes propriétaire.`,
    dossier: fr`Dossier :`,
    wanted: fr`Demande :`,
    wants: data.transfer
      ? fr`le dossier lui-même`
      : data.mayWrite
        ? fr`un partage en lecture et écriture`
        : fr`un partage en lecture`,
    end: fr`Réponse possible jusqu'au :`,
    endsAt: sayTime(data.endsAt, data.timeZone, 'fr'),
    message: fr`Son message :`,
    how: fr`Connectez-vous comme d'habitude pour accorder ou refuser. Sans réponse, rien n'est donné.`,
    why: fr`${data.organisation} vous envoie ce courriel parce que vous êtes propriétaire de ce dossier.`,
  }),
  en: (data: Data) => ({
    subject: en`You are asked for a dossier – ${data.organisation}`,
    preview: en`A request awaits your answer in your online space.`,
    heading: en`You are asked for a dossier`,
    greeting: en`Hello ${data.name},`,
    asked: data.transfer
      ? en`${data.by} asks you to transfer to them a dossier that you own.`
      : en`${data.by} asks you to share a dossier that you own.`,
    dossier: en`Number of the dossier:`,
    wanted: en`Asked for:`,
    wants: data.transfer ? en`the dossier itself` : data.mayWrite ? en`a share to read and write` : en`a share to read`,
    end: en`You may answer until:`,
    endsAt: sayTime(data.endsAt, data.timeZone, 'en'),
    message: en`Their message:`,
    how: en`Sign in as usual to grant or refuse it. Without an answer, nothing is given.`,
    why: en`${data.organisation} sends you this e-mail because you own this dossier.`,
  }),
}

/** Asks the owner of a dossier for a share or a transfer, in the words of whoever asks (D-22). */
export const ownerRequest: Template<'owner-request'> = (data, language) => {
  const text = texts[language](data)
  return {
    ...text,
    body: (
      <>
        <Paragraph>{text.greeting}</Paragraph>
        <Paragraph>{text.asked}</Paragraph>
        <Facts
          facts={[
            [text.dossier, data.dossier],
            [text.wanted, text.wants],
            [text.end, text.endsAt],
          ]}
        />
        {data.message !== null && (
          <>
            <Paragraph>{text.message}</Paragraph>
            <Quote>{data.message}</Quote>
          </>
        )}
        <Paragraph>{text.how}</Paragraph>
      </>
    ),
  }
}
