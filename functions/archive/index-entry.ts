/** Told that something was archived, or that its text was read, makes it to be found and counts it (P-10). */
import { consume } from '../kernel/consume.ts'
import { filesWhenNeeded } from '../kernel/files-when-needed.ts'
import { outsideWith } from '../kernel/outside.ts'
import { countEntry } from './count-entry.ts'
import { putInIndex } from './put-in-index.ts'

export const handler = consume(
  'index-entry',
  {
    'document-archived': async ({ data: { dossierId, documentId, entryId } }, tools) => {
      await countEntry({ dossierId, entryId }, tools)
      await putInIndex({ dossierId, documentId, versionId: entryId }, tools)
    },
    'text-read': ({ data }, tools) => putInIndex(data, tools),
  },
  { world: outsideWith({ files: filesWhenNeeded() }) },
)
