import { html } from 'hono/html'
import type { Label } from '../../dossiers/contents.ts'
import { choice, choices, type FormFault, messageSection, reasonField, row, statuses } from './answer-form.ts'
import { offerTexts } from './offer-texts.ts'
import { type Page, type PageBasics, page } from './page.ts'
import { errorSummary, type FieldError, titleWithError } from './show-errors.ts'
import { showMoment } from './show-moment.ts'
import { type Html, show, showStrong } from './show-text.ts'

/** What the page of an offer shows. Moments are UTC ISO-8601; `timeZone` is the IANA name they are shown in. */
export type OfferPageView = PageBasics & {
  readonly giver: string
  /** The client's name is null where the dossier is confidential (D-11). */
  readonly dossier: { readonly number: string; readonly clientName: string | null; readonly label: Label }
  readonly counts: { readonly items: number; readonly shares: number }
  readonly message: string | null
  readonly offeredAt: string
  readonly expiresAt: string
  readonly timeZone: string
  /** The version of what is shown: it comes back with the answer. */
  readonly version: number
  /** Why what was sent did not count. */
  readonly error?: FormFault | 'not-eligible' | undefined
  /** What was sent, so that nothing typed is lost. */
  readonly values?: OfferValues | undefined
}

/** The fields as they came from the form, unchecked. */
export type OfferValues = { readonly decision?: string | undefined; readonly reason?: string | undefined }

const errorOf = ({ error, language }: OfferPageView): FieldError | undefined => {
  if (error === undefined) return undefined
  const sentence = offerTexts[language].errors[error]
  if (error === 'reason-missing' || error === 'reason-too-long') return { target: 'reason', sentence }
  return { target: error === 'changed' ? 'offer' : 'decision-accept', sentence }
}

const offered = (view: OfferPageView): Html => {
  const { language, timeZone, dossier, counts } = view
  const text = offerTexts[language]
  return html`<section class="sheet" id="offer" tabindex="-1" aria-labelledby="offer-heading">
<h2 id="offer-heading">${text.offer}</h2>
<dl>
${row(text.giver, showStrong(view.giver))}
${row(text.dossier, showStrong(dossier.number), dossier.clientName === null ? text.noName : show(dossier.clientName))}
${row(text.label, html`${text.labels[dossier.label]}`)}
${row(text.items, show(String(counts.items)))}
${row(text.shares, text.people(show(String(counts.shares))))}
${row(text.offeredAt, showMoment(view.offeredAt, timeZone, language))}
${row(text.expiresAt, showMoment(view.expiresAt, timeZone, language), text.silence)}
</dl>
</section>
${messageSection(text.message, view.message)}`
}

const form = (view: OfferPageView, error: FieldError | undefined): Html => {
  const text = offerTexts[view.language]
  const { decision, reason = '' } =
    view.error === 'changed' ? { ...view.values, decision: undefined } : (view.values ?? {})
  const errorAt = (target: string) => (error?.target === target ? error : undefined)
  const hint = html`<p class="hint">${text.acceptHint}</p>`
  const answers = html`${choice('decision', 'accept', decision === 'accept', text.accept, hint)}
${choice('decision', 'refuse', decision === 'refuse', text.refuse)}`
  return html`<form class="sheet" method="post" novalidate aria-labelledby="answer-heading">
<h2 id="answer-heading">${text.answer}</h2>
<p>${text.nothingYet}</p>
<input type="hidden" name="version" value="${view.version}">
${choices(text.choice, answers, errorAt('decision-accept'))}
${reasonField(text.reason, text.reasonHint(show(view.giver)), reason, errorAt('reason'))}
<button type="submit">${text.send}</button>
</form>`
}

/**
 * The page behind a recipient's link (D-11, B-16): who offers what, enough of it to decide, and the form that answers. It
 * posts `decision` ("accept" or "refuse", nothing preselected), `reason` and `version` to its own address.
 *
 * Status 200; 422 when an answer is missing, 409 when the dossier changed or the reader may not take it over.
 */
export const offerPage = (view: OfferPageView): Page => {
  const text = offerTexts[view.language]
  const error = errorOf(view)
  const status = view.error === undefined ? 200 : view.error === 'not-eligible' ? 409 : statuses[view.error]
  return page({
    ...view,
    status,
    title: titleWithError(text.title, error, view.language),
    main: html`<h1>${text.title}</h1>
${errorSummary(error, view.language)}
<p class="lead">${text.lead(showStrong(view.giver), showStrong(view.dossier.number))}</p>
${offered(view)}
${form(view, error)}`,
    footer: text.footer,
    languageSwitch: true,
  })
}

/** What was answered (D-11), shown in answer to the form. Status 200. */
export const offerAnsweredPage = (
  view: PageBasics & { readonly answer: 'accepted' | 'refused'; readonly dossier: string },
): Page => {
  const text = offerTexts[view.language]
  const { title, what } = text.answered[view.answer]
  const isAccepted = view.answer === 'accepted'
  return page({
    ...view,
    status: 200,
    title,
    main: html`<div class="sheet">
<p class="mark${!isAccepted && ' plain'}" aria-hidden="true">${isAccepted ? '✓' : '–'}</p>
<h1>${title}</h1>
<p class="lead">${what(showStrong(view.dossier))}</p>
<p class="soft">${text.served}</p>
</div>`,
    languageSwitch: false,
  })
}
