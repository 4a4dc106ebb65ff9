import { html } from 'hono/html'
import type { DecisionView } from './decision-page.ts'
import { decisionTexts } from './decision-texts.ts'
import { type FieldError, fieldError } from './show-errors.ts'
import { asTyped, type Html, oneLine, show } from './show-text.ts'

const choice = (name: string, value: string, checked: boolean, label: Html | string, more?: Html): Html =>
  html`<div class="choice"><input type="radio" id="${name}-${value}" name="${name}" value="${value}" required${checked && html` checked`}>
<label for="${name}-${value}">${label}</label>${more}</div>
`

const decisionChoices = (
  { language, newUser, profiles }: DecisionView,
  chosen: string | undefined,
  error?: FieldError,
): Html => {
  const text = decisionTexts[language]
  return html`<fieldset id="decisions"${error && html` class="wrong" aria-describedby="decision-error"`}>
<legend>${text.choice(show(newUser.name))}</legend>
${fieldError('decision-error', error)}
${profiles.length > 0 && choice('decision', 'approve', chosen === 'approve', text.approve)}
${choice('decision', 'refuse', chosen === 'refuse', text.refuse)}
</fieldset>`
}

const profileChoices = (view: DecisionView, chosen: string, error?: FieldError): Html => {
  const text = decisionTexts[view.language]
  const { askedProfile, profiles } = view
  if (profiles.length === 0) return html`<p>${text.noProfile}</p>`
  const choices = profiles.map(({ id, label, reach }) => {
    const asked = id === askedProfile && html` <span class="badge">${text.asked}</span>`
    const words = reach.length > 0 ? reach : [text.noReach]
    // Folded but for the ones that matter now: six lists on a phone would push the decision out of sight.
    const details = html`<details${(id === askedProfile || id === chosen) && html` open`}>
<summary><span>${text.reach} <span class="unseen">(${show(label)})</span></span></summary>
<ul>${words.map((word) => html`<li>${oneLine(word)}</li>`)}</ul>
</details>`
    return choice('profile', id, id === chosen, html`${show(label)}${asked}`, details)
  })
  return html`<fieldset class="if-approved${error && ' wrong'}" id="profiles" tabindex="-1" aria-describedby="${error && 'profile-error '}profile-hint">
<legend>${text.profile}</legend>
<p class="hint" id="profile-hint">${text.profileHint(show(view.newUser.name))}</p>
${!profiles.some(({ id }) => id === askedProfile) && html`<p>${text.askedNotGivable}</p>`}
${fieldError('profile-error', error)}
${choices}
</fieldset>`
}

const reasonField = ({ language, requester }: DecisionView, typed: string, error?: FieldError): Html => {
  const text = decisionTexts[language]
  // A browser drops the first line end inside a textarea; this one is given to it, so that none of the person's is lost.
  return html`<div class="field if-refused">
<label for="reason">${text.reason}</label>
<p class="hint" id="reason-hint">${text.reasonHint(show(requester.name))}</p>
${fieldError('reason-error', error)}
<textarea id="reason" name="reason" rows="5" maxlength="1000" dir="auto"${error && html` aria-invalid="true"`} aria-describedby="${error && 'reason-error '}reason-hint">
${asTyped(typed)}</textarea>
</div>`
}

/** The form of the decision page; without an `action` it is sent to the page's own address, language included. */
export const decisionForm = (view: DecisionView, error: FieldError | undefined): Html => {
  const text = decisionTexts[view.language]
  const { decision, profile, reason } =
    view.error === 'changed' ? { ...view.values, decision: undefined, profile: undefined } : (view.values ?? {})
  const errorAt = (target: string) => (error?.target === target ? error : undefined)
  return html`<form class="sheet" method="post" novalidate aria-labelledby="decision-heading">
<h2 id="decision-heading">${text.decision}</h2>
<p>${text.nothingYet}</p>
<input type="hidden" name="version" value="${view.version}">
${decisionChoices(view, decision, errorAt('decision-approve'))}
${profileChoices(view, profile ?? view.askedProfile, errorAt('profiles'))}
${reasonField(view, reason ?? '', errorAt('reason'))}
<button type="submit">${text.send}</button>
</form>`
}
