import { capability } from '../../shared/contract/capability.ts'
import { BatchParts, SendingBatches } from './batches/records.ts'
import { sendingBatch } from './batches/workflow.ts'
import { ArchiveEntries, Transfers } from './records.ts'
import { routes } from './routes.ts'
import { rules } from './rules.ts'
import { archiveTransfer } from './workflow.ts'

export const archiveTransfers = capability({
  name: 'archive-transfers',
  summary: 'Sending documents to the digital archive, and reading what is there',
  routes,
  rules,
  records: [Transfers, ArchiveEntries, SendingBatches, BatchParts],
  jobs: [
    {
      name: 'start-transfer',
      summary: 'Starts the workflow of a transfer, or of a batch of them, that was asked for.',
      trigger: { on: 'events', events: ['transfer-asked', 'sending-batch-asked'] },
      uses: { table: 'write', workflows: true },
      timeoutSeconds: 30,
      memoryMegabytes: 256,
    },
    {
      name: 'transmit',
      summary: 'Sends what is approved, or comes in, without a person where the dossier has it so.',
      trigger: {
        on: 'events',
        events: ['document-ready', 'document-received', 'transmission-set', 'dossier-state-changed'],
      },
      uses: { table: 'write' },
      timeoutSeconds: 60,
      memoryMegabytes: 256,
    },
    {
      name: 'send-batches',
      summary: 'Decides on each document of a batch and sends what may be sent, part by part.',
      trigger: { on: 'workflow', workflow: 'sending-batch' },
      uses: { table: 'write' },
      timeoutSeconds: 60,
      memoryMegabytes: 512,
    },
    {
      name: 'hand-over',
      summary: 'Copies, verifies and records documents, one task at a time.',
      trigger: { on: 'workflow', workflow: 'archive-transfer' },
      uses: { table: 'write', documents: ['get'], archive: ['put', 'get'] },
      // A file of 5 GB is copied, and then read through on both sides.
      timeoutSeconds: 600,
      memoryMegabytes: 1769,
    },
  ],
  workflows: [archiveTransfer, sendingBatch],
})
