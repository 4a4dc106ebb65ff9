import { People, type Person } from '../../../shared/people.ts'
import type { Stored } from '../../../shared/table/record.ts'
import { perhaps } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { type OwnerRequest, OwnerRequests } from '../records.ts'
import type { routes } from '../routes.ts'
import { showRequest } from '../show-request.ts'

/** Who asks for a share or a transfer of a dossier, and what became of each, newest first (D-22). */
export const listOwnerRequests: Handler<typeof routes.listOwnerRequests> = async (context) => {
  const { dossier, share, access, assignment, input, list, read, may, now } = context
  const { dossierId } = dossier
  const page = await list<OwnerRequest>(OwnerRequests.by.ofDossier, { dossierId }, { ...input, newestFirst: true })
  const shown = page.items.filter((request) =>
    may('owner-request.read', { dossier, share, access, assignment, request }),
  )
  const names = new Set(shown.map(({ requestedBy }) => requestedBy))
  const people: Readonly<Record<string, Stored<Person> | undefined>> = await read(
    Object.fromEntries([...names].map((personId) => [personId, perhaps(People, { personId })])),
  )
  const items = shown.map((request) => ({
    ...showRequest(request, now),
    requestedByName: people[request.requestedBy]?.name ?? '',
  }))
  return { view: { items, cursor: page.cursor } }
}
