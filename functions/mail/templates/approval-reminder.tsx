import { ApprovalDetails, whyApproval } from './approval-details.tsx'
import { Paragraph } from './layout.tsx'
import type { MailData, Template } from './mail-data.ts'
import { en, fr } from './say.ts'

type Data = MailData['approval-reminder']

const texts = {
  fr: (data: Data) => ({
    subject: fr`Rappel : un document attend votre approbation – ${data.organisation}`,
    preview: fr`Sans réponse, rien n'est approuvé.`,
    heading: fr`Rappel : un document attend toujours votre approbation`,
    greeting: fr`Bonjour ${data.name},`,
    asked: fr`Votre approbation a été demandée, et le document est encore sans réponse. Il attend : il n'est ni approuvé, ni envoyé.`,
  }),
  en: (data: Data) => ({
    subject: en`Reminder: a document awaits your approval – ${data.organisation}`,
    preview: en`Without an answer, nothing is approved.`,
    heading: en`Reminder: a document still awaits your approval`,
    greeting: en`Hello ${data.name},`,
    asked: en`Your approval was asked for, and the document has no answer yet. It waits: it is neither approved nor sent.`,
  }),
}

/** Reminds whoever has not answered yet; silence is never a yes (P-07). */
export const approvalReminder: Template<'approval-reminder'> = (data, language) => {
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
