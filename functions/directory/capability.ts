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
      summary: 'Makes sure that an invited person is a user of the pool, in the groups of their roles or profile.',
      trigger: { on: 'events', events: ['person-invited'] },
      // It reads people, and writes the receipts of its work.
      uses: { table: 'write', directory: true },
      timeoutSeconds: 30,
      memoryMegabytes: 256,
    },
  ],
})
