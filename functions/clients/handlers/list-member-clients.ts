import { fullPage, pageFrom } from '../../../shared/table/full-page.ts'
import type { Stored } from '../../../shared/table/record.ts'
import { perhaps } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { type Client, type ClientAssignment, ClientAssignments, Clients, isAssigned, reasonsOf } from '../records.ts'
import type { routes } from '../routes.ts'
import { showReasons } from '../show-assignment.ts'

/**
 * The clients assigned to a member, by name or as owner of their dossiers (S-03). Whoever may see assignments but not a
 * client's profile is told no name (S-04).
 */
export const listMemberClients: Handler<typeof routes.listMemberClients> = async (context) => {
  const { actor, member, input, list, read, may } = context
  const { personId } = member
  return {
    view: await fullPage(input, async (place, size) => {
      const { items, cursor } = await list<ClientAssignment>(
        ClientAssignments.by.ofMember,
        { personId },
        pageFrom(place, size),
      )
      const fresh = (await read(
        Object.fromEntries(
          items.flatMap(({ clientId }) => [
            [`${clientId}.client`, perhaps(Clients, { clientId })],
            [`${clientId}.theirs`, perhaps(ClientAssignments, { clientId, personId })],
            [`${clientId}.assignment`, perhaps(ClientAssignments, { clientId, personId: actor.personId })],
          ]),
        ),
      )) as Readonly<Record<string, unknown>>
      const shown = items.flatMap(({ clientId }) => {
        const client = fresh[`${clientId}.client`] as Stored<Client> | undefined
        const theirs = fresh[`${clientId}.theirs`] as Stored<ClientAssignment> | undefined
        const assignment = fresh[`${clientId}.assignment`] as Stored<ClientAssignment> | undefined
        if (client === undefined || !isAssigned(member, theirs)) return []
        const name = may('client.read', { client, assignment } as object) ? client.name : null
        return [{ place: clientId, item: { clientId, name, ...showReasons(reasonsOf(member, theirs)) } }]
      })
      return { shown, next: cursor === null ? undefined : items.at(-1)?.clientId }
    }),
  }
}
