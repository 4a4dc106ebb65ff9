/** Why a document is not sent as it is now: one answer for a sending, a batch and what is sent without a person. */
import { inTheWay } from '../documents/in-the-way.ts'
import type { Document } from '../documents/records.ts'
import { type ApprovalRule, ruleCovering } from '../portal/records.ts'

/** What is approved is sent; every other state that is in the way is so of a sending, too. */
const { approved: _approved, ...byState } = inTheWay

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
