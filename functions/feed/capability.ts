import { capability } from '../../shared/contract/capability.ts'
import { concerning } from './concerns.ts'
import { Digests, FeedEntries, MailPreferences } from './records.ts'
import { routes } from './routes.ts'
import { rules } from './rules.ts'

export const feed = capability({
  name: 'feed',
  summary: 'What happened that concerns one, and which mails one gets of it',
  routes,
  rules,
  records: [FeedEntries, MailPreferences, Digests],
  jobs: [
    {
      name: 'fill-feed',
      summary: 'Writes what happened into the feeds of those whom it concerns, and gathers their daily mails.',
      trigger: { on: 'events', events: concerning },
      uses: { table: 'write' },
      timeoutSeconds: 30,
      memoryMegabytes: 256,
    },
  ],
})
