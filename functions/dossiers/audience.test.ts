import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { People, type Person } from '../../shared/people.ts'
import type { Persona } from '../../shared/rules/cases.ts'
import { compile, decide } from '../../shared/rules/decide.ts'
import { create } from '../../shared/table/table.ts'
import { holding } from '../../test/ask.ts'
import { everyPersona, idOf, NOW, personOf } from '../../test/world.ts'
import { ClientAssignments } from '../clients/records.ts'
import { situationOf } from '../kernel/authorize.ts'
import { rules } from '../rules.ts'
import { type Share, Shares } from '../sharing/records.ts'
import { isSeenByMore, type Placed, placedIn } from './audience.ts'
import { type Dossier, DossierAccesses } from './records.ts'
import { tiesTo } from './resource.ts'

const policy = compile(rules)
const clientOf = (client: number): string => idOf(9000 + client)

type Given = {
  readonly owner: Persona
  readonly client?: number
  readonly confidential?: boolean
  readonly shared?: readonly Persona[]
  readonly users?: readonly Persona[]
}
type Both = {
  readonly here: Given
  readonly there: Given
  readonly marked?: boolean
  readonly kind?: 'note' | 'document'
  readonly assigned?: readonly Persona[]
}

const dossierAt = (
  number: 1 | 2,
  { owner, client = 1, confidential = false }: Given,
): Dossier & { version: number } => ({
  dossierId: `${idOf(number).slice(0, 18)}${clientOf(client).slice(18)}`.replace('-0000-', `-000${number}-`),
  number,
  clientId: clientOf(client),
  clientName: 'Atelier Verrières',
  ownerId: personOf(owner).personId,
  responsibleId: personOf(owner).personId,
  state: 'active',
  modules: ['archive', 'figures'],
  confidential,
  createdAt: NOW,
  createdBy: personOf(owner).personId,
  version: 1,
})

const shareOf = ({ dossierId }: Dossier, persona: Persona): Share => ({
  dossierId,
  personId: personOf(persona).personId,
  access: 'read',
  givenBy: idOf(1),
  givenAt: NOW,
  until: null,
})

/** Two dossiers with everybody who is something to them, in a table; and an item of the first. */
const worldOf = ({ here, there, marked = false, kind = 'note', assigned = [] }: Both) => {
  const [from, to] = [dossierAt(1, here), dossierAt(2, there)]
  const accessOf = ({ dossierId }: Dossier, persona: Persona) =>
    create(DossierAccesses, {
      dossierId,
      personId: personOf(persona).personId,
      grantedBy: idOf(1),
      grantedAt: NOW,
      requestId: null,
    })
  const table = holding(
    ...everyPersona.map((persona) => {
      const { version: _, ...person } = personOf(persona)
      return create(People, person)
    }),
    ...(here.shared ?? []).map((persona) => create(Shares, shareOf(from, persona))),
    ...(there.shared ?? []).map((persona) => create(Shares, shareOf(to, persona))),
    ...(here.users ?? []).map((persona) => accessOf(from, persona)),
    ...(there.users ?? []).map((persona) => accessOf(to, persona)),
    ...assigned.map((persona) =>
      create(ClientAssignments, {
        clientId: clientOf(1),
        personId: personOf(persona).personId,
        assigned: { by: idOf(1), at: NOW },
        dossierIds: [],
      }),
    ),
  )
  const item = { createdBy: idOf(1), confidential: marked }
  const places = { here: { dossier: from, item }, there: placedIn(to, { dossier: from, item }) }
  const reader = { load: table.load, list: table.list, policy, now: NOW }
  return { kind, places, reader, table }
}

const isSeen = (both: Both): Promise<boolean> => {
  const { kind, places, reader } = worldOf(both)
  return isSeenByMore(kind, places, reader)
}

const mine: Given = { owner: 'owner' }
const colleagues = { owner: 'owner', shared: ['stranger'] } as const

