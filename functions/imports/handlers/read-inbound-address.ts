import { problem } from '../../../shared/problems.ts'
import type { Handler } from '../../kernel/handler.ts'
import { giveAddress, showAddress } from '../inbound-address.ts'
import type { routes } from '../routes.ts'

/** The address by which a dossier takes in e-mail; whoever asks first gives it one (P-06). */
export const readInboundAddress: Handler<typeof routes.readInboundAddress> = (context) => {
  const { dossier, address, inboundDomain, now } = context
  if (inboundDomain === undefined) return problem('inbound-mail-off')
  if (address !== undefined) return { view: showAddress(address, inboundDomain) }
  const given = giveAddress(dossier.dossierId, undefined, now)
  return { view: showAddress(given.address, inboundDomain), writes: given.writes }
}
