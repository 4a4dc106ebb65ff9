import { perhaps } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { type ClientGroup, ClientGroups } from '../records.ts'
import type { routes } from '../routes.ts'

/** The client groups, oldest first. An index lags, so each is read again; one that was deleted is gone. */
export const listClientGroups: Handler<typeof routes.listClientGroups> = async ({ input, list, read }) => {
  const { items, cursor } = await list<ClientGroup>(ClientGroups.by.all, {}, input)
  const fresh = items.length === 0 ? {} : await read(Object.fromEntries(items.map(lookupOf)))
  const shown = items.map(({ clientGroupId }) => fresh[clientGroupId]).filter((group) => group !== undefined)
  return { view: { items: shown, cursor } }
}

const lookupOf = ({ clientGroupId }: ClientGroup) => [clientGroupId, perhaps(ClientGroups, { clientGroupId })] as const
