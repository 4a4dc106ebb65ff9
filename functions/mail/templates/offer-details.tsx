import { Action, Facts, Paragraph, Quote } from './layout.tsx'
import type { Language, MailData } from './mail-data.ts'
import { en, fr, sayTime } from './say.ts'

type Data = MailData['offer']

const texts = {
  fr: (data: Data) => ({
    giver: fr`Offert par :`,
    dossier: fr`Dossier :`,
    message: fr`Message joint à l'offre :`,
    how: fr`La page montre combien de notes et de documents il contient et avec combien de personnes il est partagé. Vous y acceptez le dossier, avec la responsabilité de son suivi, ou vous le refusez en donnant un motif. Ouvrir la page ne décide de rien.`,
    label: fr`Examiner l'offre`,
    address: fr`Adresse de la page de réponse :`,
    care: fr`Ce lien vous est personnel : ne le transférez pas. Il sert une seule fois, jusqu'au ${sayTime(data.expiresAt, data.timeZone, 'fr')}. Sans réponse, rien ne change de mains.`,
    why: fr`${data.organisation} vous envoie ce courriel parce qu'un dossier vous est offert.`,
  }),
  en: (data: Data) => ({
    giver: en`Offered by:`,
    dossier: en`Dossier:`,
    message: en`Message with the offer:`,
    how: en`The page shows how many notes and documents it holds, and with how many people it is shared. There you accept the dossier, with the responsibility of following it up, or you refuse it and give a reason. Opening the page decides nothing.`,
    label: en`Look at the offer`,
    address: en`Address of the page to answer on:`,
    care: en`This link is yours alone: do not forward it. It works once, until ${sayTime(data.expiresAt, data.timeZone, 'en')}. Without an answer, nothing changes hands.`,
    why: en`${data.organisation} sends you this e-mail because a dossier is offered to you.`,
  }),
}

/** Why the recipient gets the offer, or its reminder. */
export const whyOffered = (data: Data, language: Language): string => texts[language](data).why

/** Who offers what, and the link to answer: the same in the offer and in its reminder. */
export const OfferDetails = ({ data, language }: { data: Data; language: Language }) => {
  const text = texts[language](data)
  return (
    <>
      <Facts
        facts={[
          [text.giver, data.giver],
          [text.dossier, data.dossier],
        ]}
      />
      {data.message !== null && (
        <>
          <Paragraph>{text.message}</Paragraph>
          <Quote>{data.message}</Quote>
        </>
      )}
      <Paragraph>{text.how}</Paragraph>
      <Action label={text.label} address={text.address} link={data.link} />
      <Paragraph>{text.care}</Paragraph>
    </>
  )
}
