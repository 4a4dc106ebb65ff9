import { Facts, Paragraph } from './layout.tsx'
import type { MailData, Template } from './mail-data.ts'
import { en, fr } from './say.ts'

type Data = MailData['access-request-closed']

const texts = {
  fr: (data: Data) => ({
    subject: fr`Demande d'accès close – ${data.organisation}`,
    preview: fr`La demande est close sans décision.`,
    heading: fr`Votre demande d'accès est close`,
    greeting: fr`Bonjour ${data.requester},`,
    closed: fr`Votre demande est close sans décision : aucun accès n'a été donné par elle.`,
    newUser: fr`Pour :`,
    dossier: fr`Dossier :`,
    reason: fr`Motif :`,
    why: fr`${data.organisation} vous envoie ce courriel parce que vous avez demandé cet accès.`,
  }),
  en: (data: Data) => ({
    subject: en`Access request closed – ${data.organisation}`,
    preview: en`The request is closed without a decision.`,
    heading: en`Your access request is closed`,
    greeting: en`Hello ${data.requester},`,
    closed: en`Your request is closed without a decision: it gave no access.`,
    newUser: en`For:`,
    dossier: en`Dossier:`,
    reason: en`Reason:`,
    why: en`${data.organisation} sends you this e-mail because you asked for this access.`,
  }),
}

/** Tells the requester that their request needs no verdict any more, and why (P-12). */
export const accessRequestClosed: Template<'access-request-closed'> = (data, language) => {
  const text = texts[language](data)
  return {
    ...text,
    body: (
      <>
        <Paragraph>{text.greeting}</Paragraph>
        <Paragraph>{text.closed}</Paragraph>
        <Facts
          facts={[
            [text.newUser, data.newUser.name],
            [text.dossier, data.dossier],
            [text.reason, data.reason[language]],
          ]}
        />
      </>
    ),
  }
}
