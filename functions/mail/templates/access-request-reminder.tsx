import { AccessRequestDetails, whyAsked } from './access-request-details.tsx'
import { Paragraph } from './layout.tsx'
import type { MailData, Template } from './mail-data.ts'
import { en, fr } from './say.ts'

type Data = MailData['access-request-reminder']

const texts = {
  fr: (data: Data) => ({
    subject: fr`Rappel : une demande d'accès attend votre décision – ${data.organisation}`,
    preview: fr`Sans décision, aucun accès n'est donné.`,
    heading: fr`Rappel : une demande d'accès attend toujours`,
    greeting: fr`Bonjour ${data.responsible},`,
    asked: fr`${data.requester} a demandé un accès pour une nouvelle personne, et la demande est encore sans réponse. Vous répondez de ce dossier : la décision vous revient.`,
  }),
  en: (data: Data) => ({
    subject: en`Reminder: an access request awaits your decision – ${data.organisation}`,
    preview: en`Without a decision, no access is given.`,
    heading: en`Reminder: an access request is still waiting`,
    greeting: en`Hello ${data.responsible},`,
    asked: en`${data.requester} asked for access for a new person, and the request has no answer yet. You answer for this dossier: the decision is yours.`,
  }),
}

/** Reminds whoever has not decided yet; silence is never a yes (P-12). */
export const accessRequestReminder: Template<'access-request-reminder'> = (data, language) => {
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
