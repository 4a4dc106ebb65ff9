import { EmailClaims, People, type Person } from '../../shared/people.ts'
import { perhaps } from '../../shared/table/table.ts'
import { type Dossier, type DossierAccess, DossierAccesses, isLiveAccess } from '../dossiers/records.ts'
import type { JobTools } from '../kernel/job.ts'
import type { AccessRequest, CloseReason } from './records.ts'

/** So many of those who joined are looked at, oldest first. */
const MOST_ASKERS = 40

/**
 * Why a request that waits needs no verdict any more (P-12): its dossier is no longer active, the person uses the dossier
 * by now, or nobody who asked uses it. `undefined` where it still does.
 */
export const whyClose = async (
  request: AccessRequest,
  dossier: Dossier,
  { read }: Pick<JobTools, 'read'>,
  now: string,
): Promise<CloseReason | undefined> => {
  if (dossier.state !== 'active') return 'dossier-not-active'
  const { dossierId, email } = request
  const askers = [request.requestedBy, ...request.joinedBy].slice(0, MOST_ASKERS)
  const found = (await read({
    claim: perhaps(EmailClaims, { email }),
    ...Object.fromEntries(
      askers.flatMap((personId) => [
        [`person ${personId}`, perhaps(People, { personId })],
        [`access ${personId}`, perhaps(DossierAccesses, { dossierId, personId })],
      ]),
    ),
  })) as Readonly<Record<string, unknown>>
  const usesIt = (personId: string): boolean => {
    const access = found[`access ${personId}`] as DossierAccess | undefined
    const person = found[`person ${personId}`] as Person | undefined
    return access !== undefined && isLiveAccess(access, now) && person?.status === 'active'
  }
  if (!askers.some(usesIt)) return 'requester-left'

  const claim = found.claim as { readonly personId: string } | undefined
  if (claim === undefined) return undefined
  const { access } = await read({ access: perhaps(DossierAccesses, { dossierId, personId: claim.personId }) })
  return access !== undefined && isLiveAccess(access, now) ? 'user-already' : undefined
}
