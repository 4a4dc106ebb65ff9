import { html } from 'hono/html'
import { type Language, type Page, type PageBasics, page } from './page.ts'
import { type Html, showAddress } from './show-text.ts'

const texts = {
  en: {
    title: 'Your account is ready',
    what: (email: Html) => html`You can now sign in with ${email} and the password that you have just chosen.`,
    served: 'The link in your e-mail has served and no longer works; you can close this page.',
  },
  fr: {
    title: 'Votre compte est prêt',
    what: (email: Html) =>
      html`Vous pouvez maintenant vous connecter avec ${email} et le mot de passe que vous venez de choisir.`,
    served: 'Le lien de votre e-mail a servi et ne fonctionne plus\u202f; vous pouvez fermer cette page.',
  },
} as const satisfies Record<Language, unknown>

/** The password is set and the account open; shown in answer to the form. Status 200. */
export const activatedPage = (view: PageBasics & { email: string }): Page => {
  const text = texts[view.language]
  return page({
    ...view,
    status: 200,
    title: text.title,
    main: html`<div class="sheet">
<p class="mark" aria-hidden="true">✓</p>
<h1>${text.title}</h1>
<p class="lead">${text.what(html`<strong>${showAddress(view.email)}</strong>`)}</p>
<p class="soft">${text.served}</p>
</div>`,
    languageSwitch: false,
  })
}
