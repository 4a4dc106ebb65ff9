import { Facts, Paragraph } from './layout.tsx'
import type { MailData, Template } from './mail-data.ts'
import { en, fr } from './say.ts'

type Data = MailData['dossier-without-administrator']

const texts = {
  fr: (data: Data) => ({
    subject: fr`Un dossier n'a plus d'Administrateur – ${data.organisation}`,
    preview: fr`L'accès du dernier Administrateur a pris fin.`,
    heading: fr`Un dossier n'a plus d'Administrateur`,
    greeting: fr`Bonjour ${data.name},`,
    ended: fr`L'accès de ${data.user}, dernier Administrateur de ce dossier, a atteint la date prévue pour sa fin.`,
    dossier: fr`Dossier :`,
    next: fr`Donnez le profil Administrateur à quelqu'un d'autre, ou rendez-lui l'accès.`,
    why: fr`${data.organisation} vous envoie ce courriel parce que vous répondez de ce dossier.`,
  }),
  en: (data: Data) => ({
    subject: en`A dossier has no Administrator any more – ${data.organisation}`,
    preview: en`The last Administrator's access has ended.`,
    heading: en`A dossier has no Administrator`,
    greeting: en`Hello ${data.name},`,
    ended: en`The access of ${data.user}, the last Administrator of this dossier, has come to its set end.`,
    dossier: en`Dossier:`,
    next: en`Make somebody else an Administrator, or give them access again.`,
    why: en`${data.organisation} sends you this e-mail because you answer for this dossier.`,
  }),
}

/** Tells who answers for a dossier that its last Administrator's access ended by its date (P-03, P-12). */
export const dossierWithoutAdministrator: Template<'dossier-without-administrator'> = (data, language) => {
  const text = texts[language](data)
  return {
    ...text,
    body: (
      <>
        <Paragraph>{text.greeting}</Paragraph>
        <Paragraph>{text.ended}</Paragraph>
        <Facts facts={[[text.dossier, data.dossier]]} />
        <Paragraph>{text.next}</Paragraph>
      </>
    ),
  }
}
