import { capability } from '../../shared/contract/capability.ts'

export const mail = capability({
  name: 'mail',
  summary: 'Tells people by e-mail, in French or English, what they asked for or must answer',
  routes: {},
  rules: [],
  records: [],
  jobs: [
    {
      name: 'send-mail',
      summary: 'Writes and sends the mails that events call for, with a link of its own for each person asked.',
      trigger: {
        on: 'events',
        events: [
          'person-invited',
          'client-user-created',
          'access-verdict-asked',
          'access-request-ended',
          'transfer-ended',
          'share-given',
          'share-ended',
          'dossiers-handed-over',
          'owner-request-made',
          'owner-request-ended',
          'space-invited',
          'space-left',
          'space-entry-added',
          'space-closed',
          'bulk-transfer-ended',
          'dossier-state-changed',
          'digest-due',
          'offer-answer-asked',
          'offer-told',
          'offer-giver-left',
        ],
      },
      uses: { table: 'write', mail: true },
      timeoutSeconds: 30,
      memoryMegabytes: 512,
    },
  ],
})
