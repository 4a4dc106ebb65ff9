import { profiles } from '../../../shared/roles.ts'
import { Facts, Paragraph } from './layout.tsx'
import type { MailData, Template } from './mail-data.ts'
import { en, fr } from './say.ts'

type Data = MailData['client-user-created']

const texts = {
  fr: (data: Data) => ({
    subject: fr`Un utilisateur a été créé dans un dossier – ${data.organisation}`,
    preview: fr`Un Administrateur du dossier a créé un utilisateur.`,
    heading: fr`Un utilisateur a été créé dans un dossier`,
    greeting: fr`Bonjour ${data.name},`,
    created: fr`${data.by}, Administrateur d'un dossier dont vous répondez, y a créé un utilisateur.`,
    newUser: fr`Pour :`,
    dossier: fr`Dossier :`,
    profile: fr`Profil :`,
    next: fr`Vous n'avez rien à faire. Si cet accès ne doit pas être, mettez-y fin dans le dossier : il cesse aussitôt.`,
    why: fr`${data.organisation} vous envoie ce courriel parce que vous répondez des accès de ce dossier.`,
  }),
  en: (data: Data) => ({
    subject: en`A user was created in a dossier – ${data.organisation}`,
    preview: en`An Administrator of the dossier has created a user.`,
    heading: en`A user was created in a dossier`,
    greeting: en`Hello ${data.name},`,
    created: en`${data.by}, Administrator of a dossier that you answer for, has created a user of it.`,
    newUser: en`For:`,
    dossier: en`Dossier:`,
    profile: en`Profile:`,
    next: en`There is nothing for you to do. If this access should not be, end it in the dossier: it stops at once.`,
    why: en`${data.organisation} sends you this e-mail because you answer for who has access to this dossier.`,
  }),
}

/** Tells the office that an Administrator of a dossier created a user of it themself (P-13). */
export const clientUserCreated: Template<'client-user-created'> = (data, language) => {
  const text = texts[language](data)
  const { name, email } = data.newUser
  return {
    ...text,
    body: (
      <>
        <Paragraph>{text.greeting}</Paragraph>
        <Paragraph>{text.created}</Paragraph>
        <Facts
          facts={[
            [text.newUser, `${name} (${email})`],
            [text.dossier, data.dossier],
            [text.profile, profiles[data.profile][language]],
          ]}
        />
        <Paragraph>{text.next}</Paragraph>
      </>
    ),
  }
}
