import type { Stored } from '../../../shared/table/record.ts'
import { perhaps } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { type AccessRequest, AccessRequests, type FollowUp, FollowUps } from '../records.ts'
import type { routes } from '../routes.ts'
import { showRequest } from '../show-request.ts'

/** The requests of a dossier that one may see, oldest first; a page may hold fewer than asked for, and still go on. */
export const listAccessRequests: Handler<typeof routes.listAccessRequests> = async (context) => {
  const { dossier, access, input, list, read, may, now } = context
  const { dossierId } = dossier
  const page = await list<AccessRequest>(AccessRequests.by.ofDossier, { dossierId }, input)
  const seen = page.items.filter((request) => may('access-request.read', { dossier, access, request }))
  const pending = seen.filter(({ state }) => state === 'pending')
  const followUps: Readonly<Record<string, Stored<FollowUp> | undefined>> =
    pending.length === 0
      ? {}
      : await read(
          Object.fromEntries(
            pending.map(({ requestId }) => [requestId, perhaps(FollowUps, { dossierId, requestId })] as const),
          ),
        )
  const items = seen.map((request) => showRequest(request, followUps[request.requestId], now))
  return { view: { items, cursor: page.cursor } }
}
