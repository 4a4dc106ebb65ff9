import { Paragraph } from './layout.tsx'
import type { MailData, Template } from './mail-data.ts'
import { OfferDetails, whyOffered } from './offer-details.tsx'
import { en, fr } from './say.ts'

type Data = MailData['offer-reminder']

const texts = {
  fr: (data: Data) => ({
    subject: fr`Rappel : un dossier offert attend votre réponse – ${data.organisation}`,
    preview: fr`Sans réponse, rien ne change de mains.`,
    heading: fr`Rappel : une offre attend toujours votre réponse`,
    greeting: fr`Bonjour ${data.name},`,
    offered: fr`${data.giver} vous a proposé de reprendre un dossier entier, et l'offre est encore sans réponse.`,
  }),
  en: (data: Data) => ({
    subject: en`Reminder: a dossier offered to you awaits your answer – ${data.organisation}`,
    preview: en`Without an answer, nothing changes hands.`,
    heading: en`Reminder: an offer still awaits your answer`,
    greeting: en`Hello ${data.name},`,
    offered: en`${data.giver} proposed that you take over a whole dossier, and the offer has no answer yet.`,
  }),
}

/** Reminds whoever has not answered an offer yet; silence is never a yes (D-11). */
export const offerReminder: Template<'offer-reminder'> = (data, language) => {
  const text = texts[language](data)
  return {
    ...text,
    why: whyOffered(data, language),
    body: (
      <>
        <Paragraph>{text.greeting}</Paragraph>
        <Paragraph>{text.offered}</Paragraph>
        <OfferDetails data={data} language={language} />
      </>
    ),
  }
}
