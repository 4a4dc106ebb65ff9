import { html } from 'hono/html'
import type { Language } from './page.ts'
import type { Html } from './show-text.ts'

/** What is wrong with a sent form: a sentence, and the id of the field (or part) to go to. */
export type FieldError = { readonly target: string; readonly sentence: string }

const texts = {
  en: { heading: 'Please check your answer', title: 'Error: ' },
  fr: { heading: 'Veuillez vérifier votre réponse', title: 'Erreur\u00a0: ' },
} as const satisfies Record<Language, unknown>

/** The window's title says first that something is wrong: it is what a screen reader speaks first. */
export const titleWithError = (title: string, error: FieldError | undefined, language: Language) =>
  error ? `${texts[language].title}${title}` : title

/** The summary at the top, which takes the focus when the page opens (no script needed) and leads to the field. */
export const errorSummary = (error: FieldError | undefined, language: Language): Html | undefined =>
  error &&
  html`<section class="errors" tabindex="-1" autofocus aria-labelledby="errors-heading">
<h2 id="errors-heading">${texts[language].heading}</h2>
<a href="#${error.target}">${error.sentence}</a>
</section>`

/** The same sentence at the field, which names it in `aria-describedby`. */
export const fieldError = (id: string, error: FieldError | undefined): Html | undefined =>
  error && html`<p class="error" id="${id}">${error.sentence}</p>`
