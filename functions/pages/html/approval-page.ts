import { html } from 'hono/html'
import type { Bilingual } from '../../../shared/roles.ts'
import { choice, choices, type FormFault, reasonField, row, statuses } from './answer-form.ts'
import { approvalTexts } from './approval-texts.ts'
import { type Page, type PageBasics, page } from './page.ts'
import { errorSummary, type FieldError, titleWithError } from './show-errors.ts'
import { showDay, showMoment } from './show-moment.ts'
import { type Html, show, showStrong } from './show-text.ts'

/** What was said of the document; each is null where nobody has. */
export type ApprovalFacts = {
  readonly name: string
  readonly author: string
  readonly kind: Bilingual | null
  readonly party: string | null
  readonly number: string | null
  /** `YYYY-MM-DD`. */
  readonly date: string | null
  /** As it is read in the reader's language. */
  readonly amount: string | null
}

/** What the page of an approval shows. Moments are UTC ISO-8601; `timeZone` is the IANA name they are shown in. */
export type ApprovalPageView = PageBasics & {
  /** Null where the document is confidential: its facts are shown to whoever is signed in (D-09). */
  readonly facts: ApprovalFacts | null
  readonly dossier: string
  readonly rule: string
  readonly submitter: string
  /** The absent person whom the reader stands in for (B-11). */
  readonly inPlaceOf: string | null
  readonly submittedAt: string
  readonly timeZone: string
  /** The version of what is shown: it comes back with the answer. */
  readonly version: number
  /** Why what was sent did not count. */
  readonly error?: FormFault | 'not-your-turn' | undefined
  /** What was sent, so that nothing typed is lost. */
  readonly values?: { readonly decision?: string | undefined; readonly reason?: string | undefined } | undefined
}

const errorOf = ({ error, language }: ApprovalPageView): FieldError | undefined => {
  if (error === undefined) return undefined
  const sentence = approvalTexts[language].errors[error]
  if (error === 'reason-missing' || error === 'reason-too-long') return { target: 'reason', sentence }
  return { target: error === 'choice-missing' ? 'decision-approve' : 'document', sentence }
}

const known = (term: string, detail: Html | null): Html | undefined => (detail === null ? undefined : row(term, detail))
const shown = (text: string | null): Html | null => (text === null ? null : show(text))

const documentSection = (view: ApprovalPageView): Html => {
  const { language, timeZone, facts } = view
  const text = approvalTexts[language]
  const said =
    facts &&
    html`${row(text.file, showStrong(facts.name), text.content)}
${known(text.kind, facts.kind && show(facts.kind[language]))}
${known(text.party, shown(facts.party))}
${known(text.number, shown(facts.number))}
${known(text.date, facts.date === null ? null : showDay(facts.date, 'UTC', language))}
${known(text.amount, shown(facts.amount))}
${row(text.author, show(facts.author))}`
  return html`<section class="sheet" id="document" tabindex="-1" aria-labelledby="document-heading">
<h2 id="document-heading">${text.document}</h2>
${facts === null && html`<p>${text.noFacts}</p>`}
<dl>
${said}
${row(text.dossier, show(view.dossier))}
${row(text.submitter, show(view.submitter))}
${row(text.submittedAt, showMoment(view.submittedAt, timeZone, language))}
${row(text.rule, show(view.rule))}
${known(text.inPlaceOf, view.inPlaceOf === null ? null : showStrong(view.inPlaceOf))}
</dl>
</section>`
}

const form = (view: ApprovalPageView, error: FieldError | undefined): Html => {
  const text = approvalTexts[view.language]
  const { decision, reason = '' } =
    view.error === 'changed' ? { ...view.values, decision: undefined } : (view.values ?? {})
  const errorAt = (target: string) => (error?.target === target ? error : undefined)
  const answers = html`${choice('decision', 'approve', decision === 'approve', text.approve)}
${choice('decision', 'refuse', decision === 'refuse', text.reject)}`
  return html`<form class="sheet" method="post" novalidate aria-labelledby="answer-heading">
<h2 id="answer-heading">${text.answer}</h2>
<p>${text.nothingYet}</p>
<input type="hidden" name="version" value="${view.version}">
${choices(text.choice, answers, errorAt('decision-approve'))}
${reasonField(text.reason, text.reasonHint(show(view.submitter)), reason, errorAt('reason'))}
<button type="submit">${text.send}</button>
</form>`
}

/**
 * The page behind an approver's link (P-07, B-16): who put in what, what was said of it, the rule, and the form that
 * answers. It posts `decision` ("approve" or "refuse", nothing preselected), `reason` and `version` to its own address.
 *
 * Status 200; 422 when an answer is missing, 409 when something changed or it is somebody else's turn.
 */
export const approvalPage = (view: ApprovalPageView): Page => {
  const text = approvalTexts[view.language]
  const error = errorOf(view)
  const status = view.error === undefined ? 200 : view.error === 'not-your-turn' ? 409 : statuses[view.error]
  return page({
    ...view,
    status,
    title: titleWithError(text.title, error, view.language),
    main: html`<h1>${text.title}</h1>
${errorSummary(error, view.language)}
<p class="lead">${text.lead(showStrong(view.dossier))}</p>
${documentSection(view)}
${form(view, error)}`,
    footer: text.footer,
    languageSwitch: true,
  })
}

/** What was answered (P-07), shown in answer to the form. Status 200. */
export const approvalAnsweredPage = (
  view: PageBasics & { readonly answer: 'approved' | 'rejected'; readonly dossier: string },
): Page => {
  const text = approvalTexts[view.language]
  const { title, what } = text.answered[view.answer]
  const isApproved = view.answer === 'approved'
  return page({
    ...view,
    status: 200,
    title,
    main: html`<div class="sheet">
<p class="mark${!isApproved && ' plain'}" aria-hidden="true">${isApproved ? '✓' : '–'}</p>
<h1>${title}</h1>
<p class="lead">${what(showStrong(view.dossier))}</p>
<p class="soft">${text.served}</p>
</div>`,
    languageSwitch: false,
  })
}
