import { record } from '../../shared/table/record.ts'

/** What was done about an approval, beside its verdicts, which stand in the document. */
export const approvalSteps = ['asked', 'reminded', 'skipped', 'owner-told', 'nobody-left'] as const
export type ApprovalStep = {
  readonly step: (typeof approvalSteps)[number]
  readonly at: string
  /** Whom it was done about: who was asked, or skipped; `null` where nobody is meant. */
  readonly personId: string | null
  /** The absent person in whose place they were asked (B-11). */
  readonly for: string | null
}

/** The workflow of an approval finds its document by this. */
export type ApprovalProgress = {
  readonly dossierId: string
  readonly approvalId: string
  readonly documentId: string
  readonly begunAt: string
  /** When whoever it is the turn of now was first asked: reminders count from then on. */
  readonly since: string
  readonly steps: readonly ApprovalStep[]
  /** How it ended; unset while it goes on. */
  readonly outcome?: 'approved' | 'rejected' | 'withdrawn' | undefined
}

/** It stands apart from the document, whose version a verdict is on: a reminder changes nothing of that. */
export const ApprovalProgresses = record<ApprovalProgress>()({
  name: 'approval-progress',
  holds:
    'What the workflow of an approval has done so far: who was asked, reminded, skipped, each with its moment (P-07).',
  key: ({ dossierId, approvalId }: { dossierId: string; approvalId: string }) => ({
    pk: `DOSSIER#${dossierId}`,
    sk: `APPROVAL-PROGRESS#${approvalId}`,
  }),
  by: {},
  trail: ({ dossierId }) => `DOSSIER#${dossierId}`,
})

/** Reminders of a document that nobody answers for years are not all kept; what else was done is. */
const MOST_STEPS = 200

/** The steps with more of them. */
export const withSteps = (
  { steps }: Pick<ApprovalProgress, 'steps'>,
  more: readonly ApprovalStep[],
): readonly ApprovalStep[] => {
  const all = [...steps, ...more]
  let over = all.length - MOST_STEPS
  return over <= 0 ? all : all.filter(({ step }) => step !== 'reminded' || over-- <= 0)
}
