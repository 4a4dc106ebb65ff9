import { People } from '../../shared/people.ts'
import type { Policy } from '../../shared/rules/decide.ts'
import type { Stored } from '../../shared/table/record.ts'
import { perhaps } from '../../shared/table/table.ts'
import type { Approval, Document } from '../documents/records.ts'
import type { Dossier } from '../dossiers/records.ts'
import type { Tools } from '../kernel/handler.ts'
import { type ApprovalProgress, ApprovalProgresses, type ApprovalStep } from './records.ts'
import { type Ask, whomToAsk } from './whom-to-ask.ts'

type Looking = Pick<Tools, 'read' | 'now'> & { readonly policy: Policy; readonly dossier: Stored<Dossier> }

type Moment = {
  readonly step: ApprovalStep['step'] | 'begun' | 'approved' | 'rejected' | 'withdrawn'
  readonly at: string
  readonly personId: string | null
  readonly for: string | null
  readonly reason: string | null
}

/** The last approval of a document, as whoever sees the document is shown it: where it stands, and every step so far (P-07). */
export const showApproval = async (document: Stored<Document>, looking: Looking) => {
  const { dossierId, documentId, state, version, approval } = document
  const about = { dossierId, documentId, state, version }
  if (approval === undefined) return { ...about, approval: null }
  const { approvalId, ruleName, mode, approverIds, begunAt, begunBy, endedAt } = approval
  const isWaiting = state === 'to-approve'
  const known = [...approverIds, begunBy, ...approval.verdicts.map(({ personId }) => personId)]
  const [{ progress, ...first }, { asks }] = await Promise.all([
    looking.read({ progress: perhaps(ApprovalProgresses, { dossierId, approvalId }), ...namesOf(known) }) as Promise<
      { readonly progress: ApprovalProgress | undefined } & Readonly<Record<string, Named | undefined>>
    >,
    isWaiting ? whomToAsk({ dossier: looking.dossier, document, approval }, looking) : { asks: [] as readonly Ask[] },
  ])
  const timeline = timelineOf(approval, progress)
  // Deputies are known only by what was done so far, and are few.
  const others = [...asks, ...timeline].flatMap(({ personId }) => (personId === null ? [] : [personId]))
  const missing = others.filter((personId) => first[personId] === undefined)
  const more = missing.length === 0 ? {} : ((await looking.read(namesOf(missing))) as typeof first)
  const named = (personId: string) => ({ personId, name: (first[personId] ?? more[personId])?.name ?? '' })
  const perhapsNamed = (personId: string | null) => (personId === null ? null : named(personId))
  return {
    ...about,
    approval: {
      approvalId,
      ruleName,
      mode,
      approvers: approverIds.map(named),
      begunAt,
      begunBy: named(begunBy),
      endedAt,
      waitsFor: asks.map((ask) => ({ ...named(ask.personId), for: perhapsNamed(ask.for) })),
      timeline: timeline.map(({ personId, ...moment }) => ({
        ...moment,
        person: perhapsNamed(personId),
        for: perhapsNamed(moment.for),
      })),
    },
  }
}

type Named = { readonly name: string }

const namesOf = (personIds: readonly string[]) =>
  Object.fromEntries(personIds.map((personId) => [personId, perhaps(People, { personId })]))

/** In the order of time; of one moment, what was asked before what was answered. */
const timelineOf = (
  { begunAt, begunBy, verdicts, endedAt }: Approval,
  progress: ApprovalProgress | undefined,
): readonly Moment[] => {
  const given = verdicts.map(
    ({ verdict, at, personId, onBehalfOf, reason }): Moment => ({
      step: verdict,
      at,
      personId,
      for: onBehalfOf,
      reason,
    }),
  )
  const done = (progress?.steps ?? []).map((step): Moment => ({ ...step, reason: null }))
  const isWithdrawn = endedAt !== null && endedAt !== verdicts.at(-1)?.at
  return [
    { step: 'begun', at: begunAt, personId: begunBy, for: null, reason: null },
    ...[...done, ...given].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
    ...(isWithdrawn ? [{ step: 'withdrawn', at: endedAt, personId: null, for: null, reason: null } as const] : []),
  ]
}
