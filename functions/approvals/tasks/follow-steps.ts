/** What the workflow of an approval does. Each step looks again whether it is due: run twice, it does nothing more. */
import { type DomainEvent, event } from '../../../shared/events.ts'
import { type FollowUp, FollowUps } from '../../../shared/follow-ups.ts'
import { People } from '../../../shared/people.ts'
import { perhaps, remove, update } from '../../../shared/table/table.ts'
import { later, type Run } from '../../kernel/follow.ts'
import { type Act, type JobTools, TryAgain } from '../../kernel/job.ts'
import { nextReminder, ownerToldAt } from '../approval-times.ts'
import { findRuleKeepers } from '../find-rule-keepers.ts'
import { ApprovalProgresses, type ApprovalStep, withSteps } from '../records.ts'
import type { Ask } from '../whom-to-ask.ts'
import { hasToldOwner, isOwnerDue, isToldNobodyLeft, notYetAsked, readApproval, type Waits } from './read-approval.ts'

/** Asks those whose turn it has become, each by a mail with a link of their own; notes who was skipped (P-07). */
export const ask = (run: Run, tools: JobTools): Promise<Run> =>
  step(run, tools, (waits) => {
    const asks = notYetAsked(waits)
    if (asks.length === 0) return undefined
    const passed = asks.filter((one) => one.for !== null)
    return {
      action: 'approval.ask',
      steps: [...skippedSteps(waits), ...asks.map((one) => stepOf('asked', waits.at, one))],
      // Whoever is asked now is reminded from now on.
      since: waits.at,
      asked: true,
      events: [
        ...asks.map((one) => event('approval-asked', { ...idsOf(waits), ...one, reminder: false })),
        ...passed.map((one) =>
          event('approval-waits', { ...idsOf(waits), why: 'deputy-asked', to: [submitterOf(waits)], ...one }),
        ),
      ],
    }
  })

/** Reminds everybody whose turn it is; a link of before serves on, and each gets a new one (P-07). */
export const remind = (run: Run, tools: JobTools): Promise<Run> =>
  step(run, tools, (waits) => {
    if (!isAskDue(waits) || waits.asks.length === 0) return undefined
    return {
      action: 'approval.ask',
      steps: waits.asks.map((one) => stepOf('reminded', waits.at, one)),
      asked: true,
      events: waits.asks.map((one) => event('approval-asked', { ...idsOf(waits), ...one, reminder: true })),
    }
  })

/** Tells whoever may set the rules that nobody is left who could approve: at once, and again when a reminder is due. */
export const tellNobodyLeft = (run: Run, tools: JobTools): Promise<Run> =>
  step(run, tools, async (waits) => {
    if (waits.asks.length > 0 || (isToldNobodyLeft(waits) && !isAskDue(waits))) return undefined
    const isNew = !isToldNobodyLeft(waits)
    const to = await findRuleKeepers(waits.dossier, tools)
    return {
      action: 'approval.tell',
      steps: [...skippedSteps(waits), stepOf('nobody-left', waits.at)],
      ...(isNew ? { since: waits.at } : {}),
      asked: true,
      events: [event('approval-waits', { ...idsOf(waits), why: 'nobody-left', to, personId: null, for: null })],
    }
  })

/** Tells the owner of the dossier, once, that a document has waited for long; whoever may set the rules where they left. */
export const tellOwner = (run: Run, tools: JobTools): Promise<Run> =>
  step(run, tools, async (waits) => {
    if (!isOwnerDue(waits)) return undefined
    const { ownerId } = waits.dossier
    const { owner } = await tools.read({ owner: perhaps(People, { personId: ownerId }) })
    const to = owner?.status === 'active' ? [ownerId] : await findRuleKeepers(waits.dossier, tools)
    return {
      action: 'approval.tell',
      steps: [stepOf('owner-told', waits.at)],
      events: [event('approval-waits', { ...idsOf(waits), why: 'long', to, personId: null, for: null })],
    }
  })

