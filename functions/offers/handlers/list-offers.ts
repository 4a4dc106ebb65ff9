import type { Handler } from '../../kernel/handler.ts'
import { pageOfOffers } from '../page-of-offers.ts'
import { Offers } from '../records.ts'
import type { routes } from '../routes.ts'

/** The offers that one made or received, newest first (D-15). */
export const listOffers: Handler<typeof routes.listOffers> = async (context) => {
  const { actor, input } = context
  const { personId } = actor
  const page =
    input.as === 'giver'
      ? pageOfOffers(Offers.by.ofGiver, { giverId: personId }, context, input)
      : pageOfOffers(Offers.by.ofRecipient, { recipientId: personId }, context, input)
  return { view: await page }
}
