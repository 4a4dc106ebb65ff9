import { People, type Person } from '../../../shared/people.ts'
import type { Stored } from '../../../shared/table/record.ts'
import { perhaps } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { type ClientAssignment, ClientAssignments, isAssigned, reasonsOf } from '../records.ts'
import type { routes } from '../routes.ts'
import { showReasons } from '../show-assignment.ts'

/** The members a client is assigned to, by name or as owners of its dossiers; the list itself is read consistently (S-03). */
export const listClientMembers: Handler<typeof routes.listClientMembers> = async ({ client, input, list, read }) => {
  const { clientId } = client
  const page = await list<ClientAssignment>(ClientAssignments.by.ofClient, { clientId }, input)
  const people = await read(
    Object.fromEntries(page.items.map(({ personId }) => [personId, perhaps(People, { personId })])),
  )
  const items = page.items.flatMap((assignment) => {
    const person = people[assignment.personId] as Stored<Person> | undefined
    // Two clients' ids may end alike: an assignment is its own client's alone.
    if (person === undefined || assignment.clientId !== clientId || !isAssigned(person, assignment)) return []
    const { personId, name, status } = person
    return [{ personId, name, status, ...showReasons(reasonsOf(person, assignment)) }]
  })
  return { view: { items, cursor: page.cursor } }
}
