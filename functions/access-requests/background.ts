/** What asking for access rests on, in each of the dossiers asked for: two reads however many there are. */
import { type FollowUp, FollowUps } from '../../shared/follow-ups.ts'
import { EmailClaims, People, type Person } from '../../shared/people.ts'
import type { Stored } from '../../shared/table/record.ts'
import { type Lookup, perhaps } from '../../shared/table/table.ts'
import { type DossierAccess, DossierAccesses } from '../dossiers/records.ts'
import type { Tools } from '../kernel/handler.ts'
import {
  type AccessRequest,
  AccessRequests,
  type Refusal,
  Refusals,
  type RequestClaim,
  RequestClaims,
  type RequestProgress,
  RequestProgresses,
} from './records.ts'

export type Background = {
  /** Who has the address already, if somebody does: who they are, and their access to a dossier. */
  readonly known: ((dossierId: string) => KnownPerson) | undefined
  readonly of: (dossierId: string) => {
    readonly claim: Stored<RequestClaim> | undefined
    readonly refusal: Stored<Refusal> | undefined
    /** The request that the claim is of, with what is still to be done about it. */
    readonly earlier: Stored<AccessRequest> | undefined
    readonly followUp: Stored<FollowUp> | undefined
    readonly steps: Stored<RequestProgress> | undefined
  }
}
type KnownPerson = { readonly person: Person | undefined; readonly access: DossierAccess | undefined }

export const readBackground = async (
  dossierIds: readonly string[],
  email: string,
  read: Tools['read'],
): Promise<Background> => {
  const first = (await read({
    person: perhaps(EmailClaims, { email }),
    ...each(dossierIds, (dossierId) => ({
      claim: perhaps(RequestClaims, { dossierId, email }),
      refusal: perhaps(Refusals, { dossierId, email }),
    })),
  })) as Readonly<Record<string, unknown>>
  const personId = (first.person as { readonly personId: string } | undefined)?.personId
  const claims = dossierIds
    .map((dossierId) => first[`claim ${dossierId}`] as Stored<RequestClaim> | undefined)
    .filter((claim) => claim !== undefined)
  const lookups: Record<string, Lookup> = {
    ...(personId === undefined
      ? {}
      : {
          person: perhaps(People, { personId }),
          ...each(dossierIds, (dossierId) => ({ access: perhaps(DossierAccesses, { dossierId, personId }) })),
        }),
    ...Object.assign(
      {},
      ...claims.map(({ dossierId, requestId }) =>
        each([dossierId], () => ({
          earlier: perhaps(AccessRequests, { dossierId, requestId }),
          followUp: perhaps(FollowUps, { dossierId, requestId }),
          steps: perhaps(RequestProgresses, { dossierId, requestId }),
        })),
      ),
    ),
  }
  const second = (Object.keys(lookups).length === 0 ? {} : await read(lookups)) as Readonly<Record<string, unknown>>
  return {
    known:
      personId === undefined
        ? undefined
        : (dossierId) => ({
            person: second.person as Person | undefined,
            access: second[`access ${dossierId}`] as DossierAccess | undefined,
          }),
    of: (dossierId) => ({
      claim: first[`claim ${dossierId}`] as Stored<RequestClaim> | undefined,
      refusal: first[`refusal ${dossierId}`] as Stored<Refusal> | undefined,
      earlier: second[`earlier ${dossierId}`] as Stored<AccessRequest> | undefined,
      followUp: second[`followUp ${dossierId}`] as Stored<FollowUp> | undefined,
      steps: second[`steps ${dossierId}`] as Stored<RequestProgress> | undefined,
    }),
  }
}

/** The same lookups for each dossier, under names of its own. */
const each = (
  dossierIds: readonly string[],
  lookupsOf: (dossierId: string) => Readonly<Record<string, Lookup>>,
): Record<string, Lookup> =>
  Object.fromEntries(
    dossierIds.flatMap((dossierId) =>
      Object.entries(lookupsOf(dossierId)).map(([name, lookup]) => [`${name} ${dossierId}`, lookup]),
    ),
  )
