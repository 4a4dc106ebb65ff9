import { capability } from '../../shared/contract/capability.ts'
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
      trigger: {
        on: 'events',
        // All that concern somebody, as `concerns.ts` says and a test compares: its words are no matter of whoever reads this.
        events: [
          'person-invited',
          'client-user-created',
          'dossiers-handed-over',
          'transfer-ended',
          'access-verdict-asked',
          'access-request-ended',
          'share-given',
          'share-ended',
          'offer-made',
          'offer-answer-asked',
          'offer-ended',
          'offer-giver-left',
          'bulk-transfer-ended',
          'owner-request-made',
          'owner-request-ended',
          'space-invited',
          'space-left',
          'space-entry-added',
          'space-closed',
          'dossier-state-changed',
          'approval-asked',
          'approval-waits',
          'approval-ended',
          'sending-batch-ended',
          'inbound-mail-read',
          'pages-arranged',
          'archive-export-ended',
          'figures-published',
          'payments-exported',
          'access-information-asked',
          'client-access-ended',
        ],
      },
      uses: { table: 'write' },
      timeoutSeconds: 30,
      memoryMegabytes: 256,
    },
  ],
})
