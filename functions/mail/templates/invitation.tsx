import { Action, Paragraph } from './layout.tsx'
import type { MailData, Template } from './mail-data.ts'
import { en, fr, sayTime } from './say.ts'

type Data = MailData['invitation']

const texts = {
  fr: (data: Data) => ({
    subject: fr`Activez votre accès – ${data.organisation}`,
    preview: fr`Choisissez votre mot de passe pour ouvrir votre compte.`,
    heading: fr`Activez votre accès`,
    greeting: fr`Bonjour ${data.name},`,
    invited:
      data.dossier === null
        ? fr`${data.invitedBy} vous invite à rejoindre l'espace en ligne « ${data.organisation} ».`
        : fr`${data.invitedBy} vous invite dans l'espace en ligne « ${data.organisation} », au dossier « ${data.dossier} ».`,
    how: fr`Ouvrez la page d'activation et choisissez votre mot de passe. Le lien sert une seule fois, jusqu'au ${sayTime(data.expiresAt, data.timeZone, 'fr')}.`,
    label: fr`Activer mon compte`,
    address: fr`Adresse de la page d'activation :`,
    care: fr`Gardez ce lien pour vous. Votre mot de passe ne vous sera jamais envoyé par courriel, et personne ne vous le demandera. Si vous n'attendiez pas cette invitation, ne faites rien : le compte ne s'ouvre pas sans vous.`,
    why: fr`${data.organisation} vous envoie ce courriel parce qu'un accès a été demandé pour vous par ${data.invitedBy}.`,
  }),
  en: (data: Data) => ({
    subject: en`Activate your access – ${data.organisation}`,
    preview: en`Choose your password to open your account.`,
    heading: en`Activate your access`,
    greeting: en`Hello ${data.name},`,
    invited:
      data.dossier === null
        ? en`${data.invitedBy} invites you to join the online space of ${data.organisation}.`
        : en`${data.invitedBy} invites you to the online space of ${data.organisation}, to the dossier “${data.dossier}”.`,
    how: en`Open the activation page and choose your password. The link works once, until ${sayTime(data.expiresAt, data.timeZone, 'en')}.`,
    label: en`Activate my account`,
    address: en`Address of the activation page:`,
    care: en`Keep this link to yourself. Your password will never be sent to you by e-mail, and nobody will ask you for it. If you did not expect this invitation, do nothing: the account does not open without you.`,
    why: en`${data.organisation} sends you this e-mail because ${data.invitedBy} asked for access for you.`,
  }),
}

/** Brings a one-time activation link, never a password (C-02). */
export const invitation: Template<'invitation'> = (data, language) => {
  const text = texts[language](data)
  return {
    ...text,
    body: (
      <>
        <Paragraph>{text.greeting}</Paragraph>
        <Paragraph>{text.invited}</Paragraph>
        <Paragraph>{text.how}</Paragraph>
        <Action label={text.label} address={text.address} link={data.link} />
        <Paragraph>{text.care}</Paragraph>
      </>
    ),
  }
}
