import type { Revealed } from '../../shared/confidential-reads.ts'
import type { ArchiveEntry } from '../archive-transfers/records.ts'

/** Which of the entries that an answer shows are confidential: by their own mark, or all of a confidential dossier (D-10). */
export const revealedOf = (
  dossier: { readonly confidential?: boolean | undefined },
  entries: readonly Pick<ArchiveEntry, 'entryId' | 'confidential'>[],
): readonly Revealed[] =>
  entries
    .filter((entry) => dossier.confidential === true || entry.confidential === true)
    .map(({ entryId }) => ({ kind: 'archive-entry', id: entryId }))
