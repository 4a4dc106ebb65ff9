import { html } from 'hono/html'
import { type Language, type Page, type PageBasics, page } from './page.ts'
import { type Html, show } from './show-text.ts'

const texts = {
  en: {
    title: 'This link does not work',
    why: 'A link serves once and for a limited time. It may also have been cut off when it was copied.',
    advice: 'What you can do',
    newest: 'Open the link again from the newest e-mail that you received, rather than from a copy.',
    ask: (organisation: Html) =>
      html`If it still does not work, ask for a new e-mail from the person you are in contact with at ${organisation}.`,
    unchanged: 'This try has changed nothing.',
  },
  fr: {
    title: 'Ce lien ne fonctionne pas',
    why: 'Un lien ne sert qu’une fois et pour une durée limitée. Il peut aussi avoir été coupé en le copiant.',
    advice: 'Ce que vous pouvez faire',
    newest: 'Ouvrez à nouveau le lien depuis le dernier e-mail reçu, plutôt que depuis une copie.',
    ask: (organisation: Html) =>
      html`S’il ne fonctionne toujours pas, demandez un nouvel e-mail à la personne avec qui vous êtes en contact chez ${organisation}.`,
    unchanged: 'Cet essai n’a rien changé.',
  },
} as const satisfies Record<Language, unknown>

/**
 * The one answer to a link that is wrong, used, expired or forged (P-11): byte for byte the same for all of them, so
 * that nobody learns which links exist. Status 404.
 */
export const deadLinkPage = ({ language, organisation }: PageBasics): Page => {
  const text = texts[language]
  return page({
    language,
    organisation,
    status: 404,
    title: text.title,
    main: html`<div class="sheet">
<h1>${text.title}</h1>
<p class="lead">${text.why}</p>
<h2>${text.advice}</h2>
<ul>
<li>${text.newest}</li>
<li>${text.ask(show(organisation))}</li>
</ul>
<p class="soft">${text.unchanged}</p>
</div>`,
    languageSwitch: true,
  })
}
