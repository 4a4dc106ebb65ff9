import { expect, test } from 'vitest'
import type { Person } from '../../shared/people.ts'
import { People } from '../../shared/people.ts'
import { create } from '../../shared/table/table.ts'
import { holding } from '../../test/ask.ts'
import { idOf, NOW, personOf } from '../../test/world.ts'
import { standInFor } from './find-stand-in.ts'
import { type Absence, Absences } from './records.ts'

const absent = personOf('owner')
const deputy = personOf('responsible')
const LATER = '2026-03-09T09:00:00.000Z'

const absence = (changes: Partial<Absence> = {}): Absence => ({
  personId: absent.personId,
  deputyId: deputy.personId,
  from: NOW,
  until: LATER,
  setAt: '2026-02-27T09:00:00.000Z',
  ...changes,
})
const found = (changes: Partial<Person> = {}, now = NOW, ...more: readonly Absence[]) => {
  const table = holding(
    create(People, { ...deputy, ...changes } as Person),
    create(Absences, absence()),
    ...more.map((one) => create(Absences, one)),
  )
  return standInFor(absent.personId, { read: table.load as never }, now)
}

test('B-11: the deputy stands in from the first moment of an absence until its end, and not before or after', async () => {
  expect(await found()).toBe(deputy.personId)
  expect(await found({}, '2026-03-02T08:59:59.999Z')).toBeUndefined()
  expect(await found({}, LATER)).toBeUndefined()
})

test('B-11: nobody stands in for somebody who named nobody', async () => {
  expect(await standInFor(idOf(1), { read: holding().load as never }, NOW)).toBeUndefined()
})

test('B-11: a deputy who is absent too is not asked, and their own deputy neither: deputies make no chain', async () => {
  const theirs = absence({ personId: deputy.personId, deputyId: personOf('stranger').personId })
  expect(await found({}, NOW, theirs)).toBeUndefined()
  expect(await found({}, NOW, { ...theirs, from: LATER, until: '2026-04-01T09:00:00.000Z' })).toBe(deputy.personId)
})

test('B-11: a deputy who left, became a guest, or was deactivated since and is active again stands in for nobody', async () => {
  expect(await found({ status: 'inactive' })).toBeUndefined()
  expect(await found({ roles: ['guest'] } as Partial<Person>)).toBeUndefined()
  expect(await found({ reinstatedAt: '2026-03-01T09:00:00.000Z' })).toBeUndefined()
})
