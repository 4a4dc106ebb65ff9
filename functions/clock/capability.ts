import { capability } from '../../shared/contract/capability.ts'

export const clock = capability({
  name: 'clock',
  summary: 'What is due at a time: reminders, expiries, work that a fault left standing',
  routes: {},
  rules: [],
  records: [],
  jobs: [
    {
      name: 'clock',
      summary:
        'Wakes due access requests, revives transfers that stand still, ends shares and requests, has daily mails written, hands on events that the stream missed.',
      trigger: { on: 'schedule', minutes: 5 },
      uses: { table: 'write', workflows: true, queues: true },
      timeoutSeconds: 120,
      memoryMegabytes: 256,
    },
  ],
})
