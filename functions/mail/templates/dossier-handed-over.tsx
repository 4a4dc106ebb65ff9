import { Facts, Paragraph } from './layout.tsx'
import type { MailData, Template } from './mail-data.ts'
import { en, fr, sayCount } from './say.ts'

type Data = MailData['dossier-handed-over']

const countOf = ({ owned, answered }: Data): number => new Set([...owned, ...answered]).size

const texts = {
  fr: (data: Data) => ({
    subject: fr`Des dossiers vous sont remis – ${data.organisation}`,
    preview: fr`Ce qu'une autre personne suivait est désormais à votre charge.`,
    heading: fr`Des dossiers vous sont remis`,
    greeting: fr`Bonjour ${data.name},`,
    handed: fr`Ce que suivait ${data.from} vous est remis : ${sayCount(countOf(data), 'dossier', 'dossiers', 'fr')}.`,
    owned: fr`Vous en êtes propriétaire :`,
    answered: fr`Vous répondez aux demandes d'accès :`,
    how: fr`Connectez-vous comme d'habitude : ils sont dans la liste de vos dossiers.`,
    why: fr`${data.organisation} vous envoie ce courriel parce que des dossiers vous sont confiés.`,
  }),
  en: (data: Data) => ({
    subject: en`Dossiers are handed over to you – ${data.organisation}`,
    preview: en`What somebody else looked after is now yours to follow up.`,
    heading: en`Dossiers are handed over to you`,
    greeting: en`Hello ${data.name},`,
    handed: en`What ${data.from} looked after is handed over to you: ${sayCount(countOf(data), 'dossier', 'dossiers', 'en')}.`,
    owned: en`You own:`,
    answered: en`You answer the access requests of:`,
    how: en`Sign in as usual: they are in the list of your dossiers.`,
    why: en`${data.organisation} sends you this e-mail because dossiers are entrusted to you.`,
  }),
}

/** Tells a successor which dossiers are theirs from now on, by number alone: mails travel outside (D-20, D-09). */
export const dossierHandedOver: Template<'dossier-handed-over'> = (data, language) => {
  const text = texts[language](data)
  const facts: [string, string][] = [
    [text.owned, data.owned.join(', ')],
    [text.answered, data.answered.join(', ')],
  ]
  return {
    ...text,
    body: (
      <>
        <Paragraph>{text.greeting}</Paragraph>
        <Paragraph>{text.handed}</Paragraph>
        <Facts facts={facts.filter(([, numbers]) => numbers !== '')} />
        <Paragraph>{text.how}</Paragraph>
      </>
    ),
  }
}
