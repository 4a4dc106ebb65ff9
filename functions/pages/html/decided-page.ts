import { html } from 'hono/html'
import { type Language, type Page, type PageBasics, page } from './page.ts'
import { type Html, showStrong } from './show-text.ts'

const texts = {
  en: {
    approved: {
      title: 'Access given',
      what: (name: Html) =>
        html`Access is given to ${name}. They are told by e-mail, and invited to choose a password if they have none yet.`,
    },
    refused: {
      title: 'Access refused',
      what: (name: Html) => html`${name} gets no access. The person who asked receives your reason by e-mail.`,
    },
    asked: {
      title: 'Information asked for',
      what: (name: Html) =>
        html`Nothing is decided about ${name} yet. The person who asked receives your question by e-mail, and you are asked again with their answer.`,
    },
    profile: (profile: Html) => html`Profile: ${profile}`,
    served: 'Your answer is recorded. The link in your e-mail has served and no longer works; you can close this page.',
  },
  fr: {
    approved: {
      title: 'Accès donné',
      what: (name: Html) =>
        html`L’accès est donné à ${name}. Un e-mail l’en informe et, si besoin, l’invite à choisir un mot de passe.`,
    },
    refused: {
      title: 'Accès refusé',
      what: (name: Html) =>
        html`Aucun accès n’est donné à ${name}. La personne qui l’a demandé recevra votre motif par e-mail.`,
    },
    asked: {
      title: 'Information demandée',
      what: (name: Html) =>
        html`Rien n’est encore décidé pour ${name}. La personne qui a fait la demande recevra votre question par e-mail, et vous serez sollicité·e à nouveau avec sa réponse.`,
    },
    profile: (profile: Html) => html`Profil\u00a0: ${profile}`,
    served:
      'Votre réponse est enregistrée. Le lien de votre e-mail a servi et ne fonctionne plus\u202f; vous pouvez fermer cette page.',
  },
} as const satisfies Record<Language, unknown>

/** What was decided, or asked before deciding (P-11, P-12), shown in answer to the form. `profile` is the label of the profile given. Status 200. */
export const decidedPage = (
  view: PageBasics & { outcome: 'approved' | 'refused' | 'asked'; newUserName: string; profile?: string | undefined },
): Page => {
  const text = texts[view.language]
  const { title, what } = text[view.outcome]
  const approved = view.outcome === 'approved'
  return page({
    ...view,
    status: 200,
    title,
    main: html`<div class="sheet">
<p class="mark${!approved && ' plain'}" aria-hidden="true">${approved ? '✓' : '–'}</p>
<h1>${title}</h1>
<p class="lead">${what(showStrong(view.newUserName))}</p>
${approved && view.profile && html`<p>${text.profile(showStrong(view.profile))}</p>`}
<p class="soft">${text.served}</p>
</div>`,
    languageSwitch: false,
  })
}
