/** The mails of a transfer of many dossiers at once: both people are told how it ended (D-12). */
import type { Events } from '../../shared/events.ts'
import { People, type Person } from '../../shared/people.ts'
import { perhaps } from '../../shared/table/table.ts'
import { type Outcome, Outcomes } from '../bulk-transfers/records.ts'
import type { JobTools } from '../kernel/job.ts'
import { type Letter, letter, type Sender } from './letters.ts'

/** How many of those that failed a mail names; the transfer itself names all. */
const NAMED = 50

/** Giver and recipient are told how many dossiers moved, and which did not: by their numbers, never their clients (D-09). */
export const tellingBulkTransfer = async (
  { bulkTransferId, from, to, by, moved, failed }: Events['bulk-transfer-ended'],
  sender: Sender,
  { read, table }: Pick<JobTools, 'read' | 'table'>,
): Promise<Letter[]> => {
  const { giver, recipient, coordinator } = await read({
    giver: perhaps(People, { personId: from }),
    recipient: perhaps(People, { personId: to }),
    coordinator: perhaps(People, { personId: by }),
  })
  const { items } = await table.list<Outcome>(
    Outcomes.by.inState,
    { bulkTransferId, state: 'failed' },
    { limit: NAMED },
  )
  const data = {
    ...sender,
    by: coordinator?.name ?? sender.organisation,
    giver: giver?.name ?? '',
    recipient: recipient?.name ?? '',
    moved,
    failed,
    failedNumbers: items.flatMap(({ number }) => (number === null ? [] : [String(number)])),
  }
  const tell = (person: Person | undefined, reader: 'giver' | 'recipient'): Letter[] =>
    person?.status === 'active' ? [letter(person, 'bulk-transfer-ended', { ...data, name: person.name, reader })] : []
  return [...tell(giver, 'giver'), ...tell(recipient, 'recipient')]
}
