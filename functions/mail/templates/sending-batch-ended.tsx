import { Facts, List, Paragraph } from './layout.tsx'
import type { MailData, Template } from './mail-data.ts'
import { en, fr, sayCount } from './say.ts'

type Data = MailData['sending-batch-ended']

const texts = {
  fr: (data: Data) => ({
    subject: fr`Envoi d'un lot de documents terminé – ${data.organisation}`,
    preview: fr`Chaque document envoyé est arrivé entier dans l'archive.`,
    heading: fr`L'envoi d'un lot de documents est terminé`,
    greeting: fr`Bonjour ${data.name},`,
    what: fr`${data.by} a demandé l'envoi d'un lot de documents. Voici ce qu'il en est.`,
    dossier: fr`Dossier :`,
    sentLabel: fr`Arrivés dans l'archive :`,
    sentCount: sayCount(data.sent, 'document', 'documents', 'fr'),
    notSentLabel: fr`Non envoyés :`,
    notSentCount: sayCount(data.notSent, 'document', 'documents', 'fr'),
    reason: (documents: number, text: string) => fr`${sayCount(documents, 'document', 'documents', 'fr')} : ${text}`,
    next: fr`Rien n'est perdu : les documents non envoyés restent dans le dossier, et l'envoi du lot peut être repris depuis le portail. Ce qui est déjà arrivé ne sera pas envoyé deux fois.`,
    why: fr`${data.organisation} vous envoie ce courriel parce que vous suivez les envois de ce dossier.`,
  }),
  en: (data: Data) => ({
    subject: en`Sending of a batch of documents has ended – ${data.organisation}`,
    preview: en`Each document that was sent reached the archive whole.`,
    heading: en`The sending of a batch of documents has ended`,
    greeting: en`Hello ${data.name},`,
    what: en`${data.by} asked for a batch of documents to be sent. This is what became of it.`,
    dossier: en`Dossier:`,
    sentLabel: en`Arrived in the archive:`,
    sentCount: sayCount(data.sent, 'document', 'documents', 'en'),
    notSentLabel: en`Not sent:`,
    notSentCount: sayCount(data.notSent, 'document', 'documents', 'en'),
    reason: (documents: number, text: string) => en`${sayCount(documents, 'document', 'documents', 'en')}: ${text}`,
    next: en`Nothing is lost: the documents that were not sent stay in the dossier, and the batch can be resumed from the portal. What has already arrived will not be sent twice.`,
    why: en`${data.organisation} sends you this e-mail because you follow what is sent in this dossier.`,
  }),
}

/** Tells how a batch of sendings ended: counts, and why the others were not sent; no document is named (P-09, D-09). */
export const sendingBatchEnded: Template<'sending-batch-ended'> = (data, language) => {
  const text = texts[language](data)
  const facts: [string, string][] = [
    [text.dossier, data.dossier],
    [text.sentLabel, text.sentCount],
  ]
  return {
    ...text,
    body: (
      <>
        <Paragraph>{text.greeting}</Paragraph>
        <Paragraph>{text.what}</Paragraph>
        <Facts facts={data.notSent === 0 ? facts : [...facts, [text.notSentLabel, text.notSentCount]]} />
        {data.notSent === 0 ? null : (
          <>
            <List items={data.reasons.map(({ documents, reason }) => text.reason(documents, reason))} />
            <Paragraph>{text.next}</Paragraph>
          </>
        )}
      </>
    ),
  }
}
