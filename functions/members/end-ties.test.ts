import { expect, test } from 'vitest'
import { changePerson, introduce, type Person } from '../../shared/people.ts'
import { type AnyRecord, type Stored } from '../../shared/table/record.ts'
import { create } from '../../shared/table/table.ts'
import { holding, newId } from '../../test/ask.ts'
import type { MemoryTable } from '../../test/memory-table.ts'
import { idOf, NOW, personOf } from '../../test/world.ts'
import { ClientAssignments } from '../clients/records.ts'
import { jobTools } from '../kernel/job.ts'
import type { World } from '../kernel/line.ts'
import { Shares } from '../sharing/records.ts'
import { endTies } from './end-ties.ts'

const member = personOf('stranger')
const EARLIER = '2026-02-01T09:00:00.000Z'
const LATER = '2026-03-03T09:00:00.000Z'

const share = (number: number, givenAt: string, personId = member.personId) =>
  create(Shares, {
    dossierId: idOf(number),
    personId,
    access: 'read',
    givenBy: personOf('owner').personId,
    givenAt,
    until: null,
  })
const assignment = (number: number, at: string | null, dossierIds: readonly string[] = []) =>
  create(ClientAssignments, {
    clientId: idOf(number),
    personId: member.personId,
    assigned: at === null ? null : { by: personOf('administrator').personId, at },
    dossierIds,
  })
const office = (...changes: Partial<Person>[]) => {
  const person = Object.assign({}, member, ...changes) as Stored<Person>
  return holding(
    ...introduce(person),
    share(1, EARLIER),
    share(2, LATER),
    share(3, EARLIER, personOf('owner').personId),
    assignment(11, EARLIER),
    assignment(12, LATER),
    assignment(13, EARLIER, [idOf(50)]),
    assignment(14, null, [idOf(51)]),
  )
}
const tools = (table: MemoryTable) =>
  jobTools({ table, newId, clock: () => NOW } as unknown as World, 'end-ties', 'event')
const left = (table: MemoryTable, { name }: AnyRecord) =>
  table.everything().filter(({ recordName }) => recordName === name) as unknown as {
    dossierId: string
    clientId: string
    personId: string
    assigned: object | null
    dossierIds: string[]
  }[]

test('D-06: shares and named assignments of a deactivated member end; others’, and what ownership gives, stay', async () => {
  const table = office({ status: 'inactive' })
  await endTies(member.personId, tools(table))
  expect(left(table, Shares).map(({ dossierId }) => dossierId)).toEqual([idOf(3)])
  expect(left(table, ClientAssignments).map(({ clientId, assigned }) => [clientId, assigned])).toEqual([
    [idOf(13), null],
    [idOf(14), null],
  ])
})

test('D-04: shares of a member who became a guest end', async () => {
  const table = office({ roles: ['guest'] } as Partial<Person>)
  await endTies(member.personId, tools(table))
  expect(left(table, Shares).map(({ dossierId }) => dossierId)).toEqual([idOf(3)])
})

test('D-20: told late, after a reactivation, it ends what was given before, and nothing that was given since', async () => {
  const table = office({ reinstatedAt: NOW })
  await endTies(member.personId, tools(table))
  expect(left(table, Shares).map(({ dossierId }) => dossierId)).toEqual([idOf(2), idOf(3)])
  const named = left(table, ClientAssignments).filter(({ assigned }) => assigned !== null)
  expect(named.map(({ clientId }) => clientId)).toEqual([idOf(12)])
})

test('it leaves whoever is a member as before alone, and is done twice without harm', async () => {
  const table = office()
  const before = table.everything()
  await endTies(member.personId, tools(table))
  expect(table.everything()).toEqual(before)
  const other = office({ status: 'inactive' })
  await endTies(member.personId, tools(other))
  const once = other.everything()
  await endTies(member.personId, tools(other))
  expect(other.everything()).toEqual(once)
})

test('S-11: what ended is recorded in the trail of the dossier and of the client', async () => {
  const table = office({ status: 'inactive' })
  await endTies(member.personId, tools(table))
  const entries = table.everything().filter(({ recordName }) => recordName === 'audit-entry')
  expect(entries.map(({ pk, action, actorId }) => [pk, action, actorId])).toEqual(
    expect.arrayContaining([
      [`DOSSIER#${idOf(1)}`, 'share.end', 'job:end-ties'],
      [`CLIENT#${idOf(11)}`, 'assignment.end', 'job:end-ties'],
    ]),
  )
})

test('more shares than one transaction takes end as well', async () => {
  const table = office({ status: 'inactive' })
  table.put(...Array.from({ length: 130 }, (_, at) => share(1000 + at, EARLIER)))
  await endTies(member.personId, tools(table))
  expect(left(table, Shares)).toHaveLength(1)
})

test('whoever is reactivated while it is at work is looked at anew', async () => {
  const table = office({ status: 'inactive' })
  const inTheMiddle = tools(table)
  const list: MemoryTable['list'] = async (...asked) => {
    const page = await table.list(...asked)
    const person = { ...member, status: 'inactive', version: 1 } as Stored<Person>
    await table.commit(changePerson(person, { status: 'active', reinstatedAt: NOW }))
    return page as never
  }
  const raced = endTies(member.personId, { ...inTheMiddle, table: { ...table, list } })
  await expect(raced).rejects.toThrow('changed meanwhile')
  expect(left(table, Shares)).toHaveLength(3)
})
