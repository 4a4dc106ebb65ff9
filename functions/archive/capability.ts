import { capability } from '../../shared/contract/capability.ts'
import { ArchiveExports, ArchivePlaces, CountedEntries, EntryWordsOf, PartyHistories } from './records.ts'
import { routes } from './routes.ts'
import { rules } from './rules.ts'
import { exportArchive } from './workflow.ts'

export const archive = capability({
  name: 'archive',
  summary: 'Finding what is in the digital archive, the history of suppliers and customers, and taking a period out',
  routes,
  rules,
  records: [ArchivePlaces, EntryWordsOf, PartyHistories, CountedEntries, ArchiveExports],
  jobs: [
    {
      name: 'index-entry',
      summary: 'Makes what was archived to be found, by its words as well, and counts it for its supplier or customer.',
      trigger: { on: 'events', events: ['document-archived', 'text-read'] },
      uses: { table: 'write', documents: ['get'] },
      // Ten at once, each of which may have a text of 20 million characters.
      timeoutSeconds: 110,
      memoryMegabytes: 1024,
    },
    {
      name: 'start-export',
      summary: 'Starts the workflow of an export that was asked for.',
      trigger: { on: 'events', events: ['archive-export-asked'] },
      uses: { table: 'write', workflows: true },
      timeoutSeconds: 30,
      memoryMegabytes: 256,
    },
    {
      name: 'export-archive',
      summary: 'Puts the archive of a period into one file, and reads that again before it is given to anybody.',
      trigger: { on: 'workflow', workflow: 'export-archive' },
      uses: { table: 'write', documents: ['put', 'get', 'parts'], archive: ['get'] },
      // 5 GB are read, written, and read again by another task.
      timeoutSeconds: 900,
      memoryMegabytes: 1769,
    },
  ],
  workflows: [exportArchive],
})
