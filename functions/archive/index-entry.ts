/** Told that something was archived, or that its text was read, makes it to be found and counts it (P-10). */
import { consume } from '../kernel/consume.ts'
import { filesWhenNeeded } from '../kernel/files-when-needed.ts'
import { outsideWith } from '../kernel/outside.ts'
import { countEntry } from './count-entry.ts'
import { putInIndex } from './put-in-index.ts'

export const handler = consume(
  'index-entry',
  {
    'document-archived': async ({ data: { entryId, ...ids } }, tools) => {
      const entry = await putInIndex({ ...ids, versionId: entryId }, tools)
      if (entry !== undefined) await countEntry(entry, tools)
    },
    'text-read': async ({ data }, tools) => void (await putInIndex(data, tools)),
  },
  { world: outsideWith({ files: filesWhenNeeded() }) },
)
