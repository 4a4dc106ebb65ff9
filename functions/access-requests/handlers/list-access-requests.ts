import { type FollowUp, FollowUps } from '../../../shared/follow-ups.ts'
import type { Stored } from '../../../shared/table/record.ts'
import { cursorAfter, perhaps } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { type AccessRequest, AccessRequests, type RequestProgress, RequestProgresses } from '../records.ts'
import type { routes } from '../routes.ts'
import { showRequest } from '../show-request.ts'

/**
 * The requests of a dossier that one may see, oldest first. Pages are full but the last: a short one that still goes on
 * would tell that there are requests one may not see (C-05). A dossier has few, so reading past them is cheap.
 */
export const listAccessRequests: Handler<typeof routes.listAccessRequests> = async (context) => {
  const { dossier, access, share, assignment, input, list, read, may, now } = context
  const { dossierId } = dossier
  const visible: Stored<AccessRequest>[] = []
  let cursor = input.cursor
  do {
    const page = await list<AccessRequest>(
      AccessRequests.by.ofDossier,
      { dossierId },
      { limit: input.limit + 1, cursor },
    )
    const ties = { dossier, access, share, assignment }
    visible.push(...page.items.filter((request) => may('access-request.read', { ...ties, request })))
    cursor = page.cursor ?? undefined
  } while (cursor !== undefined && visible.length <= input.limit)
  const seen = visible.slice(0, input.limit)
  const last = seen.at(-1)
  const about = seen.flatMap(({ requestId }) => [
    [requestId, perhaps(FollowUps, { dossierId, requestId })] as const,
    [`steps ${requestId}`, perhaps(RequestProgresses, { dossierId, requestId })] as const,
  ])
  const found = (about.length === 0 ? {} : await read(Object.fromEntries(about))) as Readonly<Record<string, unknown>>
  const items = seen.map((request) =>
    showRequest(
      request,
      found[request.requestId] as FollowUp | undefined,
      now,
      found[`steps ${request.requestId}`] as RequestProgress | undefined,
    ),
  )
  const goesOn = visible.length > input.limit && last !== undefined
  return { view: { items, cursor: goesOn ? cursorAfter(AccessRequests.key(last).sk) : null } }
}
