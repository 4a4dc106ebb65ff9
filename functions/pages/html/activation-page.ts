import { html } from 'hono/html'
import { type Language, type Page, type PageBasics, page } from './page.ts'
import { errorSummary, type FieldError, fieldError, titleWithError } from './show-errors.ts'
import { type Html, oneLine, show, showAddress, showStrong } from './show-text.ts'

const texts = {
  en: {
    title: 'Choose your password',
    lead: (name: Html, organisation: Html) =>
      html`Welcome, ${name}. ${organisation} has opened an account for you; it is ready once you have chosen a password.`,
    account: (email: Html) => html`You will sign in with ${email}.`,
    password: 'New password',
    rule: (length: number) =>
      `At least ${length} characters. Several words that have nothing to do with each other are easy to remember and hard to guess. Leave out your name, your e-mail address and passwords that you use elsewhere.`,
    repeat: 'The same password again',
    send: 'Activate my account',
    footer: 'This link is for you alone and serves once. We never ask for your password by e-mail or by telephone.',
    errors: {
      'too-short': (length: number) => `This password is too short: it needs at least ${length} characters.`,
      'too-long': () => 'This password is too long: it may have 128 characters at most.',
      'outer-space': () => 'A password cannot begin or end with a space.',
      'too-weak': () => 'This password is too easy to guess: choose a longer one, or less common words.',
      mismatch: () => 'The two passwords are not the same: type both again.',
    },
  },
  fr: {
    title: 'Choisissez votre mot de passe',
    lead: (name: Html, organisation: Html) =>
      html`Bienvenue, ${name}. ${organisation} vous a ouvert un compte\u202f; il sera prêt dès que vous aurez choisi un mot de passe.`,
    account: (email: Html) => html`Vous vous connecterez avec ${email}.`,
    password: 'Nouveau mot de passe',
    rule: (length: number) =>
      `Au moins ${length} caractères. Plusieurs mots sans rapport entre eux se retiennent bien et se devinent mal. Évitez votre nom, votre adresse e-mail et les mots de passe que vous utilisez ailleurs.`,
    repeat: 'Le même mot de passe, encore une fois',
    send: 'Activer mon compte',
    footer:
      'Ce lien vous est personnel et ne sert qu’une fois. Nous ne demandons jamais votre mot de passe par e-mail ni par téléphone.',
    errors: {
      'too-short': (length: number) => `Ce mot de passe est trop court\u00a0: il faut au moins ${length} caractères.`,
      'too-long': () => 'Ce mot de passe est trop long\u00a0: il peut avoir 128 caractères au plus.',
      'outer-space': () => 'Un mot de passe ne peut ni commencer ni finir par une espace.',
      'too-weak': () =>
        'Ce mot de passe est trop facile à deviner\u00a0: choisissez-en un plus long, ou des mots moins courants.',
      mismatch: () => 'Les deux mots de passe ne sont pas identiques\u00a0: saisissez-les à nouveau tous les deux.',
    },
  },
} as const satisfies Record<Language, unknown>

/** What the activation page shows; `minimumLength` is in characters. */
export type ActivationView = PageBasics & {
  readonly name: string
  readonly email: string
  readonly minimumLength: number
  readonly error?: 'too-short' | 'too-long' | 'outer-space' | 'too-weak' | 'mismatch' | undefined
}

const passwordField = (id: string, label: string, hint: string | undefined, error: FieldError | undefined): Html => {
  const describedBy = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ')
  return html`<div class="field">
<label for="${id}">${label}</label>
${hint && html`<p class="hint" id="${id}-hint">${hint}</p>`}
${fieldError(`${id}-error`, error)}
<input type="password" id="${id}" name="${id}" autocomplete="new-password" autocapitalize="none" spellcheck="false" required${error && html` aria-invalid="true"`}${describedBy && html` aria-describedby="${describedBy}"`}>
</div>`
}

/**
 * The page behind an invitation's link: choose a password. Posts `password` and `repeat` to its own address; a
 * password is never sent back to the browser. Status 200, or 422 with an error.
 */
export const activationPage = (view: ActivationView): Page => {
  const { language, minimumLength } = view
  const text = texts[language]
  const error: FieldError | undefined = view.error && {
    target: view.error === 'mismatch' ? 'repeat' : 'password',
    sentence: text.errors[view.error](minimumLength),
  }
  const errorAt = (target: string) => (error?.target === target ? error : undefined)
  return page({
    ...view,
    status: error ? 422 : 200,
    title: titleWithError(text.title, error, language),
    main: html`<h1>${text.title}</h1>
${errorSummary(error, language)}
<p class="lead">${text.lead(showStrong(view.name), show(view.organisation))}</p>
<form class="sheet" method="post" novalidate>
<p>${text.account(html`<strong>${showAddress(view.email)}</strong>`)}</p>
${
  // For password managers only: without a name it is not sent, and what it says stands in the sentence above.
  html`<input type="text" autocomplete="username" value="${oneLine(view.email)}" readonly hidden>`
}
${passwordField('password', text.password, text.rule(minimumLength), errorAt('password'))}
${passwordField('repeat', text.repeat, undefined, errorAt('repeat'))}
<button type="submit">${text.send}</button>
</form>`,
    footer: text.footer,
    languageSwitch: true,
  })
}
