import { Facts, Paragraph, Quote } from './layout.tsx'
import type { MailData, Template } from './mail-data.ts'
import { en, fr, sayCount } from './say.ts'

type Data = MailData['documents-not-sent']

const texts = {
  fr: (data: Data) => ({
    subject: fr`Envoi de documents interrompu – ${data.organisation}`,
    preview: fr`Rien n'est perdu ; l'envoi peut être repris.`,
    heading: fr`Des documents n'ont pas pu être envoyés`,
    greeting: fr`Bonjour ${data.name},`,
    failed: fr`L'envoi s'est arrêté avant la fin, malgré plusieurs essais.`,
    dossier: fr`Dossier :`,
    sentLabel: fr`Arrivés dans l'archive :`,
    sentCount: sayCount(data.sent, 'document', 'documents', 'fr'),
    failedLabel: fr`Non envoyés :`,
    failedCount: sayCount(data.failed, 'document', 'documents', 'fr'),
    reason: fr`Raison :`,
    next: fr`Rien n'est perdu : les documents non envoyés restent dans le dossier, et l'envoi peut être repris depuis le portail. Ce qui est déjà arrivé ne sera pas envoyé deux fois.`,
    why: fr`${data.organisation} vous envoie ce courriel parce que vous suivez les envois de ce dossier.`,
  }),
  en: (data: Data) => ({
    subject: en`Sending of documents interrupted – ${data.organisation}`,
    preview: en`Nothing is lost; the sending can be resumed.`,
    heading: en`Some documents could not be sent`,
    greeting: en`Hello ${data.name},`,
    failed: en`The sending stopped before its end, in spite of several tries.`,
    dossier: en`Dossier:`,
    sentLabel: en`Arrived in the archive:`,
    sentCount: sayCount(data.sent, 'document', 'documents', 'en'),
    failedLabel: en`Not sent:`,
    failedCount: sayCount(data.failed, 'document', 'documents', 'en'),
    reason: en`Reason:`,
    next: en`Nothing is lost: the documents that were not sent stay in the dossier, and the sending can be resumed from the portal. What has already arrived will not be sent twice.`,
    why: en`${data.organisation} sends you this e-mail because you follow what is sent in this dossier.`,
  }),
}

/** Tells that a transfer failed, why, and that it can be resumed without loss (P-09). */
export const documentsNotSent: Template<'documents-not-sent'> = (data, language) => {
  const text = texts[language](data)
  return {
    ...text,
    body: (
      <>
        <Paragraph>{text.greeting}</Paragraph>
        <Paragraph>{text.failed}</Paragraph>
        <Facts
          facts={[
            [text.dossier, data.dossier],
            [text.sentLabel, text.sentCount],
            [text.failedLabel, text.failedCount],
          ]}
        />
        <Paragraph>{text.reason}</Paragraph>
        <Quote>{data.reason}</Quote>
        <Paragraph>{text.next}</Paragraph>
      </>
    ),
  }
}
