import { html } from 'hono/html'
import { type Language, type Page, type PageBasics, page } from './page.ts'
import { type Html, show } from './show-text.ts'

const texts = {
  en: {
    title: 'Something went wrong',
    unchanged: 'The fault is ours, and nothing was changed.',
    advice: 'Wait a few minutes, then open the link from your e-mail again.',
    tell: (organisation: Html, id: Html) => html`If it happens again, give ${organisation} this number: ${id}`,
  },
  fr: {
    title: 'Une erreur s’est produite',
    unchanged: 'L’erreur vient de nous, et rien n’a été modifié.',
    advice: 'Attendez quelques minutes, puis ouvrez à nouveau le lien de votre e-mail.',
    tell: (organisation: Html, id: Html) =>
      html`Si cela se reproduit, communiquez ce numéro à ${organisation}\u00a0: ${id}`,
  },
} as const satisfies Record<Language, unknown>

/** A failure of ours: says that nothing changed, and the request id that finds it in the logs. Status 500. */
export const somethingWrongPage = (view: PageBasics & { requestId: string }): Page => {
  const text = texts[view.language]
  return page({
    ...view,
    status: 500,
    title: text.title,
    main: html`<div class="sheet">
<h1>${text.title}</h1>
<p class="lead">${text.unchanged}</p>
<p>${text.advice}</p>
<p class="soft">${text.tell(show(view.organisation), html`<strong>${show(view.requestId)}</strong>`)}</p>
</div>`,
    languageSwitch: true,
  })
}
