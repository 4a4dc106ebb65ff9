import { AuditEntries } from '../../shared/audit.ts'
import { capability } from '../../shared/contract/capability.ts'
import { Outbox, Receipts } from '../../shared/events.ts'
import { GivenAnswers } from '../../shared/idempotency.ts'
import { LinkAttempts, Links } from '../../shared/links.ts'
import { EmailClaims, Holdings, People, SettingsEditors, WideReaches } from '../../shared/people.ts'

export const outbox = capability({
  name: 'outbox',
  summary: 'What happened, handed to everyone who asked to be told',
  routes: {},
  rules: [],
  // The records that every capability writes.
  records: [
    People,
    EmailClaims,
    WideReaches,
    SettingsEditors,
    Holdings,
    Outbox,
    Receipts,
    AuditEntries,
    GivenAnswers,
    Links,
    LinkAttempts,
  ],
  jobs: [
    {
      name: 'relay',
      summary: "Reads the table's stream and hands each new event to its consumers' queues.",
      trigger: { on: 'stream' },
      uses: { table: 'write', queues: true, stream: true },
      timeoutSeconds: 30,
      memoryMegabytes: 256,
    },
  ],
})
