import { html } from 'hono/html'
import { type Profile, profiles as profileNames } from '../../../shared/roles.ts'
import { type FormFault, messageSection, row, statuses } from './answer-form.ts'
import { decisionForm } from './decision-form.ts'
import { decisionTexts, type EarlierOutcome } from './decision-texts.ts'
import { type Page, type PageBasics, page } from './page.ts'
import { errorSummary, type FieldError, titleWithError } from './show-errors.ts'
import { showDay, showMoment } from './show-moment.ts'
import { type Html, manyLines, show, showAddress, showStrong } from './show-text.ts'

type Person = { readonly name: string; readonly email: string }

/** What the decision page shows. Moments are UTC ISO-8601; `timeZone` is the IANA name they are shown in. */
export type DecisionView = PageBasics & {
  /** Whose link it is. */
  readonly reader: string
  /** The absent person in whose place they decide; null when they do for themself (B-11). */
  readonly standsInFor: string | null
  /** How many others are asked, any of whom decides. */
  readonly askedBesides: number
  /** How many days the access would last; null where it has no end (P-12). */
  readonly accessDays: number | null
  /** What was asked about the request, oldest first, and the answers; null where there is none yet. */
  readonly questions: readonly { readonly at: string; readonly text: string; readonly answer: string | null }[]
  /** Whether more information may be asked for. */
  readonly mayAsk: boolean
  readonly requester: Person
  readonly newUser: Person
  /** The client's name is null where the dossier is confidential and not the reader's to read (D-09). */
  readonly dossier: { readonly number: string; readonly clientName: string | null }
  readonly askedProfile: Profile
  /** The profiles that this reader may give, with what each would reach in plain words of the reader's language. */
  readonly profiles: readonly { readonly id: Profile; readonly label: string; readonly reach: readonly string[] }[]
  readonly message: string | null
  readonly earlier: readonly { readonly at: string; readonly outcome: EarlierOutcome; readonly reason: string | null }[]
  readonly askedAt: string
  readonly expiresAt: string
  readonly timeZone: string
  /** The version of what is shown: it comes back with the decision. */
  readonly version: string
  /** Why what was sent did not count; `choice-missing` also stands for an approval without a profile. */
  readonly error?: FormFault | QuestionFault | undefined
  /** What was sent, so that nothing typed is lost. */
  readonly values?: DecisionValues | undefined
}

/** The fields as they came from the form, unchecked. */
export type DecisionValues = {
  readonly decision?: string | undefined
  readonly profile?: string | undefined
  readonly reason?: string | undefined
  readonly question?: string | undefined
}

type QuestionFault = 'question-missing' | 'question-too-long'
const allStatuses = { ...statuses, 'question-missing': 422, 'question-too-long': 422 } as const

const errorOf = ({ error, values, language }: DecisionView): FieldError | undefined => {
  const { errors } = decisionTexts[language]
  if (error === 'reason-missing' || error === 'reason-too-long') return { target: 'reason', sentence: errors[error] }
  if (error === 'question-missing' || error === 'question-too-long')
    return { target: 'question', sentence: errors[error] }
  if (error === 'changed') return { target: 'request', sentence: errors.changed }
  if (error !== 'choice-missing') return undefined
  return values?.decision === 'approve'
    ? { target: 'profiles', sentence: errors['profile-missing'] }
    : { target: 'decision-approve', sentence: errors['choice-missing'] }
}

const request = (view: DecisionView): Html => {
  const { language, timeZone } = view
  const text = decisionTexts[language]
  const asked =
    view.profiles.find(({ id }) => id === view.askedProfile)?.label ?? profileNames[view.askedProfile][language]
  return html`<section class="sheet" id="request" tabindex="-1" aria-labelledby="request-heading">
<h2 id="request-heading">${text.request}</h2>
<dl>
${row(text.newUser, showStrong(view.newUser.name), showAddress(view.newUser.email))}
${row(text.requester, show(view.requester.name), showAddress(view.requester.email))}
${row(text.dossier, show(view.dossier.number), view.dossier.clientName === null ? text.noName : show(view.dossier.clientName))}
${row(text.askedProfile, show(asked))}
${row(text.askedAt, showMoment(view.askedAt, timeZone, language))}
${row(text.expiresAt, showMoment(view.expiresAt, timeZone, language), text.silence)}
${row(text.lasts, html`${view.accessDays === null ? text.endless : text.days(show(String(view.accessDays)))}`)}
${row(text.yours, show(view.reader), view.askedBesides > 0 ? text.besides(show(String(view.askedBesides))) : text.alone)}
</dl>
</section>
${messageSection(text.message, view.message)}
${questionSection(view)}`
}

/** What was asked about the request so far, and what was answered. */
const questionSection = ({ questions, language, timeZone }: DecisionView): Html | undefined => {
  if (questions.length === 0) return undefined
  const text = decisionTexts[language]
  const entries = questions.map(
    ({ at, text: asked, answer }) => html`<li><p class="soft">${showDay(at, timeZone, language)}</p>
<blockquote dir="auto">${manyLines(asked)}</blockquote>
${answer === null ? html`<p>${text.noAnswer}</p>` : html`<p>${text.answer}</p><blockquote dir="auto">${manyLines(answer)}</blockquote>`}</li>
`,
  )
  return html`<section class="sheet" aria-labelledby="questions-heading">
<h2 id="questions-heading">${text.questions}</h2>
<ul class="earlier">${entries}</ul>
</section>`
}

const earlierRequests = ({ earlier, language, timeZone }: DecisionView): Html => {
  const text = decisionTexts[language]
  const entries = earlier.map(
    ({ at, outcome, reason }) => html`<li><p><strong>${text.outcomes[outcome]}</strong></p>
<p class="soft">${showDay(at, timeZone, language)}</p>
${reason?.trim() && html`<p>${text.reasonGiven(show(reason))}</p>`}</li>
`,
  )
  return html`<section class="sheet" aria-labelledby="earlier-heading">
<h2 id="earlier-heading">${text.earlier}</h2>
${entries.length > 0 ? html`<ul class="earlier">${entries}</ul>` : html`<p>${text.noEarlier}</p>`}
</section>`
}

/**
 * The page behind a responsible's link (P-11, P-12, B-16): who asks for what for whom, what each profile would reach,
 * what was asked before, and the form that decides. It posts `decision` ("approve" or "refuse", nothing preselected),
 * `profile` (the asked one preselected), `reason` and `version` to its own address.
 *
 * Status 200; 422 when an answer is missing, 409 when the request changed. After a change the choices are asked
 * afresh, because they were made on something else; the reason that was typed stays.
 */
export const decisionPage = (view: DecisionView): Page => {
  const text = decisionTexts[view.language]
  const error = errorOf(view)
  return page({
    ...view,
    status: view.error ? allStatuses[view.error] : 200,
    title: titleWithError(text.title, error, view.language),
    main: html`<h1>${text.title}</h1>
${errorSummary(error, view.language)}
<p class="lead">${text.lead(
      showStrong(view.requester.name),
      showStrong(view.newUser.name),
      show(view.dossier.number),
    )}</p>
${view.standsInFor !== null && html`<p class="lead">${text.standsIn(showStrong(view.standsInFor))}</p>`}
${request(view)}
${earlierRequests(view)}
${decisionForm(view, error)}`,
    footer: text.footer,
    languageSwitch: true,
  })
}
