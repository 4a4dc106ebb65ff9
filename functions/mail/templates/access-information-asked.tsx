import { Facts, Paragraph, Quote } from './layout.tsx'
import type { MailData, Template } from './mail-data.ts'
import { en, fr, sayTime } from './say.ts'

type Data = MailData['access-information-asked']

const texts = {
  fr: (data: Data) => ({
    subject: fr`Une information est demandée sur votre demande d'accès – ${data.organisation}`,
    preview: fr`Votre demande attend votre réponse.`,
    heading: fr`On vous demande une information`,
    greeting: fr`Bonjour ${data.requester},`,
    asked: fr`${data.askedBy} doit décider de votre demande d'accès et a besoin d'une information :`,
    newUser: fr`Pour :`,
    dossier: fr`Dossier :`,
    next: fr`Répondez dans le portail. Le délai de la demande continue de courir, jusqu'au ${sayTime(data.expiresAt, data.timeZone, 'fr')} : sans décision d'ici là, aucun accès n'est donné.`,
    why: fr`${data.organisation} vous envoie ce courriel parce que vous avez demandé cet accès.`,
  }),
  en: (data: Data) => ({
    subject: en`Information is asked about your access request – ${data.organisation}`,
    preview: en`Your request waits for your answer.`,
    heading: en`You are asked for information`,
    greeting: en`Hello ${data.requester},`,
    asked: en`${data.askedBy} is to decide your access request, and needs to know:`,
    newUser: en`For:`,
    dossier: en`Dossier:`,
    next: en`Answer in the portal. The time of the request goes on, until ${sayTime(data.expiresAt, data.timeZone, 'en')}: without a decision by then, no access is given.`,
    why: en`${data.organisation} sends you this e-mail because you asked for this access.`,
  }),
}

/** Puts the question of whoever is to decide to the requester; the time of the request goes on (P-12). */
export const accessInformationAsked: Template<'access-information-asked'> = (data, language) => {
  const text = texts[language](data)
  return {
    ...text,
    body: (
      <>
        <Paragraph>{text.greeting}</Paragraph>
        <Paragraph>{text.asked}</Paragraph>
        <Quote>{data.question}</Quote>
        <Facts
          facts={[
            [text.newUser, data.newUser.name],
            [text.dossier, data.dossier],
          ]}
        />
        <Paragraph>{text.next}</Paragraph>
      </>
    ),
  }
}
