import { problem } from '../../../shared/problems.ts'
import type { Handler } from '../../kernel/handler.ts'
import { giveAddress, showAddress } from '../inbound-address.ts'
import type { routes } from '../routes.ts'

/** Gives a dossier another address for e-mail; by the old one nothing comes in any more, from this moment on (P-06). */
export const renewInboundAddress: Handler<typeof routes.renewInboundAddress> = (context) => {
  const { dossier, address, inboundDomain, now } = context
  if (inboundDomain === undefined) return problem('inbound-mail-off')
  const given = giveAddress(dossier.dossierId, address, now)
  return { view: showAddress(given.address, inboundDomain), writes: given.writes }
}
