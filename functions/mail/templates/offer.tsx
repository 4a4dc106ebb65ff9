import { Paragraph } from './layout.tsx'
import type { MailData, Template } from './mail-data.ts'
import { OfferDetails, whyOffered } from './offer-details.tsx'
import { en, fr } from './say.ts'

type Data = MailData['offer']

const texts = {
  fr: (data: Data) => ({
    subject: fr`Un dossier vous est offert – ${data.organisation}`,
    preview: fr`Vous pouvez l'accepter ou le refuser.`,
    heading: fr`Un dossier vous est offert`,
    greeting: fr`Bonjour ${data.name},`,
    offered: fr`${data.giver} vous propose de reprendre un dossier entier, avec la responsabilité de son suivi. Tant que vous n'avez pas accepté, rien ne change de mains.`,
  }),
  en: (data: Data) => ({
    subject: en`A dossier is offered to you – ${data.organisation}`,
    preview: en`You may accept or refuse it.`,
    heading: en`A dossier is offered to you`,
    greeting: en`Hello ${data.name},`,
    offered: en`${data.giver} proposes that you take over a whole dossier, with the responsibility of following it up. Until you accept, nothing changes hands.`,
  }),
}

/** Offers a dossier to its recipient; the mail itself decides nothing (D-11). */
export const offer: Template<'offer'> = (data, language) => {
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