/** Nothing is due: the next time that something will be is noted, so that it is not looked at before. */
export const rest = (run: Run, tools: JobTools): Promise<Run> =>
  step(run, tools, ({ followUp, at }) => (followUp.dueAt <= at ? { action: 'approval.ask' } : undefined))

/** The approval has ended: nothing is left to be done about it. */
export const finish = async (run: Run, tools: JobTools): Promise<Run> => {
  const found = await readApproval(run, tools)
  const followUp = found !== undefined && 'ended' in found ? found.ended.followUp : undefined
  if (followUp !== undefined) {
    const writes = [remove(FollowUps, followUp)]
    await done(tools.act({ action: 'approval.finish', dossierId: run.dossierId, writes }))
  }
  return { ...run, at: later(run.at, tools.now) }
}

type Due = Pick<Act, 'action'> & {
  readonly steps?: readonly ApprovalStep[]
  readonly events?: readonly DomainEvent[]
  /** From when on reminders count, where that changes. */
  readonly since?: string
  /** Somebody was asked or told, so that the next reminder is later. */
  readonly asked?: true
}

/** One step: what is due as it is now, in one transaction. What met something newer is looked at again from the start. */
const step = async (
  run: Run,
  tools: JobTools,
  due: (waits: Waits) => Due | undefined | Promise<Due | undefined>,
): Promise<Run> => {
  const found = await readApproval(run, tools)
  const waits = found !== undefined && 'waits' in found ? found.waits : undefined
  const next = waits === undefined ? undefined : await due(waits)
  if (waits !== undefined && next !== undefined) {
    const { action, steps = [], events = [], since = waits.progress.since, asked } = next
    const progress = { steps: withSteps(waits.progress, steps), since }
    const writes = [
      update(FollowUps, waits.followUp, nextDue(waits, progress, asked)),
      ...(steps.length > 0 ? [update(ApprovalProgresses, waits.progress, progress)] : []),
    ]
    await done(tools.act({ action, dossierId: run.dossierId, writes, events }))
  }
  return { ...run, at: waits?.at ?? later(run.at, tools.now) }
}

const done = async (acted: Promise<'done' | 'conflict'>): Promise<void> => {
  if ((await acted) === 'conflict') throw new TryAgain('The approval changed at the same moment.')
}

/** When something is to be done next: the next reminder, or before it telling the owner. */
const nextDue = (
  { followUp, at, progress: { begunAt } }: Waits,
  { since, steps }: { readonly since: string; readonly steps: readonly ApprovalStep[] },
  asked: true | undefined,
): Partial<FollowUp> => {
  const isAsked = asked === true || followUp.nextAskAt === null
  const nextAskAt = isAsked ? nextReminder(since, at) : (followUp.nextAskAt as string)
  const owner = hasToldOwner({ steps }) ? nextAskAt : ownerToldAt(begunAt)
  const dueAt = owner < nextAskAt ? owner : nextAskAt
  return { asks: followUp.asks + (asked === true ? 1 : 0), nextAskAt, dueAt }
}

const isAskDue = ({ followUp, at }: Waits): boolean => followUp.nextAskAt !== null && followUp.nextAskAt <= at

const idsOf = ({ document: { dossierId, documentId }, progress: { approvalId } }: Waits) => ({
  dossierId,
  documentId,
  approvalId,
})

const submitterOf = ({ document }: Waits): string => document.approval?.begunBy ?? document.createdBy

const stepOf = (what: ApprovalStep['step'], at: string, who?: Ask): ApprovalStep => ({
  step: what,
  at,
  personId: who?.personId ?? null,
  for: who?.for ?? null,
})

/** That these are skipped is noted once for each. */
const skippedSteps = ({ skipped, progress, at }: Waits): readonly ApprovalStep[] =>
  skipped
    .filter((personId) => !progress.steps.some((one) => one.step === 'skipped' && one.personId === personId))
    .map((personId) => stepOf('skipped', at, { personId, for: null }))
