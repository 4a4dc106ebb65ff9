import { Facts, List, Paragraph } from './layout.tsx'
import type { MailData, Template } from './mail-data.ts'
import { en, fr, sayCount, saySize, sayTime } from './say.ts'

type Data = MailData['documents-sent']

/** More names than this make a mail that nobody reads; the archive lists them all. */
const SHOWN = 20

const texts = {
  fr: (data: Data) => ({
    subject: fr`Documents envoyés – ${data.organisation}`,
    preview: fr`Chaque document est arrivé entier dans l'archive.`,
    heading: fr`Des documents sont arrivés dans l'archive`,
    greeting: fr`Bonjour ${data.name},`,
    sent: fr`${data.by === null ? fr`Envoi automatique :` : `${data.by} a envoyé`} ${sayCount(data.documents.length, 'document', 'documents', 'fr')}. Longueur et empreinte ont été vérifiées à l'arrivée.`,
    dossier: fr`Dossier :`,
    sentAt: fr`Envoyé le :`,
    at: sayTime(data.sentAt, data.timeZone, 'fr'),
    document: (name: string | null, length: number) =>
      fr`${name ?? 'Document confidentiel'} (${saySize(length, 'fr')})`,
    more: (count: number) =>
      fr`et ${sayCount(count, 'autre document', 'autres documents', 'fr')}, dans l'archive du dossier.`,
    why: fr`${data.organisation} vous envoie ce courriel parce que vous suivez les envois de ce dossier.`,
  }),
  en: (data: Data) => ({
    subject: en`Documents sent – ${data.organisation}`,
    preview: en`Each document reached the archive whole.`,
    heading: en`Documents have reached the archive`,
    greeting: en`Hello ${data.name},`,
    sent: en`${data.by === null ? en`Sent automatically:` : `${data.by} sent`} ${sayCount(data.documents.length, 'document', 'documents', 'en')}. Length and fingerprint were checked on arrival.`,
    dossier: en`Dossier:`,
    sentAt: en`Sent on:`,
    at: sayTime(data.sentAt, data.timeZone, 'en'),
    document: (name: string | null, length: number) =>
      en`${name ?? 'Confidential document'} (${saySize(length, 'en')})`,
    more: (count: number) =>
      en`and ${sayCount(count, 'other document', 'other documents', 'en')}, in the dossier's archive.`,
    why: en`${data.organisation} sends you this e-mail because you follow what is sent in this dossier.`,
  }),
}

/** Tells that documents were archived and verified, with the names of those that are not confidential, and never their content (P-09, D-09). */
export const documentsSent: Template<'documents-sent'> = (data, language) => {
  const text = texts[language](data)
  const others = data.documents.length - SHOWN
  return {
    ...text,
    body: (
      <>
        <Paragraph>{text.greeting}</Paragraph>
        <Paragraph>{text.sent}</Paragraph>
        <Facts
          facts={[
            [text.dossier, data.dossier],
            [text.sentAt, text.at],
          ]}
        />
        <List items={data.documents.slice(0, SHOWN).map(({ name, length }) => text.document(name, length))} />
        {others > 0 && <Paragraph>{text.more(others)}</Paragraph>}
      </>
    ),
  }
}
