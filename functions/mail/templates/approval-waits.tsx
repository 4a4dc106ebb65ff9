import { Facts, Paragraph } from './layout.tsx'
import type { MailData, Template } from './mail-data.ts'
import { en, fr } from './say.ts'

type Data = MailData['approval-waits']

const said = {
  fr: ({ nobodyLeft }: Data) =>
    nobodyLeft
      ? {
          heading: fr`Un document attend, et plus personne ne peut l'approuver`,
          what: fr`Un document attend d'être approuvé, mais aucune des personnes que sa règle nomme ne peut encore le faire : elles ont quitté le dossier, ou n'y ont plus droit.`,
          so: fr`Vous pouvez modifier la règle d'approbation ; le document se retire ensuite de l'approbation, puis se soumet à nouveau. En attendant, il n'est ni approuvé, ni envoyé.`,
        }
      : {
          heading: fr`Un document attend son approbation depuis longtemps`,
          what: fr`Un document de votre dossier attend d'être approuvé depuis dix jours, malgré des rappels.`,
          so: fr`Les personnes sollicitées continuent de recevoir un rappel chaque semaine. Sans réponse, il n'est ni approuvé, ni envoyé.`,
        },
  en: ({ nobodyLeft }: Data) =>
    nobodyLeft
      ? {
          heading: en`A document waits, and nobody is left who could approve it`,
          what: en`A document waits for approval, but none of those whom its rule names can give it any more: they left the dossier, or have no right to it now.`,
          so: en`You may change the approval rule; the document is then withdrawn from approval and submitted again. Until then it is neither approved nor sent.`,
        }
      : {
          heading: en`A document has waited long for its approval`,
          what: en`A document of your dossier has waited for approval for ten days, in spite of reminders.`,
          so: en`Those who were asked go on being reminded every week. Without an answer it is neither approved nor sent.`,
        },
}

const texts = {
  fr: (data: Data) => ({
    ...said.fr(data),
    subject: fr`${said.fr(data).heading} – ${data.organisation}`,
    preview: fr`Un document n'est toujours pas approuvé.`,
    greeting: fr`Bonjour ${data.name},`,
    document: fr`Document :`,
    dossier: fr`Dossier :`,
    rule: fr`Règle d'approbation :`,
    why: fr`${data.organisation} vous envoie ce courriel parce que vous répondez de ce dossier ou de ses règles.`,
  }),
  en: (data: Data) => ({
    ...said.en(data),
    subject: en`${said.en(data).heading} – ${data.organisation}`,
    preview: en`A document is still not approved.`,
    greeting: en`Hello ${data.name},`,
    document: en`Document:`,
    dossier: en`Dossier:`,
    rule: en`Approval rule:`,
    why: en`${data.organisation} sends you this e-mail because you look after this dossier or its rules.`,
  }),
}

/** Tells whoever must know that a document waits: for long, or for nobody (P-07). */
export const approvalWaits: Template<'approval-waits'> = (data, language) => {
  const text = texts[language](data)
  const facts: [string, string][] = [
    [text.dossier, data.dossier],
    [text.rule, data.rule],
  ]
  if (data.document !== null) facts.unshift([text.document, data.document])
  return {
    ...text,
    body: (
      <>
        <Paragraph>{text.greeting}</Paragraph>
        <Paragraph>{text.what}</Paragraph>
        <Facts facts={facts} />
        <Paragraph>{text.so}</Paragraph>
      </>
    ),
  }
}
