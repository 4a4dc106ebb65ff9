import { Facts, Paragraph } from './layout.tsx'
import type { MailData, Template } from './mail-data.ts'
import { en, fr, sayTime } from './say.ts'

type Data = MailData['access-request-expired']

const texts = {
  fr: (data: Data) => ({
    subject: fr`Demande d'accès restée sans réponse – ${data.organisation}`,
    preview: fr`Aucun accès n'a été donné.`,
    heading: fr`Votre demande d'accès a expiré`,
    greeting: fr`Bonjour ${data.requester},`,
    expired: fr`Personne n'a répondu à votre demande dans le temps prévu. Le silence ne vaut jamais accord : aucun accès n'a été donné.`,
    newUser: fr`Pour :`,
    dossier: fr`Dossier :`,
    askedAt: fr`Demandé le :`,
    at: sayTime(data.askedAt, data.timeZone, 'fr'),
    next: fr`Si l'accès est toujours nécessaire, faites une nouvelle demande depuis le portail.`,
    why: fr`${data.organisation} vous envoie ce courriel parce que vous avez demandé cet accès.`,
  }),
  en: (data: Data) => ({
    subject: en`Access request left without an answer – ${data.organisation}`,
    preview: en`No access was given.`,
    heading: en`Your access request has expired`,
    greeting: en`Hello ${data.requester},`,
    expired: en`Nobody answered your request in the time allowed. Silence is never a yes: no access was given.`,
    newUser: en`For:`,
    dossier: en`Dossier:`,
    askedAt: en`Asked on:`,
    at: sayTime(data.askedAt, data.timeZone, 'en'),
    next: en`If the access is still needed, make a new request from the portal.`,
    why: en`${data.organisation} sends you this e-mail because you asked for this access.`,
  }),
}

/** Tells the requester that nobody answered in time, which is not a yes (P-12). */
export const accessRequestExpired: Template<'access-request-expired'> = (data, language) => {
  const text = texts[language](data)
  return {
    ...text,
    body: (
      <>
        <Paragraph>{text.greeting}</Paragraph>
        <Paragraph>{text.expired}</Paragraph>
        <Facts
          facts={[
            [text.newUser, data.newUser.name],
            [text.dossier, data.dossier],
            [text.askedAt, text.at],
          ]}
        />
        <Paragraph>{text.next}</Paragraph>
      </>
    ),
  }
}
