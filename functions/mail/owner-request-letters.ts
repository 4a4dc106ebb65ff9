/** What the two sides of a request to an owner are told in words of their own (D-22). */
import type { OutboxEntry } from '../../shared/events.ts'
import { People } from '../../shared/people.ts'
import { perhaps } from '../../shared/table/table.ts'
import { Dossiers } from '../dossiers/records.ts'
import type { JobTools } from '../kernel/job.ts'
import { stateAt } from '../owner-requests/end-request.ts'
import { OwnerRequestClaims, OwnerRequests } from '../owner-requests/records.ts'
import type { Letter, Sender } from './letters.ts'
import { tellingNotice } from './notices.ts'

type Ids = { readonly dossierId: string; readonly requestId: string }

/** Whoever owns the dossier by now is asked, unless the request has ended meanwhile; by its number alone (D-09). */
export const askingOwner = async (
  { dossierId, requestId }: Ids,
  sender: Sender,
  { read, now }: Pick<JobTools, 'read' | 'now'>,
): Promise<Letter[]> => {
  const { dossier, request } = await read({
    dossier: perhaps(Dossiers, { dossierId }),
    request: perhaps(OwnerRequests, { dossierId, requestId }),
  })
  if (dossier === undefined || request === undefined || stateAt(request, now) !== 'pending') return []
  const { owner, requester } = await read({
    owner: perhaps(People, { personId: dossier.ownerId }),
    requester: perhaps(People, { personId: request.requestedBy }),
  })
  if (owner?.status !== 'active' || requester === undefined || owner.personId === requester.personId) return []
  const data = {
    ...sender,
    name: owner.name,
    by: requester.name,
    dossier: String(dossier.number),
    transfer: request.wants === 'transfer',
    mayWrite: request.access === 'write',
    message: request.message,
    endsAt: request.expiresAt,
  }
  return [{ to: owner, kind: 'owner-request', data }]
}

/** Whoever asked is told of a refusal with its reason. */
const tellingRefusal = async (
  { dossierId, requestId }: Ids,
  sender: Sender,
  { read }: Pick<JobTools, 'read'>,
): Promise<Letter[]> => {
  const { dossier, request } = await read({
    dossier: perhaps(Dossiers, { dossierId }),
    request: perhaps(OwnerRequests, { dossierId, requestId }),
  })
  if (dossier === undefined || request?.state !== 'refused') return []
  const { by = null, reason = null } = request.outcome ?? {}
  const { owner, requester } = await read({
    owner: perhaps(People, { personId: by ?? 'nobody' }),
    requester: perhaps(People, { personId: request.requestedBy }),
  })
  if (requester?.status !== 'active') return []
  const data = {
    ...sender,
    name: requester.name,
    by: owner?.name ?? sender.organisation,
    dossier: String(dossier.number),
    transfer: request.wants === 'transfer',
    reason: reason ?? '',
  }
  return [{ to: requester, kind: 'owner-request-refused', data }]
}

/** The requests that wait in dossiers go to their new owner with them (D-13). */
export const askingNewOwner = async (
  dossierIds: readonly string[],
  sender: Sender,
  tools: JobTools,
): Promise<Letter[]> => {
  const letters: Letter[] = []
  for (const dossierId of dossierIds) {
    const { items } = await tools.table.list<Ids>(OwnerRequestClaims.by.ofDossier, { dossierId }, { limit: 100 })
    for (const { requestId } of items) letters.push(...(await askingOwner({ dossierId, requestId }, sender, tools)))
  }
  return letters
}

/**
 * How a request to an owner ended: a refusal with its reason; what was granted is told by the share or the offer that
 * followed, the rest in brief.
 */
export const tellingOwnerRequestEnd = async (
  event: Extract<OutboxEntry, { type: 'owner-request-ended' }>,
  sender: Sender,
  tools: JobTools,
): Promise<Letter[]> => {
  const { outcome } = event.data
  if (outcome === 'granted') return []
  return outcome === 'refused' ? tellingRefusal(event.data, sender, tools) : tellingNotice(event, sender, tools)
}
