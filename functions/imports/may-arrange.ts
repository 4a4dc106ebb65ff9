import { type Problem, problem } from '../../shared/problems.ts'
import { typeOf } from '../documents/file-types.ts'
import { problemOfState } from '../documents/in-the-way.ts'
import type { Document } from '../documents/records.ts'
import { mayMove } from '../documents/states.ts'

const PDF = 'application/pdf'
const MERGED = [PDF, 'image/jpeg', 'image/png']

/** What keeps the pages of a document from being split, or merged with others, if anything. */
export const notArrangeable = (document: Document, kind: 'split' | 'merge'): Problem | undefined => {
  // What was approved is approved as it is: its pages stay where they are.
  if (document.state === 'approved') return problem('document-approved')
  if (!mayMove(document.state, 'replaced')) return problem(problemOfState(document.state))
  if (document.currentVersionId === null) return problem('upload-not-complete')
  const types = kind === 'split' ? [PDF] : MERGED
  return types.includes(typeOf(document)) ? undefined : problem('not-a-pdf')
}
