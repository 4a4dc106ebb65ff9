import { type DomainEvent, event } from '../../shared/events.ts'
import { type Problem, problem } from '../../shared/problems.ts'
import type { Policy } from '../../shared/rules/decide.ts'
import type { Stored } from '../../shared/table/record.ts'
import { perhaps, type Write } from '../../shared/table/table.ts'
import { type Absence, Absences, isAbsent } from '../absences/records.ts'
import { awaitedOf, stopAwaiting } from '../documents/awaited-approvals.ts'
import { type Approval, type AwaitedApproval, type Document, moveDocument, type Verdict } from '../documents/records.ts'
import type { Dossier } from '../dossiers/records.ts'
import type { Tools } from '../kernel/handler.ts'
import { endAfter, hasGivenVerdict, stillToAnswer, turnOf } from './turn.ts'
import { ableNow } from './whom-to-ask.ts'

/** What somebody answers, and what they saw when they did. */
export type Given = Pick<Verdict, 'verdict' | 'reason' | 'onBehalfOf'> & {
  readonly approvalId: string
  /** The version of the document that they saw. */
  readonly version: number
}

type Giving = Pick<Tools, 'actor' | 'read' | 'now'> & {
  readonly policy: Policy
  readonly dossier: Stored<Dossier>
  readonly document: Stored<Document>
}

export type Answered = {
  readonly document: Document
  readonly ended: 'approved' | 'rejected' | undefined
  readonly writes: readonly Write[]
  readonly events: readonly DomainEvent[]
}

/**
 * What a verdict writes: it is added, and where it ends the approval the document moves on, in one transaction (P-07). An
 * approval counts for the version that was seen; a rejection for the approval that was seen, whatever verdicts came
 * meanwhile: the narrower wins. Problems: `not-in-approval`, `precondition-failed` (show it again), `not-your-turn`.
 */
export const giveVerdict = async (giving: Giving, given: Given): Promise<Answered | Problem> => {
  const { actor, document, now } = giving
  const { approval } = document
  if (approval === undefined || document.state !== 'to-approve') return problem('not-in-approval')
  const isAnother = given.approvalId !== approval.approvalId
  if (isAnother || (given.verdict === 'approved' && given.version !== document.version))
    return problem('precondition-failed')

  const { onBehalfOf } = given
  const [able, awaited, { absence }] = await Promise.all([
    ableNow({ ...giving, approval }, giving),
    giving.read(awaitedOf(document)) as Promise<Readonly<Record<string, Stored<AwaitedApproval> | undefined>>>,
    onBehalfOf === null ? nobodyAbsent : giving.read({ absence: perhaps(Absences, { personId: onBehalfOf }) }),
  ])
  if (onBehalfOf !== null && !standsIn(absence, approval, giving)) return problem('not-your-turn')
  const inWhoseName = onBehalfOf ?? actor.personId
  if (!turnOf(approval, able).includes(inWhoseName)) return problem('not-your-turn')

  const { verdict, reason } = given
  const verdicts = [...approval.verdicts, { personId: actor.personId, onBehalfOf, verdict, reason, at: now }]
  const ended = endAfter({ ...approval, verdicts }, able)
  const after = { ...approval, verdicts, endedAt: ended === undefined ? null : now }
  const changes = { approval: after, approvers: ended === undefined ? stillToAnswer(after) : [] }
  const state = ended ?? 'to-approve'
  return {
    document: { ...document, ...changes, state },
    ended,
    writes: [
      moveDocument(document, state, changes),
      ...(ended === undefined ? stopAwaiting(awaited, [inWhoseName]) : stopAwaiting(awaited)),
    ],
    events: eventsOf(document, after, ended, actor.personId),
  }
}

const nobodyAbsent: { readonly absence?: Absence | undefined } = {}

/** Whether whoever answers stands in for the absent person now; not who has a voice of their own in it, or gave one (B-11). */
const standsIn = (absence: Absence | undefined, approval: Approval, { actor, now }: Giving): boolean =>
  isAbsent(absence, now) &&
  absence.deputyId === actor.personId &&
  !approval.approverIds.includes(actor.personId) &&
  !hasGivenVerdict(approval, actor.personId)

const eventsOf = (
  { dossierId, documentId }: Document,
  { approvalId }: Approval,
  outcome: Answered['ended'],
  by: string,
): readonly DomainEvent[] => {
  const ids = { dossierId, documentId, approvalId }
  if (outcome === undefined) return [event('approval-given', { ...ids, by })]
  const ready = outcome === 'approved' ? [event('document-ready', { dossierId, documentId })] : []
  return [event('approval-ended', { ...ids, outcome, by }), ...ready]
}
