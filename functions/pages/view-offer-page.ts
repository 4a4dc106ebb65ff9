import { People } from '../../shared/people.ts'
import { perhaps } from '../../shared/table/table.ts'
import { labelOf } from '../dossiers/contents.ts'
import { environment } from '../kernel/environment.ts'
import type { Context } from '../kernel/handler.ts'
import { MOST_SHARES } from '../offers/view-offer.ts'
import { isLiveShare, type Share, Shares } from '../sharing/records.ts'
import type { OfferPageView } from './html/offer-page.ts'
import { basicsOf } from './page-answer.ts'
import type { routes } from './routes.ts'

type Showing = Omit<Context<typeof routes.showOffer>, 'input'>

/** What the recipient sees, gathered at this moment: enough to decide, not the content (D-11). */
export const viewOfferPage = async (context: Showing): Promise<OfferPageView> => {
  const { offer, dossier, read, list, language, now } = context
  const [{ giver }, shares] = await Promise.all([
    read({ giver: perhaps(People, { personId: offer.giverId }) }),
    list<Share>(Shares.by.ofDossier, { dossierId: offer.dossierId }, { limit: MOST_SHARES }),
  ])
  const { open, confidential } = dossier.contents ?? { open: 0, confidential: 0 }
  const label = labelOf(dossier)
  return {
    ...basicsOf(language),
    giver: giver?.name ?? '',
    dossier: {
      number: String(dossier.number),
      clientName: label === 'confidential' ? null : dossier.clientName,
      label,
    },
    counts: { items: open + confidential, shares: shares.items.filter((share) => isLiveShare(share, now)).length },
    message: offer.message,
    offeredAt: offer.offeredAt,
    expiresAt: offer.expiresAt,
    timeZone: environment.timeZone,
    version: offer.version,
  }
}
