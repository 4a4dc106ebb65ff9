/** Why a document is not sent as it is now: one answer for a sending, a batch and what is sent without a person. */
import type { Problem } from '../../shared/problems.ts'
import type { Document } from '../documents/records.ts'
import type { DocumentState } from '../documents/states.ts'
import { type ApprovalRule, ruleCovering } from '../portal/records.ts'

const byState = {
  'awaiting-upload': 'upload-not-complete',
  'to-approve': 'document-in-approval',
  rejected: 'document-rejected',
  sending: 'document-in-transfer',
  failed: 'document-in-transfer',
  sent: 'already-sent',
  archived: 'already-sent',
  replaced: 'document-replaced',
} as const satisfies Record<Exclude<DocumentState, 'received' | 'in-process' | 'approved'>, Problem['problem']>

/** Every reason there is. */
export type NotSent = (typeof byState)[keyof typeof byState] | 'approval-needed'
export const notSentNames: readonly [NotSent, ...NotSent[]] = ['approval-needed', ...new Set(Object.values(byState))]

/** `undefined` where nothing stands in the way: what a rule covers is sent once it is approved (P-07). */
export const whyNotSend = (document: Document, rules: readonly ApprovalRule[]): NotSent | undefined => {
  const { state } = document
  if (state === 'approved') return undefined
  if (state === 'received' || state === 'in-process')
    return ruleCovering(rules, document) === undefined ? undefined : 'approval-needed'
  return byState[state]
}
