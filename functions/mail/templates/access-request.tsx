import { AccessRequestDetails, whyAsked } from './access-request-details.tsx'
import { Paragraph } from './layout.tsx'
import type { MailData, Template } from './mail-data.ts'
import { en, fr } from './say.ts'

type Data = MailData['access-request']

const texts = {
  fr: (data: Data) => ({
    subject: fr`Demande d'accès : votre décision est attendue – ${data.organisation}`,
    preview: fr`La page de décision montre qui demande quoi.`,
    heading: fr`Une demande d'accès attend votre décision`,
    greeting: fr`Bonjour ${data.responsible},`,
    asked: fr`${data.requester} demande un accès pour une nouvelle personne. Vous répondez de ce dossier : la décision vous revient.`,
  }),
  en: (data: Data) => ({
    subject: en`Access request: your decision is awaited – ${data.organisation}`,
    preview: en`The decision page shows who asks for what.`,
    heading: en`An access request awaits your decision`,
    greeting: en`Hello ${data.responsible},`,
    asked: en`${data.requester} asks for access for a new person. You answer for this dossier: the decision is yours.`,
  }),
}

/** Asks the dossier's responsible to decide; the mail itself decides nothing (P-11). */
export const accessRequest: Template<'access-request'> = (data, language) => {
  const text = texts[language](data)
  return {
    ...text,
    why: whyAsked(data, language),
    body: (
      <>
        <Paragraph>{text.greeting}</Paragraph>
        <Paragraph>{text.asked}</Paragraph>
        <AccessRequestDetails data={data} language={language} />
      </>
    ),
  }
}
