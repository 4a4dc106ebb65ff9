import { html } from 'hono/html'
import { type Language, type Page, type PageBasics, page } from './page.ts'
import { showWait } from './show-moment.ts'

const texts = {
  en: {
    title: 'Please wait a moment',
    why: 'There have been many tries in a short time.',
    advice: (wait: string) => `Wait ${wait}, then open the link from your e-mail again.`,
  },
  fr: {
    title: 'Veuillez patienter un instant',
    why: 'Il y a eu beaucoup d’essais en peu de temps.',
    advice: (wait: string) => `Attendez ${wait}, puis ouvrez à nouveau le lien de votre e-mail.`,
  },
} as const satisfies Record<Language, unknown>

/** Too many tries: says how long to wait, in `seconds` (the handler sends the same in Retry-After). Status 429. */
export const slowDownPage = (view: PageBasics & { seconds: number }): Page => {
  const text = texts[view.language]
  return page({
    ...view,
    status: 429,
    title: text.title,
    main: html`<div class="sheet">
<h1>${text.title}</h1>
<p class="lead">${text.why}</p>
<p>${text.advice(showWait(view.seconds, view.language))}</p>
</div>`,
    languageSwitch: true,
  })
}
