import { capability } from '../../shared/contract/capability.ts'
import { routes } from './routes.ts'
import { rules } from './rules.ts'

export const members = capability({
  name: 'members',
  summary: "The organisation's own people: who they are, what they were given, and who may add more",
  routes,
  rules,
  // A person and the claim on their address are written by several capabilities, and declared with the outbox.
  records: [],
  jobs: [
    {
      name: 'end-ties',
      summary: 'Ends what a member was given by name once they are deactivated or become a guest: shares, assignments.',
      trigger: { on: 'events', events: ['person-changed'] },
      uses: { table: 'write' },
      timeoutSeconds: 60,
      memoryMegabytes: 256,
    },
  ],
})
