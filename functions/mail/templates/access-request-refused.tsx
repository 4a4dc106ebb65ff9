import { Facts, Paragraph, Quote } from './layout.tsx'
import type { MailData, Template } from './mail-data.ts'
import { en, fr } from './say.ts'

type Data = MailData['access-request-refused']

const texts = {
  fr: (data: Data) => ({
    subject: fr`Demande d'accès refusée – ${data.organisation}`,
    preview: fr`Aucun accès n'a été donné.`,
    heading: fr`Votre demande d'accès est refusée`,
    greeting: fr`Bonjour ${data.requester},`,
    decided: fr`${data.decidedBy} a refusé votre demande. Aucun accès n'a été donné.`,
    newUser: fr`Pour :`,
    dossier: fr`Dossier :`,
    reason: fr`Motif du refus :`,
    next: fr`Une nouvelle demande pour cette personne est possible après un délai, avec une justification nouvelle.`,
    why: fr`${data.organisation} vous envoie ce courriel parce que vous avez demandé cet accès.`,
  }),
  en: (data: Data) => ({
    subject: en`Access request refused – ${data.organisation}`,
    preview: en`No access was given.`,
    heading: en`Your access request is refused`,
    greeting: en`Hello ${data.requester},`,
    decided: en`${data.decidedBy} refused your request. No access was given.`,
    newUser: en`For:`,
    dossier: en`Dossier:`,
    reason: en`Reason for the refusal:`,
    next: en`A new request for this person is possible after a pause, with a new reason.`,
    why: en`${data.organisation} sends you this e-mail because you asked for this access.`,
  }),
}

/** Tells the requester that the access is refused, and the reason given (P-11); a new try needs a pause (P-12). */
export const accessRequestRefused: Template<'access-request-refused'> = (data, language) => {
  const text = texts[language](data)
  return {
    ...text,
    body: (
      <>
        <Paragraph>{text.greeting}</Paragraph>
        <Paragraph>{text.decided}</Paragraph>
        <Facts
          facts={[
            [text.newUser, data.newUser.name],
            [text.dossier, data.dossier],
          ]}
        />
        <Paragraph>{text.reason}</Paragraph>
        <Quote>{data.reason}</Quote>
        <Paragraph>{text.next}</Paragraph>
      </>
    ),
  }
}
