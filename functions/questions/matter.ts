/** What "who can" is asked of: which actions, and everything but the people that decisions on them look at. */
import type { Action } from '../../shared/actions.ts'
import type { Lookups } from '../../shared/contract/resource.ts'
import { type Problem, problem } from '../../shared/problems.ts'
import type { Policy } from '../../shared/rules/decide.ts'
import { ANYBODY } from './anybody.ts'
import type { Named } from './named-things.ts'
import { type About, findsAllOf } from './people-of.ts'
import { lookupsAt, type Place, placesOf } from './subject.ts'

/** Actions, each with the resource that it is decided on here. */
export type Asked = readonly { readonly action: Action; readonly place: Place }[]

/** The path parameter that a place of each kind of question has. */
const NEEDS = {
  dossier: 'dossierId',
  client: 'clientId',
  'collaborative-space': 'spaceId',
  settings: undefined,
} as const

/**
 * The actions that can be asked of these things: those whose resource they name, and whose rules allow nobody but people
 * who are found beside them. What everyone may do (see a list of what one may see) is no question of who.
 */
export const actionsAskedOf = (policy: Policy, kind: About['kind'], named: Named): Asked =>
  (Object.keys(policy) as Action[]).flatMap((action) => {
    const needed = NEEDS[kind]
    const place = placesOf(policy, action)
      .filter(({ params }) => needed === undefined || params.includes(needed))
      .filter(({ params }) => params.every((param) => named[param] !== undefined))
      .sort((a, b) => b.params.length - a.params.length)[0]
    const findsAll = (policy[action] ?? []).every(({ rule }) => findsAllOf(kind, rule))
    return place !== undefined && findsAll ? [{ action, place }] : []
  })

/** One of them, or all. */
export const choose = (asked: Asked, action: Action | undefined): Asked | Problem => {
  if (action === undefined) return asked
  const one = asked.filter((each) => each.action === action)
  if (one.length > 0) return one
  const list = asked.map((each) => each.action).join(', ')
  return problem('invalid-input', {
    detail: {
      en: `Who can do this is no question here. These are: ${list}.`,
      fr: `Qui peut faire cela n'est pas une question ici. En sont : ${list}.`,
    },
    errors: [{ pointer: '#/action', detail: 'not available' }],
  })
}

const OF_PEOPLE = ['access', 'share', 'assignment', 'companion']

/** What has to be read of a place: all but what a person is to it, for that is each person's own. */
export const lookupsBeside = (place: Place, named: Named): Lookups =>
  Object.fromEntries(Object.entries(lookupsAt(place, named, ANYBODY)).filter(([name]) => !OF_PEOPLE.includes(name)))
