import { Facts, Paragraph } from './layout.tsx'
import type { MailData, Template } from './mail-data.ts'
import { en, fr } from './say.ts'

type Data = MailData['access-ended']

const texts = {
  fr: (data: Data) => ({
    subject: fr`Votre accès à un dossier a pris fin – ${data.organisation}`,
    preview: fr`Vous n'avez plus accès à ce dossier.`,
    heading: fr`Votre accès a pris fin`,
    greeting: fr`Bonjour ${data.name},`,
    ended: fr`Votre accès à ce dossier a atteint la date prévue pour sa fin.`,
    endedBy: fr`${data.by ?? ''} a mis fin à votre accès à ce dossier.`,
    dossier: fr`Dossier :`,
    next: fr`Vos autres dossiers restent ouverts. Si l'accès est toujours nécessaire, il peut être demandé par une personne du dossier.`,
    why: fr`${data.organisation} vous envoie ce courriel parce que vous utilisiez ce dossier.`,
  }),
  en: (data: Data) => ({
    subject: en`Your access to a dossier has ended – ${data.organisation}`,
    preview: en`You can no longer reach this dossier.`,
    heading: en`Your access has ended`,
    greeting: en`Hello ${data.name},`,
    ended: en`Your access to this dossier has come to its set end.`,
    endedBy: en`${data.by ?? ''} ended your access to this dossier.`,
    dossier: en`Dossier:`,
    next: en`Your other dossiers stay open. If the access is still needed, somebody of the dossier can ask for it.`,
    why: en`${data.organisation} sends you this e-mail because you used this dossier.`,
  }),
}

/** Tells a client user that their access to a dossier ended, by its date or by somebody (P-12). */
export const accessEnded: Template<'access-ended'> = (data, language) => {
  const text = texts[language](data)
  return {
    ...text,
    body: (
      <>
        <Paragraph>{text.greeting}</Paragraph>
        <Paragraph>{data.by === null ? text.ended : text.endedBy}</Paragraph>
        <Facts facts={[[text.dossier, data.dossier]]} />
        <Paragraph>{text.next}</Paragraph>
      </>
    ),
  }
}
