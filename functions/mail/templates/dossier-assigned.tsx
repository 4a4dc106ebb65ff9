import { Paragraph } from './layout.tsx'
import type { MailData, Template } from './mail-data.ts'
import { en, fr } from './say.ts'

type Data = MailData['dossier-assigned']

const texts = {
  fr: (data: Data) => ({
    subject: fr`Un dossier vous est ouvert – ${data.organisation}`,
    preview: fr`Un dossier de plus vous attend dans votre espace en ligne.`,
    heading: fr`Un dossier vous est ouvert`,
    greeting: fr`Bonjour ${data.name},`,
    assigned: fr`${data.invitedBy} vous ouvre le dossier « ${data.dossier} » dans l'espace en ligne « ${data.organisation} ».`,
    how: fr`Connectez-vous comme d'habitude, avec la même adresse et le même mot de passe : le dossier est déjà là.`,
    why: fr`${data.organisation} vous envoie ce courriel parce qu'un accès a été accordé à votre compte.`,
  }),
  en: (data: Data) => ({
    subject: en`A dossier is open to you – ${data.organisation}`,
    preview: en`One more dossier awaits you in your online space.`,
    heading: en`A dossier is open to you`,
    greeting: en`Hello ${data.name},`,
    assigned: en`${data.invitedBy} opens the dossier “${data.dossier}” to you in the online space of ${data.organisation}.`,
    how: en`Sign in as usual, with the same address and password: the dossier is already there.`,
    why: en`${data.organisation} sends you this e-mail because access was granted to your account.`,
  }),
}

/** Tells somebody who already signs in that one more dossier is theirs to use (P-01). */
export const dossierAssigned: Template<'dossier-assigned'> = (data, language) => {
  const text = texts[language](data)
  return {
    ...text,
    body: (
      <>
        <Paragraph>{text.greeting}</Paragraph>
        <Paragraph>{text.assigned}</Paragraph>
        <Paragraph>{text.how}</Paragraph>
      </>
    ),
  }
}
