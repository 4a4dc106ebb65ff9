import { capability } from '../../shared/contract/capability.ts'
import { FollowUps } from '../../shared/follow-ups.ts'
import { AccessRequests, Refusals, RequestClaims, RequestProgresses } from './records.ts'
import { routes } from './routes.ts'
import { rules } from './rules.ts'
import { accessRequest } from './workflow.ts'

export const accessRequests = capability({
  name: 'access-requests',
  summary: 'Asking that a new person may use a dossier, and what becomes of it',
  routes,
  rules,
  records: [AccessRequests, RequestClaims, Refusals, RequestProgresses, FollowUps],
  jobs: [
    {
      name: 'start-access-request',
      summary:
        'Starts the workflow of a request that was made, wakes it when something changed, lets it end with the request.',
      trigger: {
        on: 'events',
        events: [
          'access-requested',
          'access-request-ended',
          'access-information-given',
          'dossier-state-changed',
          'client-access-ended',
          'person-invited',
        ],
      },
      uses: { table: 'write', workflows: true },
      timeoutSeconds: 30,
      memoryMegabytes: 256,
    },
    {
      name: 'follow-request',
      summary: 'Asks for a verdict, reminds, lets a request expire, and notes which execution waits for its end.',
      trigger: { on: 'workflow', workflow: 'access-request' },
      uses: { table: 'write', workflows: true },
      timeoutSeconds: 30,
      memoryMegabytes: 256,
    },
  ],
  workflows: [accessRequest],
})
