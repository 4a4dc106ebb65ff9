import { profiles } from '../../../shared/roles.ts'
import { Facts, Paragraph } from './layout.tsx'
import type { MailData, Template } from './mail-data.ts'
import { en, fr } from './say.ts'

type Data = MailData['access-request-approved']

const texts = {
  fr: (data: Data) => ({
    subject: fr`Demande d'accès approuvée – ${data.organisation}`,
    preview: fr`L'invitation est partie ; vous n'avez rien à faire.`,
    heading: fr`Votre demande d'accès est approuvée`,
    greeting: fr`Bonjour ${data.requester},`,
    decided: fr`${data.decidedBy} a approuvé votre demande.`,
    newUser: fr`Pour :`,
    dossier: fr`Dossier :`,
    profile: fr`Profil accordé :`,
    other: fr`Ce n'est pas le profil que vous aviez demandé (${profiles[data.askedProfile].fr}) : c'est celui qui a été retenu.`,
    next: fr`${data.newUser.name} reçoit une invitation par courriel et choisit son mot de passe. Vous n'avez rien à faire.`,
    why: fr`${data.organisation} vous envoie ce courriel parce que vous avez demandé cet accès.`,
  }),
  en: (data: Data) => ({
    subject: en`Access request approved – ${data.organisation}`,
    preview: en`The invitation is on its way; there is nothing for you to do.`,
    heading: en`Your access request is approved`,
    greeting: en`Hello ${data.requester},`,
    decided: en`${data.decidedBy} approved your request.`,
    newUser: en`For:`,
    dossier: en`Dossier:`,
    profile: en`Profile granted:`,
    other: en`This is not the profile you asked for (${profiles[data.askedProfile].en}): it is the one that was chosen.`,
    next: en`${data.newUser.name} gets an invitation by e-mail and chooses a password. There is nothing for you to do.`,
    why: en`${data.organisation} sends you this e-mail because you asked for this access.`,
  }),
}

/** Tells the requester that the access is given, and with which profile: the one asked for or another (P-11). */
export const accessRequestApproved: Template<'access-request-approved'> = (data, language) => {
  const text = texts[language](data)
  return {
    ...text,
    body: (
      <>
        <Paragraph>{text.greeting}</Paragraph>
        <Paragraph>{text.decided}</Paragraph>
        <Facts
          facts={[
            [text.newUser, data.newUser.name],
            [text.dossier, data.dossier],
            [text.profile, profiles[data.profile][language]],
          ]}
        />
        {data.profile !== data.askedProfile && <Paragraph>{text.other}</Paragraph>}
        <Paragraph>{text.next}</Paragraph>
      </>
    ),
  }
}
