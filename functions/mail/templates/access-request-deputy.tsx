import { Facts, Paragraph } from './layout.tsx'
import type { MailData, Template } from './mail-data.ts'
import { en, fr } from './say.ts'

type Data = MailData['access-request-deputy']

const texts = {
  fr: (data: Data) => ({
    subject: fr`Votre demande d'accès est confiée à un remplaçant – ${data.organisation}`,
    preview: fr`La personne qui répond du dossier est absente.`,
    heading: fr`Un remplaçant décidera de votre demande`,
    greeting: fr`Bonjour ${data.requester},`,
    asked: fr`${data.absent} est absent·e. ${data.deputy}, qui assure le remplacement, a reçu votre demande et peut en décider.`,
    newUser: fr`Pour :`,
    dossier: fr`Dossier :`,
    next: fr`Vous n'avez rien à faire.`,
    why: fr`${data.organisation} vous envoie ce courriel parce que vous avez demandé cet accès.`,
  }),
  en: (data: Data) => ({
    subject: en`Your access request went to a deputy – ${data.organisation}`,
    preview: en`Whoever answers for the dossier is absent.`,
    heading: en`A deputy will decide your request`,
    greeting: en`Hello ${data.requester},`,
    asked: en`${data.absent} is absent. ${data.deputy}, who stands in, has your request and may decide it.`,
    newUser: en`For:`,
    dossier: en`Dossier:`,
    next: en`There is nothing for you to do.`,
    why: en`${data.organisation} sends you this e-mail because you asked for this access.`,
  }),
}

/** Tells the requester that a deputy was asked in the place of somebody absent (B-11). */
export const accessRequestDeputy: Template<'access-request-deputy'> = (data, language) => {
  const text = texts[language](data)
  return {
    ...text,
    body: (
      <>
        <Paragraph>{text.greeting}</Paragraph>
        <Paragraph>{text.asked}</Paragraph>
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