describe('D-21: a copy would be seen by more people', () => {
  test.each<[string, Both, boolean]>([
    ['by nobody, in another dossier of the same owner and client', { here: mine, there: mine }, false],
    ['by a collaborator of the other dossier alone', { here: mine, there: colleagues }, true],
    ['by nobody, where the collaborator is one here, too', { here: colleagues, there: colleagues }, false],
    ['by the other owner', { here: { owner: 'owner' }, there: { owner: 'responsible' } }, true],
    [
      'by nobody, where the other owner collaborates here',
      { here: { owner: 'owner', shared: ['responsible'] }, there: { owner: 'responsible' } },
      false,
    ],
    [
      'by nobody, where the other owner sees it by their sheet',
      { here: mine, there: { owner: 'documentation reader' } },
      false,
    ],
    [
      'by whoever sees all but what is confidential',
      { here: { ...mine, confidential: true }, there: { owner: 'documentation reader' } },
      true,
    ],
    ['by those who are assigned the other client', { here: mine, there: { ...mine, client: 2 } }, true],
    [
      'by nobody, of another client, where it is marked',
      { here: mine, there: { ...mine, client: 2 }, marked: true },
      false,
    ],
    [
      'by nobody, of another client, where its dossier is closed',
      { here: { ...mine, confidential: true }, there: { ...mine, client: 2 } },
      false,
    ],
    [
      'by nobody, where the collaborator there is assigned the client',
      {
        here: mine,
        there: { owner: 'owner', shared: ['assigned documentation reader'] },
        assigned: ['assigned documentation reader'],
      },
      false,
    ],
    [
      'by nobody, where whoever collaborates there is a guest by now',
      { here: mine, there: { owner: 'owner', shared: ['guest'] } },
      false,
    ],
    [
      'by a client user of the other dossier, if it is a document',
      { here: mine, there: { ...mine, users: ['Administrator of the dossier'] }, kind: 'document' },
      true,
    ],
    [
      'by nobody, if it is a note: client users read none',
      { here: mine, there: { ...mine, users: ['Administrator of the dossier'] } },
      false,
    ],
  ])('%s', async (_, both, expected) => {
    expect(await isSeen(both)).toBe(expected)
  })

  test('where there are too many to look at each, it counts as more', async () => {
    const { places, reader } = worldOf({ here: mine, there: mine })
    const list = async () => ({ items: [], cursor: 'more' })
    expect(await isSeenByMore('note', places, { ...reader, list })).toBe(true)
  })
})

test('D-21: whatever people are to two dossiers, nobody sees a copy that was let through who does not see the item', async () => {
  const people: readonly Persona[] = [
    'stranger',
    'guest',
    'coordinator',
    'documentation reader',
    'assigned documentation reader',
    'administrator, shut sheet',
    'owner, inactive',
    'responsible',
  ]
  const users: readonly Persona[] = ['Administrator of the dossier', 'Document Delivery of the dossier']
  const given = fc.record({
    owner: fc.constantFrom<Persona>('owner', 'responsible', 'documentation reader'),
    client: fc.constantFrom(1, 1, 2),
    confidential: fc.boolean(),
    shared: fc.subarray([...people]),
    users: fc.subarray([...users]),
  })
  const both = fc.record({
    here: given,
    there: given,
    marked: fc.boolean(),
    kind: fc.constantFrom('note' as const, 'document' as const),
    assigned: fc.subarray<Persona>(['assigned documentation reader', 'stranger', 'owner']),
  })
  let through = 0
  await fc.assert(
    fc.asyncProperty(both, async (asked) => {
      const { kind, places, reader, table } = worldOf(asked)
      if (await isSeenByMore(kind, places, reader)) return
      through++
      for (const persona of everyPersona) {
        const person = personOf(persona) as Person
        const sees = async ({ dossier, item }: Placed): Promise<boolean> => {
          const ties = await table.load(tiesTo(dossier.dossierId, person.personId))
          return decide(policy, `${kind}.read`, situationOf(person, { dossier, [kind]: item, ...ties }, NOW)).allowed
        }
        if (await sees(places.there)) expect(await sees(places.here), persona).toBe(true)
      }
    }),
    { numRuns: 400 },
  )
  expect(through).toBeGreaterThan(20)
})
