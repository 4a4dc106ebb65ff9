import type { ProblemCode } from '../../shared/problems.ts'
import type { DocumentState } from './states.ts'

/** What people are told where the state of a document is in the way of what they want; the others are in nobody's. */
export const inTheWay = {
  'awaiting-upload': 'upload-not-complete',
  'to-approve': 'document-in-approval',
  approved: 'already-approved',
  rejected: 'document-rejected',
  sending: 'document-in-transfer',
  failed: 'document-in-transfer',
  sent: 'already-sent',
  archived: 'already-sent',
  replaced: 'document-replaced',
} as const satisfies { readonly [S in DocumentState]?: ProblemCode }

/** Why a document cannot go on to a state, as people are told; only for states from which it does not. */
export const problemOfState = (state: DocumentState): ProblemCode =>
  state in inTheWay ? inTheWay[state as keyof typeof inTheWay] : 'conflict'
