import { type Problem, type ProblemCode, problem } from '../../shared/problems.ts'
import { typeOf } from '../documents/file-types.ts'
import type { Document } from '../documents/records.ts'
import { type DocumentState, mayMove } from '../documents/states.ts'

const PDF = 'application/pdf'
const MERGED = [PDF, 'image/jpeg', 'image/png']

/** Why the pages of a document in this state cannot be put into others. */
const inTheWay: { readonly [S in DocumentState]?: ProblemCode } = {
  'awaiting-upload': 'upload-not-complete',
  'to-approve': 'document-in-approval',
  approved: 'document-approved',
  sending: 'document-in-transfer',
  failed: 'document-in-transfer',
  sent: 'already-sent',
  archived: 'already-sent',
  replaced: 'document-replaced',
}

/** What keeps the pages of a document from being split, or merged with others, if anything. */
export const notArrangeable = (document: Document, kind: 'split' | 'merge'): Problem | undefined => {
  if (!mayMove(document.state, 'replaced')) return problem(inTheWay[document.state] ?? 'conflict')
  if (document.currentVersionId === null) return problem('upload-not-complete')
  const types = kind === 'split' ? [PDF] : MERGED
  return types.includes(typeOf(document)) ? undefined : problem('not-a-pdf')
}
