import { capability } from '../../shared/contract/capability.ts'
import { OfferClaims, OfferProgresses, Offers } from './records.ts'
import { routes } from './routes.ts'
import { rules } from './rules.ts'
import { offerWorkflow } from './workflow.ts'

export const offers = capability({
  name: 'offers',
  summary: 'Offering a dossier to a colleague, content and responsibility together, and what becomes of it',
  routes,
  rules,
  records: [Offers, OfferClaims, OfferProgresses],
  jobs: [
    {
      name: 'start-offer',
      summary: 'Starts the workflow of an offer that was made, and wakes it when the offer ended.',
      trigger: { on: 'events', events: ['offer-made', 'offer-ended'] },
      uses: { table: 'write', workflows: true },
      timeoutSeconds: 30,
      memoryMegabytes: 256,
    },
    {
      name: 'follow-offer',
      summary: 'Asks for the answer to an offer, reminds, lets it expire, tells how it ended, and notes who waits.',
      trigger: { on: 'workflow', workflow: 'offer' },
      uses: { table: 'write', workflows: true },
      timeoutSeconds: 30,
      memoryMegabytes: 256,
    },
  ],
  workflows: [offerWorkflow],
})
