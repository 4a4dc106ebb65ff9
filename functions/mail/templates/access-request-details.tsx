import { profiles } from '../../../shared/roles.ts'
import { Action, Facts, Paragraph, Quote } from './layout.tsx'
import type { Language, MailData } from './mail-data.ts'
import { en, fr, sayTime } from './say.ts'

type Data = MailData['access-request']

const texts = {
  fr: (data: Data) => ({
    requester: fr`Demandé par :`,
    newUser: fr`Pour :`,
    dossier: fr`Dossier :`,
    profile: fr`Profil demandé :`,
    earlier: fr`Demandes antérieures pour cette personne :`,
    none: fr`aucune`,
    message: fr`Message joint à la demande :`,
    standsIn: fr`${data.standsInFor ?? ''} est absent·e : vous décidez à sa place.`,
    question: fr`Une information avait été demandée :`,
    answer: fr`La réponse :`,
    how: fr`La page montre à quoi cette personne aurait accès. Vous y approuvez la demande, avec ce profil ou un autre, ou vous la refusez en donnant un motif. Ouvrir la page ne décide de rien.`,
    label: fr`Examiner la demande`,
    address: fr`Adresse de la page de décision :`,
    care: fr`Ce lien vous est personnel : ne le transférez pas. Il sert une seule fois, jusqu'au ${sayTime(data.expiresAt, data.timeZone, 'fr')}. Sans décision, aucun accès n'est donné.`,
    why: fr`${data.organisation} vous envoie ce courriel parce que vous répondez des accès à ce dossier.`,
  }),
  en: (data: Data) => ({
    requester: en`Asked by:`,
    newUser: en`For:`,
    dossier: en`Dossier:`,
    profile: en`Profile asked for:`,
    earlier: en`Earlier requests for this person:`,
    none: en`none`,
    message: en`Message with the request:`,
    standsIn: en`${data.standsInFor ?? ''} is absent: you decide in their place.`,
    question: en`Information had been asked for:`,
    answer: en`The answer:`,
    how: en`The page shows what this person would reach. There you approve the request, with this profile or another, or you refuse it and give a reason. Opening the page decides nothing.`,
    label: en`Look at the request`,
    address: en`Address of the decision page:`,
    care: en`This link is yours alone: do not forward it. It works once, until ${sayTime(data.expiresAt, data.timeZone, 'en')}. Without a decision, no access is given.`,
    why: en`${data.organisation} sends you this e-mail because you answer for the access to this dossier.`,
  }),
}

/** Why the responsible gets the request, or its reminder. */
export const whyAsked = (data: Data, language: Language): string => texts[language](data).why

/** Who asks for what, and the link to decide: the same in the request and in its reminder. */
export const AccessRequestDetails = ({ data, language }: { data: Data; language: Language }) => {
  const text = texts[language](data)
  return (
    <>
      {data.standsInFor !== null && <Paragraph>{text.standsIn}</Paragraph>}
      <Facts
        facts={[
          [text.requester, data.requester],
          [text.newUser, `${data.newUser.name} (${data.newUser.email})`],
          [text.dossier, data.dossier],
          [text.profile, profiles[data.profile][language]],
          [text.earlier, data.earlier === 0 ? text.none : String(data.earlier)],
        ]}
      />
      {data.message !== null && (
        <>
          <Paragraph>{text.message}</Paragraph>
          <Quote>{data.message}</Quote>
        </>
      )}
      {data.answered !== null && (
        <>
          <Paragraph>{text.question}</Paragraph>
          <Quote>{data.answered.question}</Quote>
          <Paragraph>{text.answer}</Paragraph>
          <Quote>{data.answered.answer}</Quote>
        </>
      )}
      <Paragraph>{text.how}</Paragraph>
      <Action label={text.label} address={text.address} link={data.link} />
      <Paragraph>{text.care}</Paragraph>
    </>
  )
}
