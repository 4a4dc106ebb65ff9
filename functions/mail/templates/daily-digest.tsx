import { List, Paragraph } from './layout.tsx'
import type { MailData, Template } from './mail-data.ts'
import { en, fr, sayCount } from './say.ts'

type Data = MailData['daily-digest']

const texts = {
  fr: (data: Data) => ({
    subject: fr`Votre résumé du jour – ${data.organisation}`,
    preview: fr`Ce qui s'est passé depuis votre dernier résumé et qui vous concerne.`,
    heading: fr`Votre résumé du jour`,
    greeting: fr`Bonjour ${data.name},`,
    since: fr`Voici ce qui s'est passé depuis votre dernier résumé et qui vous concerne :`,
    lines: data.lines.map((line) => fr`${line.fr}`),
    more: fr`Votre fil en contient ${sayCount(data.more, 'autre', 'autres', 'fr')}.`,
    how: fr`Connectez-vous comme d'habitude : votre fil en dit plus.`,
    why: fr`${data.organisation} vous envoie ce courriel parce que vous avez choisi un résumé par jour. Ce choix se change dans votre espace en ligne.`,
  }),
  en: (data: Data) => ({
    subject: en`Your summary of the day – ${data.organisation}`,
    preview: en`What happened since your last summary and concerns you.`,
    heading: en`Your summary of the day`,
    greeting: en`Hello ${data.name},`,
    since: en`This has happened since your last summary, and concerns you:`,
    lines: data.lines.map((line) => en`${line.en}`),
    more: en`Your feed holds ${sayCount(data.more, 'more', 'more', 'en')}.`,
    how: en`Sign in as usual: your feed says more.`,
    why: en`${data.organisation} sends you this e-mail because you chose one summary a day. You may change that in your online space.`,
  }),
}

/** Tells once a day what happened, in the sentences of the feed (B-06). */
export const dailyDigest: Template<'daily-digest'> = (data, language) => {
  const text = texts[language](data)
  return {
    ...text,
    body: (
      <>
        <Paragraph>{text.greeting}</Paragraph>
        <Paragraph>{text.since}</Paragraph>
        <List items={text.lines} />
        {data.more > 0 && <Paragraph>{text.more}</Paragraph>}
        <Paragraph>{text.how}</Paragraph>
      </>
    ),
  }
}
