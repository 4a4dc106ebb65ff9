import { Facts, List, Paragraph, Quote } from './layout.tsx'
import type { MailData, Template } from './mail-data.ts'
import { en, fr, sayCount, saySize, sayTime } from './say.ts'

type Data = MailData['inbound-mail-read']

/** No mail holds more files that are taken in. */
const SHOWN = 25

const texts = {
  fr: (data: Data) => ({
    subject: fr`${data.reason === null ? 'Votre courriel a été reçu' : "Votre courriel n'a pas été accepté"} – ${data.organisation}`,
    preview: data.reason === null ? fr`Vos fichiers sont arrivés entiers.` : fr`Aucun fichier n'a été repris.`,
    heading: data.reason === null ? fr`Vos fichiers sont arrivés` : fr`Votre courriel n'a pas été accepté`,
    greeting: fr`Bonjour ${data.name},`,
    what:
      data.reason === null
        ? fr`${sayCount(data.documents.length, 'fichier', 'fichiers', 'fr')} de votre courriel : chacun est maintenant un document du dossier.`
        : fr`Rien n'a été repris de votre courriel, et rien n'a changé.`,
    dossier: fr`Dossier :`,
    sentAt: fr`Reçu le :`,
    at: sayTime(data.receivedAt, data.timeZone, 'fr'),
    document: (name: string | null, length: number) =>
      fr`${name ?? 'Document confidentiel'} (${saySize(length, 'fr')})`,
    skipped: fr`Écartés, parce que vides ou parce que le texte les montrait (le plus souvent une signature) : ${sayCount(data.skipped, 'fichier', 'fichiers', 'fr')}.`,
    reason: fr`Raison :`,
    why: fr`${data.organisation} vous envoie ce courriel parce qu'un courriel de votre adresse est arrivé à l'adresse d'un dossier.`,
  }),
  en: (data: Data) => ({
    subject: en`${data.reason === null ? 'Your e-mail was received' : 'Your e-mail was not taken in'} – ${data.organisation}`,
    preview: data.reason === null ? en`Your files have come whole.` : en`No file was taken in.`,
    heading: data.reason === null ? en`Your files have come` : en`Your e-mail was not taken in`,
    greeting: en`Hello ${data.name},`,
    what:
      data.reason === null
        ? en`${sayCount(data.documents.length, 'file', 'files', 'en')} of your e-mail: each is a document of the dossier now.`
        : en`Nothing of your e-mail was taken in, and nothing has changed.`,
    dossier: en`Dossier:`,
    sentAt: en`Received on:`,
    at: sayTime(data.receivedAt, data.timeZone, 'en'),
    document: (name: string | null, length: number) =>
      en`${name ?? 'Confidential document'} (${saySize(length, 'en')})`,
    skipped: en`Left out, because empty or because the text showed them (mostly a signature): ${sayCount(data.skipped, 'file', 'files', 'en')}.`,
    reason: en`Reason:`,
    why: en`${data.organisation} sends you this e-mail because an e-mail from your address came to the address of a dossier.`,
  }),
}

/** Tells whoever sent an e-mail what became of it: the files that are documents now, or why none is (P-06, D-09). */
export const inboundMailRead: Template<'inbound-mail-read'> = (data, language) => {
  const text = texts[language](data)
  const received: [string, string] = [text.sentAt, text.at]
  return {
    ...text,
    body: (
      <>
        <Paragraph>{text.greeting}</Paragraph>
        <Paragraph>{text.what}</Paragraph>
        <Facts facts={data.dossier === null ? [received] : [[text.dossier, data.dossier], received]} />
        {data.reason !== null && <Paragraph>{text.reason}</Paragraph>}
        {data.reason !== null && <Quote>{data.reason}</Quote>}
        <List items={data.documents.slice(0, SHOWN).map(({ name, length }) => text.document(name, length))} />
        {data.skipped > 0 && <Paragraph>{text.skipped}</Paragraph>}
      </>
    ),
  }
}
