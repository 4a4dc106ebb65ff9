/** From a request to the page that answers it: what is asked of, as of when, and who is looked at. */
import type { Action } from '../../shared/actions.ts'
import { isProblem, problem } from '../../shared/problems.ts'
import type { Key } from '../../shared/table/record.ts'
import type { Tools } from '../kernel/handler.ts'
import { ANYBODY } from './anybody.ts'
import { type Asked as AskedActions, actionsAskedOf, choose, lookupsBeside } from './matter.ts'
import type { Named } from './named-things.ts'
import { type About, namedBy } from './people-of.ts'
import { showAction, showRule } from './present-causes.ts'
import { asNow, type PastState, recordSince } from './record-since.ts'
import { type Things, wholeOf } from './subject.ts'
import { type Facts, type Holder, whoCan } from './who-can.ts'

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
  const then = thingsThen(read, chosen, named, past)
  const people = Promise.all([then, past]).then(([each, recorded]) => [
    ...(each ?? []).flatMap(({ things }) => namedBy(things)),
    ...recorded.people,
  ])
  const facts = then.then((each) => each ?? [])
  const asOf = past.then((state) => state.asOf)
  const [{ items, cursor }, existed, { whole }] = await Promise.all([
    whoCan({ list, read, policy }, { about, facts, named: people, at, asOf }, asked),
    then,
    past,
    people,
    facts,
    asOf,
  ])
  if (existed === undefined && !isPast) return problem('not-found')
  const shown = existed === undefined ? { items: [], cursor: null } : { items, cursor }
  const actions = chosen.map(({ action }) => showAction(action))
  return { view: { ...shown, asOf: at, whole, actions, rules: rulesIn(policy, shown.items) } }
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

/** What each action is decided on, as it was then; `undefined` when something named was not there. */
const thingsThen = async (
  read: Tools['read'],
  chosen: AskedActions,
  named: Named,
  past: PromiseLike<PastState>,
): Promise<readonly Facts[] | undefined> => {
  const places = chosen.map(({ action, place }) => ({ action, lookups: lookupsBeside(place, named) }))
  // Many actions are decided on the same things: each is read once.
  const all = Object.fromEntries(
    places.flatMap(({ lookups }) => Object.values(lookups)).map((lookup) => [nameOf(lookup.key), lookup]),
  )
  const [found, { asOf }] = await Promise.all([read(all) as Promise<Things>, past])
  const facts = places.map(({ action, lookups }) => {
    const items = Object.entries(lookups).map(
      ([name, lookup]) => [name, asOf(lookup, found[nameOf(lookup.key)])] as const,
    )
    return { action, things: wholeOf(lookups, named, Object.fromEntries(items)) }
  })
  return facts.some(({ things }) => things === undefined) ? undefined : (facts as Facts[])
}

const nameOf = ({ pk, sk }: Key): string => `${pk} ${sk}`
