import type { Revealed } from '../../shared/confidential-reads.ts'
import type { Dossier } from '../dossiers/records.ts'
import type { Note } from './records.ts'

/** Those of the notes shown that are confidential: that they were read is written down (D-10). */
export const revealedOf = (dossier: Pick<Dossier, 'confidential'>, notes: readonly Note[]): readonly Revealed[] =>
  notes
    .filter(({ confidential }) => confidential === true || dossier.confidential === true)
    .map(({ noteId }) => ({ kind: 'note', id: noteId }))
