import { endedBefore } from '../../../shared/people.ts'
import { problem } from '../../../shared/problems.ts'
import { fullPage } from '../../../shared/table/full-page.ts'
import { perhaps } from '../../../shared/table/table.ts'
import { RequestClaims } from '../../access-requests/records.ts'
import { allSpacesOf } from '../../collaborative-spaces/spaces-of.ts'
import { inOrder } from '../../dossiers/dossiers-of.ts'
import { type Dossier, Dossiers } from '../../dossiers/records.ts'
import type { Handler, Tools } from '../../kernel/handler.ts'
import { type OfferClaim, OfferClaims } from '../../offers/records.ts'
import { isLiveShare, type Share, Shares } from '../../sharing/records.ts'
import { heldIn } from '../held.ts'
import type { routes } from '../routes.ts'

/** So many waiting requests of a dossier are counted; where there are more, the answer says so. */
const COUNTED = 20

/**
 * What a member holds, dossier by dossier: theirs to own, to answer for, shared with them (D-20). The counts are exact;
 * no client is named, since a confidential dossier's is not for everybody who may see an inventory (D-09).
 */
export const listInventory: Handler<typeof routes.listInventory> = async ({ member, holdings, input, ...tools }) => {
  if (member.kind !== 'member') return problem('not-found')
  const { personId } = member
  const walk = inOrder(tools.list, [
    [Dossiers.by.owned, { ownerId: personId }],
    [Dossiers.by.answered, { responsibleId: personId }],
    [Shares.by.ofPerson, { personId }],
  ])
  const dossiers = fullPage(input, async (place, size) => {
    const { candidates, next } = await walk(place, size)
    const ids = candidates.map(({ dossierId }) => dossierId)
    const [found, waiting] = await Promise.all([readAgain(ids, personId, tools.read), waitingIn(ids, tools.list)])
    const shown = ids.flatMap((dossierId) => {
      const { dossier, share, claim } = found(dossierId)
      if (dossier === undefined) return []
      const [owns, answers] = [dossier.ownerId === personId, dossier.responsibleId === personId]
      const lives = share !== undefined && isLiveShare(share, tools.now) && !endedBefore(member, share.givenAt)
      if (!owns && !answers && !lives) return []
      const { number, state } = dossier
      const item = { dossierId, number, state, owns, answers, share: lives ? share.access : null }
      const pendingOfferId = owns ? (claim?.offerId ?? null) : null
      return [
        {
          place: dossierId,
          item: { ...item, pendingOfferId, waitingRequests: answers ? (waiting.get(dossierId) ?? null) : null },
        },
      ]
    })
    return { shown, next }
  })
  const [page, spaces] = await Promise.all([dossiers, allSpacesOf(personId, tools)])
  return { view: { personId, status: member.status, held: heldIn(holdings, spaces), ...page } }
}

/** An index lags: each dossier as it is now, with its share and whether it is offered. */
const readAgain = async (ids: readonly string[], personId: string, read: Tools['read']) => {
  const fresh = (await read(
    Object.fromEntries(
      ids.flatMap((dossierId) => [
        [dossierId, perhaps(Dossiers, { dossierId })],
        [`${dossierId}.share`, perhaps(Shares, { dossierId, personId })],
        [`${dossierId}.claim`, perhaps(OfferClaims, { dossierId })],
      ]),
    ),
  )) as Readonly<Record<string, object | undefined>>
  return (dossierId: string) => ({
    dossier: fresh[dossierId] as Dossier | undefined,
    share: fresh[`${dossierId}.share`] as Share | undefined,
    claim: fresh[`${dossierId}.claim`] as OfferClaim | undefined,
  })
}

/** How many access requests of each dossier wait for their verdict. */
const waitingIn = async (ids: readonly string[], list: Tools['list']) =>
  new Map(
    await Promise.all(
      ids.map(async (dossierId) => {
        const { items, cursor } = await list(RequestClaims.by.ofDossier, { dossierId }, { limit: COUNTED })
        return [dossierId, { count: items.length, more: cursor !== null }] as const
      }),
    ),
  )
