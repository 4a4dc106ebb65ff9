import { capability } from '../../shared/contract/capability.ts'

export const directory = capability({
  name: 'directory',
  summary: 'The pool of people who may sign in, kept as the table says',
  routes: {},
  rules: [],
  records: [],
  jobs: [
    {
      name: 'sync-directory',
      summary: 'Makes the pool follow the table: who is a user of it, in which groups, and who may no longer sign in.',
      trigger: { on: 'events', events: ['person-invited', 'person-changed'] },
      // It reads people, and writes the receipts of its work.
      uses: { table: 'write', directory: true },
      timeoutSeconds: 30,
      memoryMegabytes: 256,
    },
  ],
})
