/**
 * Everything a person may reach, in stages: the organisation, its members, clients, dossiers. Each stage asks only what
 * is the person's, or, where they may do something with every thing of a kind, all of that kind (B-03). With a change at
 * hand, what they reach before it or after it (B-04).
 */
import { type Member, People, type Person } from '../../shared/people.ts'
import { type Overlay, unchanged } from '../../shared/rules/changes.ts'
import type { Situation } from '../../shared/rules/situation.ts'
import { reaches, type Right as Scope } from '../../shared/sheet.ts'
import { fullPage, pageFrom } from '../../shared/table/full-page.ts'
import { perhaps } from '../../shared/table/table.ts'
import { type Client, type ClientAssignment, ClientAssignments, Clients } from '../clients/records.ts'
import { pageOfDossiers, type Reached } from '../dossiers/dossiers-of.ts'
import type { Tools } from '../kernel/handler.ts'
import { mayAnything, type Thing } from './rights-on.ts'
import { type Candidate, type Stage, type Stages, stageOf } from './stages.ts'
import {
  anyClient,
  anyDossiers,
  anyMember,
  clientThing,
  dossierThing,
  memberThing,
  organisationThing,
} from './things.ts'

export type Reading = Pick<Tools, 'read' | 'list' | 'now' | 'policy'>

type Asked = {
  /** A change to look past: what is reached before it, or after it. */
  readonly overlay?: Overlay
  /** Which things are on a page at all; one left out leaves no gap and no trace in a cursor. */
  readonly shows: (candidate: Candidate) => boolean
}

export const reachOf = (tools: Reading, person: Person, { overlay = unchanged, shows }: Asked): Stages => {
  const opens = (things: readonly Thing[]): boolean =>
    things.some((thing) => mayAnything(tools, person, thing) || mayAnything(tools, person, thing, overlay))
  const seesMembers = person.kind === 'member' && opens([anyMember])
  const walk = { tools, person, shows }
  const alone = (candidate: Candidate): Stage => (shows(candidate) ? stageOf(candidate) : stageOf())
  return {
    organisation: alone({ person, thing: organisationThing, labels: [] }),
    members: seesMembers ? membersStage(walk) : alone(asMember(person, person)),
    ...(person.kind === 'member' && { clients: clientsStage(walk, opens([anyClient])) }),
    dossiers: dossiersStage(walk, widest(person, overlay), opens(anyDossiers(person))),
  }
}

type Walk = { readonly tools: Reading; readonly person: Person; readonly shows: Asked['shows'] }

export const asMember = (person: Person, member: Person): Candidate => ({
  person,
  thing: memberThing(member),
  labels: [{ label: member.name, may: 'member.read', with: { member } }],
})

/** The directory, read again, for an index lags. */
const membersStage =
  ({ tools: { list, read }, person, shows }: Walk): Stage =>
  (from) =>
    fullPage(from, async (place, size) => {
      const page = await list<Member>(People.by.members, {}, pageFrom(place, size))
      const fresh = await read(
        Object.fromEntries(page.items.map(({ personId }) => [personId, perhaps(People, { personId })])),
      )
      const shown = page.items.flatMap(({ personId }) => {
        const member = fresh[personId]
        const item = member === undefined ? undefined : asMember(person, member)
        return item !== undefined && shows(item) ? [{ place: personId, item }] : []
      })
      return { shown, next: page.cursor === null ? undefined : page.items.at(-1)?.personId }
    })

export const asClient = (person: Person, client: Client, assignment: ClientAssignment | undefined): Candidate => ({
  person,
  thing: clientThing({ client, assignment }),
  labels: [{ label: client.name, may: 'client.read', with: { client, assignment } }],
})

/** All clients, or those assigned to the person by name or as owner of a dossier. */
const clientsStage =
  ({ tools: { list, read }, person, shows }: Walk, seesAll: boolean): Stage =>
  (from) =>
    fullPage(from, async (place, size) => {
      const { personId } = person
      const page = await (seesAll
        ? list<{ clientId: string }>(Clients.by.all, {}, pageFrom(place, size))
        : list<{ clientId: string }>(ClientAssignments.by.ofMember, { personId }, pageFrom(place, size)))
      const fresh = (await read(
        Object.fromEntries(
          page.items.flatMap(({ clientId }) => [
            [clientId, perhaps(Clients, { clientId })],
            [`${clientId}.assignment`, perhaps(ClientAssignments, { clientId, personId })],
          ]),
        ),
      )) as Readonly<Record<string, unknown>>
      const shown = page.items.flatMap(({ clientId }) => {
        const client = fresh[clientId] as Client | undefined
        const assignment = fresh[`${clientId}.assignment`] as ClientAssignment | undefined
        const item = client === undefined ? undefined : asClient(person, client, assignment)
        return item !== undefined && shows(item) ? [{ place: clientId, item }] : []
      })
      return { shown, next: page.cursor === null ? undefined : page.items.at(-1)?.clientId }
    })

export const asDossier = (person: Person, reached: Reached): Candidate => {
  const { number, clientName } = reached.dossier
  return {
    person,
    thing: dossierThing(reached, person),
    labels: [
      { label: `${number} · ${clientName}`, may: 'dossier.read', with: reached },
      { label: `${number}`, may: 'dossier.know', with: reached },
    ],
  }
}

const dossiersStage =
  ({ tools, person, shows }: Walk, finder: Person, seesAll: boolean): Stage =>
  async (from) => {
    const { items, cursor } = await pageOfDossiers(finder, seesAll, tools, {
      ...from,
      shows: (reached) => shows(asDossier(person, reached)),
    })
    return { items: items.map((reached) => asDossier(person, reached)), cursor }
  }

/** Who finds whatever the person finds before the change or after it. */
const widest = (person: Person, overlay: Overlay): Person => {
  const after = overlay({ actor: person } as Situation).actor as Person
  if (person.kind === 'client-user' || after.kind === 'client-user') return person
  const [was, is] = [person.sheet.documentation, after.sheet.documentation]
  const documentation = {
    view: reaches(was.view, is.view) ? was.view : is.view,
    edit: reaches(was.edit, is.edit) ? was.edit : is.edit,
  } as Scope<(typeof was)['view']>
  const isGuest = person.roles.includes('guest') && after.roles.includes('guest')
  const roles = [...person.roles, ...after.roles].filter((role) => role !== 'guest')
  return { ...person, roles: isGuest ? ['guest'] : roles, sheet: { ...person.sheet, documentation } }
}
