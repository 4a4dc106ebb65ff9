import { Paragraph } from './layout.tsx'
import type { MailData, Template } from './mail-data.ts'
import { en, fr } from './say.ts'

type Data = MailData['notice']

const texts = {
  fr: (data: Data) => ({
    subject: fr`Du nouveau dans votre espace en ligne – ${data.organisation}`,
    preview: fr`Ce qui vient de se passer vous concerne.`,
    heading: fr`Du nouveau dans votre espace en ligne`,
    greeting: fr`Bonjour ${data.name},`,
    line: fr`${data.line.fr}`,
    how: fr`Connectez-vous comme d'habitude : votre fil en dit plus.`,
    why: fr`${data.organisation} vous envoie ce courriel parce que vous avez choisi d'être averti·e aussitôt. Ce choix se change dans votre espace en ligne.`,
  }),
  en: (data: Data) => ({
    subject: en`News in your online space – ${data.organisation}`,
    preview: en`Something that concerns you has just happened.`,
    heading: en`News in your online space`,
    greeting: en`Hello ${data.name},`,
    line: en`${data.line.en}`,
    how: en`Sign in as usual: your feed says more.`,
    why: en`${data.organisation} sends you this e-mail because you chose to be told at once. You may change that in your online space.`,
  }),
}

/** Tells one thing that happened, where no mail has words of its own for it: the sentence of the feed (B-06). */
export const notice: Template<'notice'> = (data, language) => {
  const text = texts[language](data)
  return {
    ...text,
    body: (
      <>
        <Paragraph>{text.greeting}</Paragraph>
        <Paragraph>{text.line}</Paragraph>
        <Paragraph>{text.how}</Paragraph>
      </>
    ),
  }
}
