import { type Member, People, type Person } from '../../../shared/people.ts'
import type { Stored } from '../../../shared/table/record.ts'
import { perhaps } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import type { routes } from '../routes.ts'

/** The directory of the organisation. An index lags, so the page is read again before it is shown (D-06). */
export const listMembers: Handler<typeof routes.listMembers> = async ({ input, list, read, may }) => {
  const page = await list<Person>(People.by.members, {}, input)
  const fresh = await read(
    Object.fromEntries(page.items.map(({ personId }) => [personId, perhaps(People, { personId })])),
  )
  const items = page.items.flatMap(({ personId }) => {
    const member = fresh[personId] as Stored<Person> | undefined
    return member !== undefined && isMember(member) && may('member.read', { member }) ? [member] : []
  })
  return { view: { items, cursor: page.cursor } }
}

const isMember = (person: Person): person is Member => person.kind === 'member'
