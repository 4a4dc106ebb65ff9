import { isProblem } from '../../../shared/problems.ts'
import { cursorAfter, type Lookup, perhaps, UnreadableCursor } from '../../../shared/table/table.ts'
import { type Dossier, Dossiers } from '../../dossiers/records.ts'
import type { Context, Handler } from '../../kernel/handler.ts'
import { OfferClaims } from '../../offers/records.ts'
import { whyNotMove } from '../reasons.ts'
import type { routes } from '../routes.ts'
import { showReason } from '../show-bulk-transfer.ts'
import { whoBetween } from '../who-between.ts'

/** Shows, page by page, what a transfer would move at this moment and what not, and writes nothing (D-12). */
export const dryRunBulkTransfer: Handler<typeof routes.dryRunBulkTransfer> = async (context) => {
  const { input, read, language } = context
  const { fromId, dossierIds } = input
  const [between, { ids, cursor }] = await Promise.all([
    whoBetween(input, read),
    dossierIds === undefined ? pageOfOwned(context) : pageOfNamed(dossierIds, input),
  ])
  if (isProblem(between)) return between

  const found: Readonly<Record<string, object | undefined>> = await read(Object.fromEntries(ids.flatMap(lookupsOf)))
  const items = ids.flatMap((dossierId) => {
    const dossier = found[dossierId] as Dossier | undefined
    // The index lags: a dossier that went elsewhere meanwhile is none of the giver's, unless it was named.
    if (dossierIds === undefined && dossier?.ownerId !== fromId) return []
    const reason = whyNotMove(dossier, input, between.recipient) ?? null
    return [
      {
        dossierId,
        number: dossier?.number ?? null,
        moves: reason === null,
        reason: showReason(reason, language),
        endsOffer: reason === null && found[`claim ${dossierId}`] !== undefined,
      },
    ]
  })
  const move = items.filter(({ moves }) => moves).length
  const counts = { dossiers: dossierIds?.length ?? between.owned, move, stay: items.length - move }
  return { view: { items, cursor, counts } }
}

type Page = { readonly ids: readonly string[]; readonly cursor: string | null }

const lookupsOf = (dossierId: string): [string, Lookup][] => [
  [dossierId, perhaps(Dossiers, { dossierId })],
  [`claim ${dossierId}`, perhaps(OfferClaims, { dossierId })],
]

const pageOfOwned = async ({ input, list }: Context<typeof routes.dryRunBulkTransfer>): Promise<Page> => {
  const { fromId: ownerId, limit, cursor: from } = input
  const { items, cursor } = await list<Dossier>(Dossiers.by.owned, { ownerId }, { limit, cursor: from })
  return { ids: items.map(({ dossierId }) => dossierId), cursor }
}

/** Named dossiers in the order of their ids, as the transfer takes them. */
const pageOfNamed = (
  dossierIds: readonly string[],
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
): Page => {
  const after = cursor === undefined ? '' : Buffer.from(cursor, 'base64url').toString('utf8')
  if (cursor !== undefined && !dossierIds.includes(after))
    throw new UnreadableCursor('This cursor was not given by us.')
  const left = [...dossierIds].sort().filter((dossierId) => dossierId > after)
  const ids = left.slice(0, limit)
  const last = ids.at(-1)
  return { ids, cursor: left.length > limit && last !== undefined ? cursorAfter(last) : null }
}
