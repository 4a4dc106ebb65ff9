import { fullPage, pageFrom } from '../../../shared/table/full-page.ts'
import type { Stored } from '../../../shared/table/record.ts'
import { perhaps } from '../../../shared/table/table.ts'
import type { Handler, Tools } from '../../kernel/handler.ts'
import { type Client, type ClientAssignment, ClientAssignments, Clients } from '../records.ts'
import type { routes } from '../routes.ts'

/**
 * The clients that the sheet covers: all, or those assigned to one (S-04). An index lags, so each is read again with the
 * assignment, consistently, and decided on before it is shown (S-10).
 */
export const listClients: Handler<typeof routes.listClients> = async ({ actor, input, list, read, may, now }) => {
  const { personId } = actor
  const question = questionFor(personId, may, now)
  if (question === undefined) return { view: { items: [], cursor: null } }
  const [of, about] = question
  const seesAll = of === Clients.by.all
  return {
    view: await fullPage(input, async (place, size) => {
      const { items, cursor } = await list<{ readonly clientId: string }>(of, about, pageFrom(place, size))
      const fresh = (await read(
        Object.fromEntries(
          items.flatMap(({ clientId }) => [
            [clientId, perhaps(Clients, { clientId })],
            ...(seesAll ? [] : [[`${clientId}.assignment`, perhaps(ClientAssignments, { clientId, personId })]]),
          ]),
        ),
      )) as Readonly<Record<string, unknown>>
      const shown = items.flatMap(({ clientId }) => {
        const client = fresh[clientId] as Stored<Client> | undefined
        const assignment = fresh[`${clientId}.assignment`] as Stored<ClientAssignment> | undefined
        return client !== undefined && may('client.read', { client, assignment } as object)
          ? [{ place: clientId, item: client }]
          : []
      })
      return { shown, next: cursor === null ? undefined : items.at(-1)?.clientId }
    }),
  }
}

/** All clients for whoever may read any; else those assigned, for whoever may read what is; else none, without a trace. */
const questionFor = (personId: string, may: Tools['may'], now: string) => {
  if (may('client.read', {})) return [Clients.by.all, {}] as const
  const assignment = { personId, assigned: { by: personId, at: now }, dossierIds: [] }
  return may('client.read', { assignment }) ? ([ClientAssignments.by.ofMember, { personId }] as const) : undefined
}
