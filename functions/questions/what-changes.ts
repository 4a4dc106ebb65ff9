/** Everything that a change can touch: whatever is left out here is the same before and after it (B-04). */
import { People, type Person, WideReaches } from '../../shared/people.ts'
import { type Change, overlayOf } from '../../shared/rules/changes.ts'
import { fullPage, pageFrom } from '../../shared/table/full-page.ts'
import { perhaps } from '../../shared/table/table.ts'
import { type Client, type ClientAssignment, ClientAssignments, Clients } from '../clients/records.ts'
import type { Reached } from '../dossiers/dossiers-of.ts'
import { type Dossier, Dossiers } from '../dossiers/records.ts'
import { tiesTo } from '../dossiers/resource.ts'
import { isShownElsewhere, peopleOf } from './people-of.ts'
import { asClient, asDossier, asMember, type Reading, reachOf } from './reach-of.ts'
import { type Candidate, type Stage, type Stages, stageOf } from './stages.ts'

export const stagesOfChange = async (tools: Reading, change: Change): Promise<Stages> => {
  switch (change.kind) {
    case 'sheet':
    case 'profile':
      return reachBeforeOrAfter(tools, await personOf(tools, change.personId), change)
    case 'roles':
    case 'deactivation': {
      const person = await personOf(tools, change.personId)
      // Whether somebody is a colleague decides also what others may give them.
      return { ...reachBeforeOrAfter(tools, person, change), others: othersStage(tools, person) }
    }
    case 'assignment':
      return stagesOfAssignment(tools, change)
    case 'share':
      return { dossier: await dossierOf(tools, change) }
    case 'configuration':
      return { people: await peopleStage(tools, change) }
    case 'confidentiality':
      return { people: await peopleStage(tools, { dossierId: change.dossierId }) }
  }
}

const personOf = async ({ read }: Reading, personId: string): Promise<Person> => {
  const { person } = await read({ person: perhaps(People, { personId }) })
  if (person === undefined) throw new Error('The person whom a change is about was loaded, and is gone.')
  return person
}

/** A thing that is reached neither before nor after takes no place on a page. */
const everything = (): boolean => true

const reachBeforeOrAfter = (tools: Reading, person: Person, change: Change): Stages =>
  reachOf(tools, person, { overlay: overlayOf(change), shows: everything })

/** Everyone else with a right over the whole organisation, each with what they may do with the person. */
const othersStage =
  ({ list, read }: Reading, member: Person): Stage =>
  (from) =>
    fullPage(from, async (place, size) => {
      const page = await list<{ personId: string }>(WideReaches.by.all, {}, pageFrom(place, size))
      const people = await read(
        Object.fromEntries(page.items.map(({ personId }) => [personId, perhaps(People, { personId })])),
      )
      const shown = page.items.flatMap((reach) => {
        const person = people[reach.personId]
        if (person === undefined || person.personId === member.personId) return []
        return [{ place: WideReaches.key(reach).sk, item: asMember(person, member) }]
      })
      const last = page.items.at(-1)
      return { shown, next: page.cursor === null || last === undefined ? undefined : WideReaches.key(last).sk }
    })

/** The client itself, and every dossier of it. */
const stagesOfAssignment = async (
  { list, read }: Reading,
  { personId, clientId }: Extract<Change, { kind: 'assignment' }>,
): Promise<Stages> => {
  const found = await read({
    person: perhaps(People, { personId }),
    client: perhaps(Clients, { clientId }),
    assignment: perhaps(ClientAssignments, { clientId, personId }),
  })
  const { person, client, assignment } = found
  if (person === undefined || client === undefined) throw new Error('What a change is about was loaded, and is gone.')
  const dossiers: Stage = (from) =>
    fullPage(from, async (place, size) => {
      const page = await list<Dossier>(Dossiers.by.ofClient, { clientId }, pageFrom(place, size))
      const reached = await tiesOf(read, page.items, personId)
      return {
        shown: reached.map((one) => ({ place: one.dossier.dossierId, item: asDossier(person, one) })),
        next: page.cursor === null ? undefined : page.items.at(-1)?.dossierId,
      }
    })
  return { client: stageOf(asClient(person, client as Client, assignment as ClientAssignment | undefined)), dossiers }
}

const tiesOf = async (
  read: Reading['read'],
  dossiers: readonly Pick<Dossier, 'dossierId'>[],
  personId: string,
): Promise<readonly Reached[]> => {
  if (dossiers.length === 0) return []
  const found = (await read(
    Object.fromEntries(
      dossiers.flatMap(({ dossierId }) =>
        Object.entries({ dossier: perhaps(Dossiers, { dossierId }), ...tiesTo(dossierId, personId) }).map(
          ([name, lookup]) => [`${dossierId}.${name}`, lookup],
        ),
      ),
    ),
  )) as Readonly<Record<string, never>>
  return dossiers.flatMap(({ dossierId }) => {
    const [dossier, access, share, assignment] = ['dossier', 'access', 'share', 'assignment'].map(
      (name) => found[`${dossierId}.${name}`],
    )
    return dossier === undefined ? [] : [{ dossier, access, share, assignment } as unknown as Reached]
  })
}

/** One dossier, for whoever is given a share of it, or loses one. */
const dossierOf = async (
  { read }: Reading,
  { dossierId, personId }: Extract<Change, { kind: 'share' }>,
): Promise<Stage> => {
  const { person, dossier, ...ties } = await read({
    person: perhaps(People, { personId }),
    dossier: perhaps(Dossiers, { dossierId }),
    ...tiesTo(dossierId, personId),
  })
  if (person === undefined || dossier === undefined) return stageOf()
  return stageOf(asDossier(person, { dossier, ...ties } as Reached))
}

/** Everyone who has anything to do with a dossier, and whoever is to answer for it. */
const peopleStage = async (
  { list, read }: Reading,
  { dossierId, responsibleId }: { readonly dossierId: string; readonly responsibleId?: string | undefined },
): Promise<Stage> => {
  const { dossier } = await read({ dossier: perhaps(Dossiers, { dossierId }) })
  if (dossier === undefined) return stageOf()
  const { clientId } = dossier
  const named = [dossier.ownerId, dossier.responsibleId, ...(responsibleId === undefined ? [] : [responsibleId])]
  return (from) =>
    fullPage(from, async (place, size) => {
      const about = { kind: 'dossier', dossierId, clientId } as const
      const { candidates, next } = await peopleOf(list, about, named, place, size)
      const found = await read(
        Object.fromEntries(
          candidates.flatMap(({ personId }) => [
            [personId, perhaps(People, { personId })],
            ...Object.entries(tiesTo(dossierId, personId)).map(([name, tie]) => [`${personId}.${name}`, tie]),
          ]),
        ),
      )
      const shown = candidates.flatMap((candidate): { place: string; item: Candidate }[] => {
        const { personId } = candidate
        const person = found[personId] as Person | undefined
        const [access, share, theirs] = ['access', 'share', 'assignment'].map((name) => found[`${personId}.${name}`])
        // Two clients' ids may end alike: an assignment counts for its own client alone.
        const assignment = (theirs as ClientAssignment | undefined)?.clientId === clientId ? theirs : undefined
        const reached = { dossier, access, share, assignment } as unknown as Reached
        const elsewhere = person === undefined || isShownElsewhere(person, candidate, reached, named)
        return elsewhere ? [] : [{ place: candidate.place, item: asDossier(person, reached) }]
      })
      return { shown, next }
    })
}
