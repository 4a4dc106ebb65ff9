/** What a task of the workflow looks at: the approval as it is at this moment, decided anew. */
import { type FollowUp, FollowUps } from '../../../shared/follow-ups.ts'
import { compile } from '../../../shared/rules/decide.ts'
import type { Stored } from '../../../shared/table/record.ts'
import { perhaps } from '../../../shared/table/table.ts'
import { type Approval, type Document, Documents } from '../../documents/records.ts'
import { rules } from '../../documents/rules.ts'
import { type Dossier, Dossiers } from '../../dossiers/records.ts'
import { later, type Run } from '../../kernel/follow.ts'
import type { JobTools } from '../../kernel/job.ts'
import { ownerToldAt } from '../approval-times.ts'
import { type ApprovalProgress, ApprovalProgresses } from '../records.ts'
import { type Ask, whomToAsk } from '../whom-to-ask.ts'

/** Who may approve is decided by the rules on documents alone. */
const policy = compile(rules)

export type Waits = {
  readonly at: string
  readonly progress: Stored<ApprovalProgress>
  readonly followUp: Stored<FollowUp>
  readonly document: Stored<Document>
  readonly dossier: Stored<Dossier>
  readonly asks: readonly Ask[]
  readonly skipped: readonly string[]
}
export type Ended = {
  readonly outcome: 'approved' | 'rejected' | 'withdrawn'
  readonly at: string
  readonly followUp: Stored<FollowUp> | undefined
}

/** The approval that an execution follows: it waits, has ended, or is not there. */
export const readApproval = async (
  run: Run,
  tools: JobTools,
): Promise<{ readonly waits: Waits } | { readonly ended: Ended } | undefined> => {
  const { dossierId, requestId } = run
  const at = later(run.at, tools.now)
  const { progress, followUp } = await tools.read({
    progress: perhaps(ApprovalProgresses, { dossierId, approvalId: requestId }),
    followUp: perhaps(FollowUps, { dossierId, requestId }),
  })
  if (progress === undefined) return undefined
  const { documentId } = progress
  const { document, dossier } = await tools.read({
    document: perhaps(Documents, { dossierId, documentId }),
    dossier: perhaps(Dossiers, { dossierId }),
  })
  const approval = document?.approval
  if (progress.outcome !== undefined || document?.state !== 'to-approve' || approval?.approvalId !== requestId)
    return { ended: { outcome: progress.outcome ?? outcomeOf(document, requestId), at, followUp } }
  if (dossier === undefined || followUp === undefined) return undefined
  const { asks, skipped } = await whomToAsk({ dossier, document, approval }, { read: tools.read, now: at, policy })
  return { waits: { at, progress, followUp, document, dossier, asks, skipped } }
}

/** How an approval ended that nobody has noted yet, by what became of its document. */
const outcomeOf = (document: Document | undefined, approvalId: string): Ended['outcome'] => {
  const approval: Approval | undefined = document?.approval
  if (approval?.approvalId !== approvalId) return 'withdrawn'
  const last = approval.verdicts.at(-1)
  return last !== undefined && last.at === approval.endedAt ? last.verdict : 'withdrawn'
}

/** Those to be asked who have not been asked so far in that place. */
export const notYetAsked = ({ asks, progress }: Pick<Waits, 'asks' | 'progress'>): readonly Ask[] =>
  asks.filter(
    (ask) =>
      !progress.steps.some((one) => one.step === 'asked' && one.personId === ask.personId && one.for === ask.for),
  )

/** Whether the last that was told is that nobody is left. */
export const isToldNobodyLeft = ({ progress }: Pick<Waits, 'progress'>): boolean =>
  progress.steps.findLast(({ step }) => step === 'asked' || step === 'nobody-left')?.step === 'nobody-left'

/** Whether the owner is to be told by now that it has waited for long; once. */
export const isOwnerDue = ({ progress, at }: Pick<Waits, 'progress' | 'at'>): boolean =>
  ownerToldAt(progress.begunAt) <= at && !hasToldOwner(progress)

export const hasToldOwner = ({ steps }: Pick<ApprovalProgress, 'steps'>): boolean =>
  steps.some(({ step }) => step === 'owner-told')
