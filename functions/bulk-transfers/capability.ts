import { capability } from '../../shared/contract/capability.ts'
import { BulkTransfers, NamedDossiersOf, Outcomes } from './records.ts'
import { routes } from './routes.ts'
import { rules } from './rules.ts'
import { bulkTransfer } from './workflow.ts'

export const bulkTransfers = capability({
  name: 'bulk-transfers',
  summary: 'Moving the dossiers of one practitioner to another in one act of a coordinator',
  routes,
  rules,
  records: [BulkTransfers, NamedDossiersOf, Outcomes],
  jobs: [
    {
      name: 'start-bulk-transfer',
      summary: 'Starts the workflow of a bulk transfer that was asked for.',
      trigger: { on: 'events', events: ['bulk-transfer-asked'] },
      uses: { table: 'write', workflows: true },
      timeoutSeconds: 30,
      memoryMegabytes: 256,
    },
    {
      name: 'move-dossiers',
      summary: 'Plans bulk transfers and moves dossiers, each with what became of it.',
      trigger: { on: 'workflow', workflow: 'bulk-transfer' },
      uses: { table: 'write' },
      timeoutSeconds: 120,
      memoryMegabytes: 512,
    },
  ],
  workflows: [bulkTransfer],
})
