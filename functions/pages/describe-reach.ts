import { createHash } from 'node:crypto'
import { type Action, actions } from '../../shared/actions.ts'
import type { Language } from '../../shared/people.ts'
import type { Profile } from '../../shared/roles.ts'
import { compile, decide } from '../../shared/rules/decide.ts'
import type { Situation } from '../../shared/rules/situation.ts'
import { rules } from '../rules.ts'

const policy = compile(rules)
/** Names the rules as they are: what is decided on them is shown again once they are others (P-12). */
export const rulesVersion = createHash('sha256').update(JSON.stringify(rules)).digest('base64url').slice(0, 12)
/** Nobody in particular: whoever would be given the access. */
const NEW_USER = 'new user'
const SOMEBODY_ELSE = 'somebody else'

const onlyTheirOwn = { en: '(only their own)', fr: '(seulement les siens)' } as const

/** One thing that an access would let somebody do, and whether with their own alone. */
type Reached = { readonly action: Action; readonly ownOnly: boolean }

/**
 * What a profile would reach in a dossier as it is set up: whatever the rules allow with the access and not without it.
 * Decided by the same rules as every request, so the page promises nothing else (P-02, P-04).
 */
export const reachOf = (dossier: NonNullable<Situation['dossier']>, profile: Profile): readonly Reached[] => {
  const may = (action: Action, access: boolean, by: string): boolean =>
    decide(policy, action, {
      actor: { kind: 'client-user', personId: NEW_USER, status: 'active', profile },
      dossier,
      access: access ? { personId: NEW_USER } : undefined,
      document: { createdBy: by },
      transfer: { askedBy: by },
      request: { requestedBy: by, joinedBy: [], state: 'pending' },
    }).allowed
  return (Object.keys(actions) as Action[]).flatMap((action): Reached[] => {
    if (may(action, false, NEW_USER)) return []
    if (may(action, true, SOMEBODY_ELSE)) return [{ action, ownOnly: false }]
    return may(action, true, NEW_USER) ? [{ action, ownOnly: true }] : []
  })
}

/** The same in plain words (B-16). */
export const describeReach = (
  dossier: NonNullable<Situation['dossier']>,
  profile: Profile,
  language: Language,
): string[] =>
  reachOf(dossier, profile).map(({ action, ownOnly }) =>
    ownOnly ? `${actions[action][language]} ${onlyTheirOwn[language]}` : actions[action][language],
  )
