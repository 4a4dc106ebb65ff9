/** Who may do what with something, by every cause (B-02): the same decisions that requests meet, person by person. */
import type { Action } from '../../shared/actions.ts'
import { People, type Person } from '../../shared/people.ts'
import { causesOf, type Policy } from '../../shared/rules/decide.ts'
import { fullPage } from '../../shared/table/full-page.ts'
import type { Stored } from '../../shared/table/record.ts'
import { type Lookup, perhaps } from '../../shared/table/table.ts'
import { ClientAssignments } from '../clients/records.ts'
import { Companions } from '../collaborative-spaces/records.ts'
import { tiesTo } from '../dossiers/resource.ts'
import { situationOf } from '../kernel/authorize.ts'
import type { Tools } from '../kernel/handler.ts'
import { type Given, givenBy } from './given.ts'
import { type About, type Candidate, isShownElsewhere, peopleOf, type Ties } from './people-of.ts'
import type { Things } from './subject.ts'

/** One reason why somebody may, with when and by whom it was given. */
export type Reason = Given & {
  readonly rule: string
  readonly source: string
  readonly path: readonly string[]
}

export type Holder = {
  readonly person: Pick<Person, 'personId' | 'name' | 'kind' | 'status'>
  readonly can: readonly { readonly action: Action; readonly causes: readonly Reason[] }[]
}

/** How things were at the moment that is asked about: at present, as they are read. */
export type AsOf = <T extends object>(lookup: Lookup, found: T | undefined) => T | undefined

/** An action, and all but the person that deciding on it looks at, as of the moment asked about. */
export type Facts = { readonly action: Action; readonly things: Things }

type Matter = {
  readonly about: About
  readonly facts: PromiseLike<readonly Facts[]>
  /** Whom the things name, and who else is known to have been there. */
  readonly named: PromiseLike<readonly string[]>
  readonly at: string
  readonly asOf: PromiseLike<AsOf>
}

type Asking = Pick<Tools, 'list' | 'read' | 'policy'>

/** One page; whoever may do nothing of it is left out, and the next page is told of only where there is somebody. */
export const whoCan = (
  { list, read, policy }: Asking,
  { about, facts, named, at, asOf }: Matter,
  asked: { readonly limit: number; readonly cursor?: string | undefined },
) =>
  fullPage<Holder>(asked, async (place, size) => {
    const { candidates, next } = await peopleOf(list, about, named, place, size)
    const of = await tiesOf(read, about, candidates)
    const [factsThen, namedThen, then] = await Promise.all([facts, named, asOf])
    const shown = candidates.flatMap((candidate) => {
      const { personNow, tiesNow, lookups } = of(candidate)
      if (personNow !== undefined && isShownElsewhere(personNow, candidate, tiesNow, namedThen)) return []
      const { person: personLookup, ...tieLookups } = lookups
      const person = then(personLookup, personNow)
      if (person === undefined) return []
      const ties = Object.fromEntries(
        Object.entries(tieLookups).map(([name, lookup]) => [name, then(lookup, tiesNow[name as keyof Ties])]),
      )
      const can = canOf(policy, factsThen, person, ties, at)
      const { personId, name, kind, status } = person
      return can.length === 0
        ? []
        : [{ place: candidate.place, item: { person: { personId, name, kind, status }, can } }]
    })
    return { shown, next }
  })

const canOf = (policy: Policy, facts: readonly Facts[], person: Person, ties: Ties, at: string): Holder['can'] =>
  facts.flatMap(({ action, things }) => {
    const situation = situationOf(person, { ...things, ...ties }, at)
    const causes = causesOf(policy, action, situation).map(({ rule, path }) => ({
      rule: rule.id,
      source: rule.source,
      path,
      ...givenBy(path, situation),
    }))
    return causes.length === 0 ? [] : [{ action, causes }]
  })

type PersonAndTies = { readonly person: Lookup; readonly [tie: string]: Lookup }

/** The keys of what somebody is to it. */
const lookupsOf = (about: About, personId: string): PersonAndTies => ({
  person: perhaps(People, { personId }),
  ...(about.kind === 'dossier' ? tiesTo(about.dossierId, personId) : {}),
  ...(about.kind === 'client' ? { assignment: perhaps(ClientAssignments, { ...about, personId }) } : {}),
  ...(about.kind === 'collaborative-space' ? { companion: perhaps(Companions, { ...about, personId }) } : {}),
})

/** Reads the people of a page with all that they are to it, in one call; not again what was read where they were found. */
const tiesOf = async (read: Tools['read'], about: About, candidates: readonly Candidate[]) => {
  const wanted = candidates.flatMap(({ personId, from, ties }) =>
    Object.entries(lookupsOf(about, personId))
      // A client user has an access and nothing else; nobody else has one that counts.
      .filter(([name]) => name === 'person' || from === 'named' || (from !== 'access' && name !== 'access'))
      .filter(([name]) => !(name in ties))
      .map(([name, lookup]) => [`${name}/${personId}`, lookup] as const),
  )
  const found = (await read(Object.fromEntries(wanted))) as Things
  return ({ personId, ties }: Candidate) => {
    const lookups = lookupsOf(about, personId)
    const names = Object.keys(lookups).filter((name) => name !== 'person')
    return {
      lookups,
      personNow: found[`person/${personId}`] as Stored<Person> | undefined,
      tiesNow: Object.fromEntries(
        names.map((name) => [name, ties[name as keyof Ties] ?? found[`${name}/${personId}`]]),
      ) as Ties,
    }
  }
}
