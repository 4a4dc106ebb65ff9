/**
 * What a decision about somebody looks at, for any action: the resource of the action's own route is loaded as if that
 * person had asked. So an explanation can never rest on other facts than the decision does.
 */
import type { Action } from '../../shared/actions.ts'
import type { Lookups, Resource } from '../../shared/contract/resource.ts'
import type { Route } from '../../shared/contract/route.ts'
import { People, type Person } from '../../shared/people.ts'
import { isProblem, type Problem, problem } from '../../shared/problems.ts'
import type { Policy } from '../../shared/rules/decide.ts'
import type { Situation } from '../../shared/rules/situation.ts'
import { perhaps } from '../../shared/table/table.ts'
import { catalogue } from '../catalogue.ts'
import { mayKnow, situationOf } from '../kernel/authorize.ts'
import type { Tools } from '../kernel/handler.ts'
import { ANYBODY, anybody, plainProposal } from './anybody.ts'
import type { Named } from './named-things.ts'

/** A resource that an action is decided on, and the ids that say which one it is. */
export type Place = { readonly on: Resource; readonly params: readonly string[] }

const paramsOf = ({ path }: Route): string[] => [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string)

/** Whoever asks here has signed in: what is opened by a mailed link alone cannot be named. */
const signedIn: readonly Route[] = catalogue
  .flatMap(({ routes }) => Object.values(routes) as Route[])
  .filter(({ open }) => open === undefined)

const ofRoute = (route: Route): Place[] => [
  { on: route.on, params: paramsOf(route) },
  ...(route.each?.on === undefined ? [] : [{ on: route.each.on, params: [...paramsOf(route), route.each.param] }]),
]

/** The shortest way to name each kind of thing. */
const placeOfKind = new Map<string, Place>()
for (const place of signedIn.flatMap(ofRoute)) {
  const shortest = placeOfKind.get(place.on.kind)
  if (shortest === undefined || place.params.length < shortest.params.length) placeOfKind.set(place.on.kind, place)
}

/**
 * Where an action is decided: where its routes do or, as long as it has none, on the kinds of things its rules name. An
 * action on the organisation needs no thing to be named.
 */
export const placesOf = (policy: Policy, action: Action): readonly Place[] => {
  const own = signedIn.filter((route) => route.action === action).flatMap(ofRoute)
  const kinds = [...new Set((policy[action] ?? []).map(({ rule }) => rule.on))]
  const ofKinds = own.length === 0 ? kinds : kinds.filter((kind) => kind === 'organisation')
  return [...own, ...ofKinds.flatMap((kind) => placeOfKind.get(kind) ?? [])]
}

/** The place that the named things say most closely, or a problem that says what to name; `within` such a thing alone. */
export const placeFor = (policy: Policy, action: Action, named: Named, within?: string): Place | Problem => {
  const isWithin = ({ params }: Place): boolean => within === undefined || params.includes(within)
  const places = placesOf(policy, action).filter(isWithin)
  const missing = ({ params }: Place): string[] => params.filter((param) => named[param] === undefined)
  const whole = places.filter((place) => missing(place).length === 0)
  const closest = whole.sort((a, b) => b.params.length - a.params.length)[0]
  if (closest !== undefined) return closest
  const nearest = places.map(missing).sort((a, b) => a.length - b.length)[0]
  if (nearest !== undefined) return unnamed(nearest)
  const actions = Object.keys(policy) as Action[]
  return notAsked(actions.filter((one) => placesOf(policy, one).some(isWithin)))
}

const unnamed = (params: readonly string[]): Problem => {
  const fields = params.join(', ')
  return problem('invalid-input', {
    detail: {
      en: `This action is about one thing: name it by ${fields}.`,
      fr: `Cette action porte sur une chose précise : nommez-la par ${fields}.`,
    },
    errors: params.map((field) => ({ pointer: `#/${field}`, detail: 'required' })),
  })
}

const notAsked = (can: readonly Action[]): Problem => {
  const list = can.toSorted().join(', ')
  return problem('invalid-input', {
    detail: {
      en: `This action cannot be asked about here. These can: ${list}.`,
      fr: `Cette action ne peut pas faire l'objet d'une question ici. Celles-ci le peuvent : ${list}.`,
    },
    errors: [{ pointer: '#/action', detail: 'not available' }],
  })
}

/** What is read of a place as if this person had come to it. */
export const lookupsAt = ({ on }: Place, named: Named, personId: string): Lookups => {
  const params = Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined))
  return on.load({ params: params as Record<string, string>, actorId: personId, source: '' })
}

export type Things = Readonly<Record<string, object | undefined>>

/**
 * What was found of a place, with an ordinary colleague or client user where nobody is named; `undefined` where something
 * is missing without which the thing does not exist.
 */
export const wholeOf = (lookups: Lookups, { personId }: Named, found: Things): Things | undefined => {
  const assumed: Things = personId === ANYBODY ? anybody : {}
  const isThere = Object.entries(lookups).every(
    ([name, { required }]) => !required || found[name] !== undefined || assumed[name] !== undefined,
  )
  if (!isThere) return undefined
  const those = Object.fromEntries(Object.entries(found).filter(([, item]) => item !== undefined))
  return { ...plainProposal, ...assumed, ...those }
}

/** Somebody and something, as they are now: all that a decision about the two looks at. */
export type Subject = {
  readonly person: Person
  readonly things: Things
  readonly situation: Situation
  /** Whether they may know of the thing at all; for whoever may not, it does not exist. */
  readonly known: boolean
}

type Question = {
  readonly person: Person | { readonly personId: string; readonly name?: undefined }
  readonly action: Action
  readonly named: Named
  readonly within?: string
}

/**
 * Loads both in one call; `not-found` where the person or the thing does not exist. An act on people is decided on as for
 * an ordinary one, unless somebody is named.
 */
export const subjectOf = async (
  { policy, read, now }: Pick<Tools, 'policy' | 'read' | 'now'>,
  { person: asked, action, named, within }: Question,
): Promise<Subject | Problem> => {
  const about = { ...named, personId: named.personId ?? ANYBODY }
  const place = placeFor(policy, action, about, within)
  if (isProblem(place)) return place
  const { personId } = asked
  const lookups = lookupsAt(place, about, personId)
  const { personInQuestion, ...found } = await read({
    ...lookups,
    ...(asked.name === undefined ? { personInQuestion: somebody(personId) } : {}),
  } as Lookups & { personInQuestion: ReturnType<typeof somebody> })
  const person = asked.name === undefined ? personInQuestion : asked
  const things = wholeOf(lookups, about, found)
  if (person === undefined || things === undefined) return problem('not-found')
  const situation = situationOf(person, things, now)
  return { person, things, situation, known: mayKnow(policy, place.on.known, situation) }
}

const somebody = (personId: string) => perhaps(People, { personId })
