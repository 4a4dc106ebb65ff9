import { expect, test } from 'vitest'
import { People } from '../../shared/people.ts'
import { create } from '../../shared/table/table.ts'
import { holding } from '../../test/ask.ts'
import { bulkTransferId, coordinator, giver, recipient } from '../../test/bulk-transferring.ts'
import { idOf, NOW } from '../../test/world.ts'
import { type Outcome, Outcomes } from '../bulk-transfers/records.ts'
import { jobTools } from '../kernel/job.ts'
import { tellingBulkTransfer } from './bulk-transfer-letters.ts'
import { renderMail } from './render.ts'

const sender = { organisation: 'Cabinet Marchetti-Brun', timeZone: 'Europe/Paris' }
const event = { bulkTransferId, from: giver.personId, to: recipient.personId, by: coordinator.personId }
const failed = (at: number, number: number | null): Outcome => ({
  bulkTransferId,
  dossierId: idOf(at),
  number,
  state: 'failed',
  reason: number === null ? 'not-found' : 'not-active',
  attempt: 1,
  at: NOW,
})
const toolsWith = (status: 'active' | 'inactive') =>
  jobTools(
    {
      table: holding(
        create(People, { ...giver, status }),
        create(People, recipient),
        create(People, coordinator),
        create(Outcomes, failed(1, 12)),
        create(Outcomes, failed(2, null)),
      ),
      clock: () => NOW,
    } as never,
    'send-mail',
    'test',
  )

test('D-12: both people are told how a transfer ended, with counts and the numbers of those that failed', async () => {
  const letters = await tellingBulkTransfer({ ...event, moved: 40, failed: 2 }, sender, toolsWith('active'))
  expect(letters).toMatchObject([
    { to: { personId: giver.personId }, data: { reader: 'giver', moved: 40, failed: 2, failedNumbers: ['12'] } },
    { to: { personId: recipient.personId }, data: { reader: 'recipient', by: coordinator.name } },
  ])
})

test('D-12: whoever is no longer active is sent nothing', async () => {
  const letters = await tellingBulkTransfer({ ...event, moved: 40, failed: 0 }, sender, toolsWith('inactive'))
  expect(letters.map(({ to }) => to.personId)).toEqual([recipient.personId])
})

test.each(['fr', 'en'] as const)(
  'D-12: the mail says in %s what moved, what did not and who decided',
  async (language) => {
    const [, letter] = await tellingBulkTransfer({ ...event, moved: 40, failed: 2 }, sender, toolsWith('active'))
    const { subject, text } = await renderMail('bulk-transfer-ended', letter?.data as never, language)
    expect(subject).toContain('dossiers')
    for (const said of ['40', '12', giver.name, coordinator.name]) expect(text).toContain(said)
  },
)
