/** The parts of a form in which somebody says yes or no, and why not. */
import { html } from 'hono/html'
import { type FieldError, fieldError } from './show-errors.ts'
import { asTyped, type Html, manyLines } from './show-text.ts'

/** One answer to choose, with its label and whatever explains it. */
export const choice = (name: string, value: string, checked: boolean, label: Html | string, more?: Html): Html =>
  html`<div class="choice"><input type="radio" id="${name}-${value}" name="${name}" value="${value}" required${checked && html` checked`}>
<label for="${name}-${value}">${label}</label>${more}</div>
`

/** The answers to choose from, under their question. */
export const choices = (question: Html | string, answers: Html, error: FieldError | undefined): Html =>
  html`<fieldset id="decisions"${error && html` class="wrong" aria-describedby="decision-error"`}>
<legend>${question}</legend>
${fieldError('decision-error', error)}
${answers}
</fieldset>`

/** Why somebody refuses: shown with that answer alone, where the browser can. */
export const reasonField = (
  label: string,
  hint: Html | string,
  typed: string,
  error: FieldError | undefined,
  // A browser drops the first line end inside a textarea; this one is given to it, so that none of the person's is lost.
): Html => html`<div class="field if-refused">
<label for="reason">${label}</label>
<p class="hint" id="reason-hint">${hint}</p>
${fieldError('reason-error', error)}
<textarea id="reason" name="reason" rows="5" maxlength="1000" dir="auto"${error && html` aria-invalid="true"`} aria-describedby="${error && 'reason-error '}reason-hint">
${asTyped(typed)}</textarea>
</div>`

/** What somebody needs to know first: shown with that answer alone, where the browser can. */
export const questionField = (
  label: string,
  hint: Html | string,
  typed: string,
  error: FieldError | undefined,
): Html => html`<div class="field if-asked">
<label for="question">${label}</label>
<p class="hint" id="question-hint">${hint}</p>
${fieldError('question-error', error)}
<textarea id="question" name="question" rows="4" maxlength="1000" dir="auto"${error && html` aria-invalid="true"`} aria-describedby="${error && 'question-error '}question-hint">
${asTyped(typed)}</textarea>
</div>`

/** One row of what is to be answered. */
export const row = (term: string, detail: Html, note?: Html | string): Html =>
  html`<div><dt>${term}</dt><dd>${detail}${note && html` <span class="soft">${note}</span>`}</dd></div>`

/** What somebody wrote with it, if anything. */
export const messageSection = (heading: string, message: string | null): Html | undefined =>
  message === null || message.trim() === ''
    ? undefined
    : html`<section class="sheet" aria-labelledby="message-heading">
<h2 id="message-heading">${heading}</h2>
<blockquote dir="auto">${manyLines(message)}</blockquote>
</section>`

/** The statuses of a page that comes again because its form decides nothing yet. */
export const statuses = { 'reason-missing': 422, 'reason-too-long': 422, 'choice-missing': 422, changed: 409 } as const
export type FormFault = keyof typeof statuses
