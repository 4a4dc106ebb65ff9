import { ApprovalDetails, whyApproval } from './approval-details.tsx'
import { Paragraph } from './layout.tsx'
import type { MailData, Template } from './mail-data.ts'
import { en, fr } from './say.ts'

type Data = MailData['approval']

const texts = {
  fr: (data: Data) => ({
    subject: fr`Un document attend votre approbation – ${data.organisation}`,
    preview: fr`Vous pouvez l'approuver ou le rejeter.`,
    heading: fr`Un document attend votre approbation`,
    greeting: fr`Bonjour ${data.name},`,
    asked: fr`Un document n'est envoyé qu'une fois approuvé, et c'est à vous de le faire.`,
  }),
  en: (data: Data) => ({
    subject: en`A document awaits your approval – ${data.organisation}`,
    preview: en`You may approve or reject it.`,
    heading: en`A document awaits your approval`,
    greeting: en`Hello ${data.name},`,
    asked: en`A document is sent only once it is approved, and it is your turn to do so.`,
  }),
}

/** Asks somebody for their approval of a document; the mail itself decides nothing (P-07). */
export const approval: Template<'approval'> = (data, language) => {
  const text = texts[language](data)
  return {
    ...text,
    why: whyApproval(data, language),
    body: (
      <>
        <Paragraph>{text.greeting}</Paragraph>
        <Paragraph>{text.asked}</Paragraph>
        <ApprovalDetails data={data} language={language} />
      </>
    ),
  }
}
