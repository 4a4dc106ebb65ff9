import { describe, expect, test } from 'vitest'
import { practitionerSheet } from '../sheet.ts'
import { type Fact, facts } from './facts.ts'
import type { Seat, Situation } from './situation.ts'

/** What a fact says in situations that the permission matrix does not make: ties of others, and things half at hand. */

const personId = 'capucine'
const actor = { kind: 'member', personId, status: 'active', roles: ['practitioner'], sheet: practitionerSheet } as const
const clientUser = { kind: 'client-user', personId, status: 'active', profile: 'client-administrator' } as const
const dossier = { ownerId: personId, responsibleId: personId, state: 'active', modules: [] } as const
const holds = (fact: Fact, situation: Situation): boolean => facts[fact].holds(situation)

test('B-05: where the situation does not say, no fact holds; but a copy is taken to show more (D-21)', () => {
  const holding = (Object.keys(facts) as Fact[]).filter((fact) => holds(fact, { actor }))
  expect(holding).toEqual(['copy shows it to more people', 'actor is a colleague'])
})

test('D-01: a dossier is owned by a member; a client user of the same id owns none', () => {
  expect(holds('actor is the owner', { actor, dossier })).toBe(true)
  expect(holds('actor is the owner', { actor: clientUser, dossier })).toBe(false)
})

test('D-21: a copy of which it is known that it shows nothing more, does not', () => {
  expect(holds('copy shows it to more people', { actor, copy: { widens: false } })).toBe(false)
  expect(holds('copy shows it to more people', { actor, copy: { widens: true } })).toBe(true)
})

const room = { roomId: 'boardroom' }
const seat: Seat = { roomId: 'boardroom', personId, role: 'editor', groupIds: ['finance'], manages: ['audit'] }
const principal = { personId: 'anselme', role: 'editor', groupIds: ['finance'], active: true } as const
const assistant: Seat = { ...seat, role: 'assistant', groupIds: [], manages: [], attachedTo: principal }

describe('R-05, R-06: what is of their groups', () => {
  const of = (thing: Partial<Situation>, sits: Seat | undefined = seat): boolean =>
    holds('it is of their groups', { actor, room, seat: sits, ...thing })

  test.each([
    ['a meeting', (groupIds: string[]) => ({ meeting: { groupIds, participants: [], state: 'published' as const } })],
    ['a library document', (groupIds: string[]) => ({ libraryDocument: { groupIds } })],
    ['a task', (groupIds: string[]) => ({ task: { assigneeId: 'anselme', groupIds } })],
  ])('%s by the groups it is of, whatever group is at hand beside', (_, made) => {
    expect(of(made(['finance']))).toBe(true)
    expect(of(made(['audit', 'other']))).toBe(true)
    expect(of(made(['other']))).toBe(false)
    expect(of(made([]))).toBe(false)
    expect(of({ ...made(['finance']), group: { groupId: 'other' } })).toBe(true)
    expect(of({ ...made(['other']), group: { groupId: 'finance' } })).toBe(false)
  })

  test('a meeting before what hangs on it: its documents and its tasks', () => {
    const meeting = { groupIds: ['other'], participants: [], state: 'running' as const }
    expect(of({ meeting, libraryDocument: { groupIds: ['finance'] } })).toBe(false)
    expect(of({ meeting, task: { assigneeId: 'anselme', groupIds: ['finance'] } })).toBe(false)
    expect(
      of({ libraryDocument: { groupIds: ['other'] }, task: { assigneeId: 'anselme', groupIds: ['finance'] } }),
    ).toBe(false)
  })

  test('the group itself, and nothing where no group is at hand', () => {
    expect(of({ group: { groupId: 'finance' } })).toBe(true)
    expect(of({ group: { groupId: 'other' } })).toBe(false)
    expect(of({})).toBe(false)
  })

  test("S-10, R-01: somebody else's seat gives nothing, nor one in another room", () => {
    const group = { groupId: 'finance' }
    expect(of({ group }, { ...seat, personId: 'anselme' })).toBe(false)
    expect(of({ group }, { ...seat, roomId: 'committee' })).toBe(false)
    expect(of({ group, room: undefined } as object)).toBe(false)
  })

  test('R-06: a group is managed by whoever is set as its manager, in this room', () => {
    const manages = (thing: Partial<Situation>): boolean =>
      holds('they manage the group', { actor, room, seat, group: { groupId: 'audit' }, ...thing })
    expect(manages({})).toBe(true)
    expect(manages({ group: { groupId: 'finance' } })).toBe(false)
    expect(manages({ seat: { ...seat, roomId: 'committee' } })).toBe(false)
    expect(manages({ seat: { ...seat, personId: 'anselme' } })).toBe(false)
  })
})

describe('R-08: an Assistant, by their member', () => {
  const group = { groupId: 'finance' }
  const inGroup = (sits: Seat): boolean => holds('it is of their groups', { actor, room, seat: sits, group })

  test('has the groups of their member, and of an Admin whatever is in the room', () => {
    expect(inGroup(assistant)).toBe(true)
    expect(inGroup({ ...assistant, attachedTo: { ...principal, groupIds: ['other'] } })).toBe(false)
    expect(inGroup({ ...assistant, attachedTo: { ...principal, role: 'admin', groupIds: [] } })).toBe(true)
  })

  test('has none from the moment their member is not active', () => {
    expect(inGroup({ ...assistant, attachedTo: { ...principal, active: false } })).toBe(false)
    expect(inGroup({ ...assistant, attachedTo: { ...principal, role: 'admin', active: false } })).toBe(false)
  })

  test('nobody else has what is of somebody they were attached to', () => {
    expect(inGroup({ ...assistant, role: 'member' })).toBe(false)
  })

  test('may change what their member may change', () => {
    const may = (role: Seat['role'], sits: Seat = assistant): boolean =>
      holds('their member may change it', { actor, room, seat: { ...sits, attachedTo: { ...principal, role } } })
    expect((['editor', 'group-manager', 'admin'] as const).map((role) => may(role))).toEqual([true, true, true])
    expect(may('member')).toBe(false)
    expect(may('editor', { ...assistant, role: 'member' })).toBe(false)
  })

  test('takes part where their member does, while that member is active', () => {
    const meeting = { groupIds: [], participants: ['anselme'], state: 'running' as const }
    const part = (sits: Seat | undefined): boolean =>
      holds('they take part in the meeting', { actor, room, seat: sits, meeting })
    expect(part(assistant)).toBe(true)
    expect(part({ ...assistant, attachedTo: { ...principal, active: false } })).toBe(false)
    expect(part({ ...assistant, attachedTo: undefined })).toBe(false)
    expect(part({ ...assistant, role: 'member' })).toBe(false)
    expect(part({ ...assistant, roomId: 'committee' })).toBe(false)
    expect(part(seat)).toBe(false)
    expect(part(undefined)).toBe(false)
  })

  test('R-21: is recused with their member, and by themself', () => {
    const recused = (people: string[], sits: Seat | undefined = assistant): boolean =>
      holds('they are recused', { actor, room, seat: sits, agendaItem: { recused: people } })
    expect(recused(['anselme'])).toBe(true)
    expect(recused([personId])).toBe(true)
    expect(recused(['blandine'])).toBe(false)
    expect(recused([])).toBe(false)
    expect(recused(['anselme'], seat)).toBe(false)
    expect(recused([personId], undefined)).toBe(true)
  })
})
