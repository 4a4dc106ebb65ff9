import { People } from '../../shared/people.ts'
import { perhaps } from '../../shared/table/table.ts'
import type { Context } from '../kernel/handler.ts'
import { isLiveShare, type Share, Shares } from '../sharing/records.ts'
import type { Offer } from './records.ts'
import type { routes } from './routes.ts'
import { showOffer } from './show-offer.ts'

/** More than these are not counted: a dossier is shared with few, and reading an offer costs the same for all. */
export const MOST_SHARES = 50

type Looking = Pick<
  Context<typeof routes.readOffer>,
  'dossier' | 'access' | 'share' | 'assignment' | 'progress' | 'waiting' | 'read' | 'list' | 'may' | 'now'
>

/** Reads what is shown with an offer besides it, and shows it: the people's names, and how many share the dossier. */
export const viewOffer = async (context: Looking, offer: Offer) => {
  const { dossier, access, share, assignment, progress, waiting, read, list, may, now } = context
  const { dossierId, giverId, recipientId } = offer
  const [people, shares] = await Promise.all([
    read({ giver: perhaps(People, { personId: giverId }), recipient: perhaps(People, { personId: recipientId }) }),
    list<Share>(Shares.by.ofDossier, { dossierId }, { limit: MOST_SHARES }),
  ])
  return showOffer({
    offer,
    dossier,
    giver: people.giver ?? { personId: giverId, name: '' },
    recipient: people.recipient ?? { personId: recipientId, name: '' },
    mayRead: may('dossier.read', { dossier, access, share, assignment }),
    shares: shares.items.filter((one) => isLiveShare(one, now)).length,
    progress,
    waiting,
    now,
  })
}
