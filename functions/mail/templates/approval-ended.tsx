import { Facts, Paragraph, Quote } from './layout.tsx'
import type { MailData, Template } from './mail-data.ts'
import { en, fr } from './say.ts'

type Data = MailData['approval-ended']

const said = {
  fr: ({ outcome, by }: Data) =>
    outcome === 'approved'
      ? {
          heading: fr`Un document a été approuvé`,
          what: fr`${by} a approuvé un document : plus rien ne s'oppose à son envoi.`,
          so: fr`Il est envoyé aussitôt si le dossier le prévoit, sinon par qui en a le droit.`,
        }
      : {
          heading: fr`Un document a été rejeté`,
          what: fr`${by} a rejeté un document : il n'est pas envoyé.`,
          so: fr`Il peut être traité de nouveau, ou une version plus récente en être déposée, puis soumis encore une fois.`,
        },
  en: ({ outcome, by }: Data) =>
    outcome === 'approved'
      ? {
          heading: en`A document was approved`,
          what: en`${by} approved a document: nothing stands in the way of sending it.`,
          so: en`It is sent at once where the dossier is set up so, else by whoever may.`,
        }
      : {
          heading: en`A document was rejected`,
          what: en`${by} rejected a document: it is not sent.`,
          so: en`It may be processed again, or a newer version put in, and then be submitted once more.`,
        },
}

const texts = {
  fr: (data: Data) => ({
    ...said.fr(data),
    subject: fr`${said.fr(data).heading} – ${data.organisation}`,
    preview: fr`L'approbation d'un document a pris fin.`,
    greeting: fr`Bonjour ${data.name},`,
    document: fr`Document :`,
    dossier: fr`Dossier :`,
    reason: fr`Le motif donné :`,
    why: fr`${data.organisation} vous envoie ce courriel parce que vous avez déposé ou soumis ce document.`,
  }),
  en: (data: Data) => ({
    ...said.en(data),
    subject: en`${said.en(data).heading} – ${data.organisation}`,
    preview: en`The approval of a document has ended.`,
    greeting: en`Hello ${data.name},`,
    document: en`Document:`,
    dossier: en`Dossier:`,
    reason: en`The reason given:`,
    why: en`${data.organisation} sends you this e-mail because you put in or submitted this document.`,
  }),
}

/** Tells whoever put in or submitted a document how its approval ended (P-07). */
export const approvalEnded: Template<'approval-ended'> = (data, language) => {
  const text = texts[language](data)
  const facts: [string, string][] = [[text.dossier, data.dossier]]
  if (data.document !== null) facts.unshift([text.document, data.document])
  return {
    ...text,
    body: (
      <>
        <Paragraph>{text.greeting}</Paragraph>
        <Paragraph>{text.what}</Paragraph>
        <Facts facts={facts} />
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
