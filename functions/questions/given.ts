import type { Path } from '../../shared/rules/rule.ts'
import type { Situation } from '../../shared/rules/situation.ts'
import type { Dossier } from '../dossiers/records.ts'

/** Since when and until when somebody has what gives a right, from whom, and by which access request (B-02). */
export type Given = {
  readonly since: string | null
  readonly until: string | null
  readonly givenBy: string | null
  readonly requestId: string | null
}

type Items = {
  readonly share?: { readonly givenAt: string; readonly givenBy: string; readonly until: string | null }
  readonly access?: { readonly grantedAt: string; readonly grantedBy: string; readonly requestId: string | null }
  readonly assignment?: { readonly assigned: { readonly at: string; readonly by: string } | null }
  readonly companion?: { readonly joinedAt: string; readonly invitedBy: string }
  readonly dossier?: Pick<Dossier, 'createdAt' | 'createdBy' | 'ownerNamed' | 'responsibleNamed'>
}

const unknown: Given = { since: null, until: null, givenBy: null, requestId: null }

/** From the item that a path begins with; of a sheet or a role the present item does not say since when. */
export const givenBy = (path: Path, situation: Situation): Given => {
  const { share, access, assignment, companion, dossier } = situation as object as Items
  const [step] = path
  if (step === 'share' && share !== undefined)
    return { ...unknown, since: share.givenAt, until: share.until, givenBy: share.givenBy }
  if (step === 'access' && access !== undefined)
    return { ...unknown, since: access.grantedAt, givenBy: access.grantedBy, requestId: access.requestId }
  if (step === 'collaborative space' && companion !== undefined)
    return { ...unknown, since: companion.joinedAt, givenBy: companion.invitedBy }
  if (step === 'assignment' && assignment?.assigned)
    return { ...unknown, since: assignment.assigned.at, givenBy: assignment.assigned.by }
  if ((step === 'ownership' || step === 'responsibility') && dossier !== undefined) {
    const named = step === 'ownership' ? dossier.ownerNamed : dossier.responsibleNamed
    return { ...unknown, since: named?.at ?? dossier.createdAt, givenBy: named?.by ?? dossier.createdBy }
  }
  return unknown
}
