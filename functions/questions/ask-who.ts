/** From a request to the page that answers it: what is asked of, as of when, and who is looked at. */
import type { Action } from '../../shared/actions.ts'
import type { Lookups } from '../../shared/contract/resource.ts'
import { isProblem, problem } from '../../shared/problems.ts'
import type { Tools } from '../kernel/handler.ts'
import { ANYBODY } from './anybody.ts'
import { actionsAskedOf, choose, thingsAt } from './matter.ts'
import type { Named } from './named-things.ts'
import { type About, namedBy } from './people-of.ts'
import { showAction, showRule } from './present-causes.ts'
import { asNow, type PastState, recordSince } from './record-since.ts'
import { type Things, wholeOf } from './subject.ts'
import { tenureOf } from './tenure.ts'
import { type Holder, whoCan } from './who-can.ts'

type Asked = {
  readonly limit: number
  readonly cursor?: string | undefined
  readonly action?: Action | undefined
  readonly at?: string | undefined
}

/** A page of who may do what, now or at a moment in the past (B-02, B-18). */
export const askWho = async ({ list, read, policy, now }: Tools, about: About, things: Named, asked: Asked) => {
  const named = { ...things, personId: things.personId ?? ANYBODY }
  const isPast = asked.at !== undefined
  const at = new Date(asked.at ?? now).toISOString()
  if (at > now) return inFuture
  const chosen = choose(actionsAskedOf(policy, about.kind, named), asked.action)
  if (isProblem(chosen)) return chosen

  // All is read side by side with the first people; each is awaited where it is needed.
  const past = isPast ? recordSince(list, about, at) : Promise.resolve(asNow)
  const tenure = about.kind === 'dossier' && !isPast ? tenureOf(list, about) : Promise.resolve({})
  const lookups = thingsAt(chosen, named)
  const then = thingsThen(lookups, named, read(lookups) as Promise<Things>, past)
  const people = Promise.all([then, past]).then(([things = {}, recorded]) => [...namedBy(things), ...recorded.people])
  const thereThen = Promise.all([then, tenure]).then(([there, held]) => ({ ...there, tenure: held }))
  const asOf = past.then((state) => state.asOf)
  const actions = chosen.map(({ action }) => action)
  const [{ items, cursor }, existed, { whole }] = await Promise.all([
    whoCan({ list, read, policy }, { about, actions, things: thereThen, named: people, at, asOf }, asked),
    then,
    past,
    people,
    thereThen,
    asOf,
  ])
  if (existed === undefined && !isPast) return problem('not-found')
  const shown = existed === undefined ? { items: [], cursor: null } : { items, cursor }
  return { view: { ...shown, asOf: at, whole, actions: actions.map(showAction), rules: rulesIn(policy, shown.items) } }
}

/** What the page's causes name, once each. */
const rulesIn = (policy: Tools['policy'], items: readonly Holder[]) => {
  const named = new Set(items.flatMap(({ can }) => can.flatMap(({ causes }) => causes.map(({ rule }) => rule))))
  return Object.values(policy)
    .flatMap((rows) => rows.map(({ rule }) => rule))
    .filter(({ id }) => named.has(id))
    .map(showRule)
}

const inFuture = problem('invalid-input', {
  detail: {
    en: 'Who may at a moment to come is not known: ask about now, or about the past.',
    fr: 'On ne sait pas qui pourra : demandez qui peut, ou qui pouvait.',
  },
  errors: [{ pointer: '#/at', detail: 'in the future' }],
})

/** The things named as they were; `undefined` when one of them was not there. */
const thingsThen = async (
  lookups: Lookups,
  named: Named,
  found: PromiseLike<Things>,
  past: PromiseLike<PastState>,
): Promise<Things | undefined> => {
  const [now, { asOf }] = await Promise.all([found, past])
  const then = Object.entries(lookups).map(([name, lookup]) => [name, asOf(lookup, now[name])] as const)
  return wholeOf(lookups, named, Object.fromEntries(then))
}
