import { html } from 'hono/html'
import { choice, choices, questionField, reasonField } from './answer-form.ts'
import type { DecisionView } from './decision-page.ts'
import { decisionTexts } from './decision-texts.ts'
import { type FieldError, fieldError } from './show-errors.ts'
import { type Html, oneLine, show } from './show-text.ts'

const decisionChoices = (
  { language, newUser, profiles, mayAsk }: DecisionView,
  chosen: string | undefined,
  error?: FieldError,
): Html => {
  const text = decisionTexts[language]
  const answers = html`${profiles.length > 0 && choice('decision', 'approve', chosen === 'approve', text.approve)}
${choice('decision', 'refuse', chosen === 'refuse', text.refuse)}
${mayAsk && choice('decision', 'ask', chosen === 'ask', text.ask)}`
  return choices(text.choice(show(newUser.name)), answers, error)
}

const profileChoices = (view: DecisionView, chosen: string, error?: FieldError): Html => {
  const text = decisionTexts[view.language]
  const { askedProfile, profiles } = view
  if (profiles.length === 0) return html`<p>${text.noProfile}</p>`
  const givable = profiles.map(({ id, label, reach }) => {
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
${givable}
</fieldset>`
}

/** The form of the decision page; without an `action` it is sent to the page's own address, language included. */
export const decisionForm = (view: DecisionView, error: FieldError | undefined): Html => {
  const text = decisionTexts[view.language]
  const { decision, profile, reason, question } =
    view.error === 'changed' ? { ...view.values, decision: undefined, profile: undefined } : (view.values ?? {})
  const errorAt = (target: string) => (error?.target === target ? error : undefined)
  return html`<form class="sheet" method="post" novalidate aria-labelledby="decision-heading">
<h2 id="decision-heading">${text.decision}</h2>
<p>${text.nothingYet}</p>
<input type="hidden" name="version" value="${view.version}">
${decisionChoices(view, decision, errorAt('decision-approve'))}
${profileChoices(view, profile ?? view.askedProfile, errorAt('profiles'))}
${reasonField(text.reason, text.reasonHint(show(view.requester.name)), reason ?? '', errorAt('reason'))}
${view.mayAsk && questionField(text.question, text.questionHint(show(view.requester.name)), question ?? '', errorAt('question'))}
<button type="submit">${text.send}</button>
</form>`
}
