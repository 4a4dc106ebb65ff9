/** Acts on people, where nobody is named: they are decided on as for an ordinary colleague, or an ordinary client user. */
import type { Situation } from '../../shared/rules/situation.ts'

/** The id of nobody in particular. */
export const ANYBODY = 'anybody'

export const anybody = {
  member: { personId: ANYBODY },
  grantee: { personId: ANYBODY, kind: 'member', status: 'active', roles: ['practitioner'] },
  user: { personId: ANYBODY, kind: 'client-user', dossiers: 1 },
  userAccess: { personId: ANYBODY },
} as const satisfies Partial<Situation>

/** A new member is thought of with plain rights. */
export const plainProposal = { proposal: { roles: ['practitioner'] } } as const satisfies Partial<Situation>
