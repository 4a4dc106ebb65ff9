/** One request of each operation on cards, on requests to owners, and on the feed, that must succeed in the standing world. */
import { DossierNumbers, Dossiers } from '../../functions/dossiers/records.ts'
import { unchosen } from '../../functions/feed/notice-kinds.ts'
import { type OwnerRequest, OwnerRequestClaims, OwnerRequests } from '../../functions/owner-requests/records.ts'
import { addSeconds, DAY } from '../../shared/ports/clock.ts'
import { create } from '../../shared/table/table.ts'
import type { Example } from './examples.ts'
import type { StandingWorld } from './standing-world.ts'

/** Numbers that no dossier of the tenant has: each is asked for once. */
let numbers = 800_000_000 + (Date.now() % 100_000_000)

/** A page whose items, with what the actor is to each, one BatchGetItem brings. */
const SMALL_PAGE = { limit: 30 }

/** A dossier of the practitioner that nobody asked for yet. */
const another = ({ town, client }: StandingWorld) => {
  const dossier = town.dossier(client, 1)
  return { dossier, params: { dossierId: dossier.dossierId }, before: [create(Dossiers, dossier)] }
}

/** The same, with a request of the office, for a share unless said. */
const asked = (
  world: StandingWorld,
  as: Example['as'],
  input?: Example['input'],
  wants: OwnerRequest['wants'] = 'share',
): Example => {
  const { town } = world
  const { dossier, before } = another(world)
  const { dossierId } = dossier
  const request: OwnerRequest = {
    dossierId,
    requestId: town.newId(),
    requestedBy: town.office.personId,
    wants,
    access: wants === 'share' ? 'read' : null,
    message: 'Pour la clôture.',
    state: 'pending',
    askedAt: town.now,
    expiresAt: addSeconds(town.now, 14 * DAY),
    outcome: null,
  }
  const { requestId, requestedBy: personId, expiresAt } = request
  return {
    as,
    params: { dossierId, ownerRequestId: requestId },
    input: input ?? {},
    before: [
      ...before,
      create(OwnerRequests, request),
      create(OwnerRequestClaims, { dossierId, personId, requestId, expiresAt }),
    ],
  }
}

export const ownerRequestExamples: Readonly<Record<string, (world: StandingWorld) => Example>> = {
  readWorkspace: () => ({ as: 'office' }),
  changeWorkspace: () => ({ as: 'office', input: { dossiersMet: false } }),

  readCard: ({ dossier: { dossierId } }) => ({ as: 'office', params: { dossierId } }),
  findCard: ({ dossier: { dossierId } }) => {
    const number = ++numbers
    return { as: 'office', input: { number }, before: [create(DossierNumbers, { number, dossierId })] }
  },
  'askOwner: for a share': (world) => ({ as: 'office', ...another(world), input: { wants: 'share' } }),
  'askOwner: for a transfer': (world) => ({ as: 'office', ...another(world), input: { wants: 'transfer' } }),
  listOwnerRequests: ({ dossier: { dossierId } }) => ({ as: 'practitioner', params: { dossierId } }),
  readOwnerRequest: (world) => asked(world, 'office'),
  withdrawOwnerRequest: (world) => asked(world, 'office'),
  'grantOwnerRequest: of a share': (world) => asked(world, 'practitioner', { access: 'write' }),
  'grantOwnerRequest: of a transfer': (world) => asked(world, 'practitioner', {}, 'transfer'),
  refuseOwnerRequest: (world) => asked(world, 'practitioner', { reason: 'Pas cette année.' }),

  'listFeed: all of it': () => ({ as: 'practitioner', input: SMALL_PAGE }),
  'listFeed: of one kind': () => ({ as: 'practitioner', input: { ...SMALL_PAGE, kind: 'dossiers' } }),
  readMailPreferences: () => ({ as: 'practitioner' }),
  changeMailPreferences: () => ({ as: 'practitioner', input: { ...unchosen, shares: 'daily' } }),
}
