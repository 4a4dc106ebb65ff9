// Through the whole line in memory: parse, load, decide by the rules, commit.
import { describe, expect, test } from 'vitest'
import type { Route } from '../../shared/contract/route.ts'
import { introduce, type Person } from '../../shared/people.ts'
import { addSeconds, DAY } from '../../shared/ports/clock.ts'
import type { Persona } from '../../shared/rules/cases.ts'
import { create } from '../../shared/table/table.ts'
import { holding } from '../../test/ask.ts'
import { accessOf, dossier } from '../../test/one-dossier.ts'
import { told, townWith } from '../../test/town.ts'
import { idOf, NOW, personOf } from '../../test/world.ts'
import { DossierAccesses } from '../dossiers/records.ts'
import { endAbsence } from './handlers/end-absence.ts'
import { readAbsence } from './handlers/read-absence.ts'
import { setAbsence } from './handlers/set-absence.ts'
import { type Absence, Absences } from './records.ts'
import { routes } from './routes.ts'

const USER = 'Administrator of the dossier'
const OTHER_USER = 'Full Access of the dossier'
const people: readonly Persona[] = [
  'owner',
  'responsible',
  'guest',
  'owner, inactive',
  USER,
  OTHER_USER,
  'Full Access elsewhere',
]
const from = addSeconds(NOW, DAY)
const until = addSeconds(NOW, 8 * DAY)

const absent = (changes: Partial<Record<Persona, Partial<Person>>> = {}, otherUntil: string | null = null) => {
  const { version: _, ...access } = accessOf(USER)
  const table = holding(
    ...people.flatMap((one) => introduce({ ...personOf(one), ...changes[one] } as Person)),
    create(DossierAccesses, access),
    create(DossierAccesses, { ...access, personId: personOf(OTHER_USER).personId, until: otherUntil }),
    create(DossierAccesses, { ...access, personId: personOf('Full Access elsewhere').personId, dossierId: idOf(77) }),
  )
  const town = townWith({ table, running: [], consumed: async () => {} })
  const by = (persona: Persona) => ({ tokenPersonId: personOf(persona).personId })
  return {
    ...town,
    read: (persona: Persona) => town.call(routes.readAbsence as Route, readAbsence, by(persona)),
    set: (persona: Persona, deputy: string, more: object = {}) => {
      const deputyId = deputy.includes('-0000-') ? deputy : personOf(deputy as Persona).personId
      const body = JSON.stringify({ from, until, deputyId, ...more })
      return town.call(routes.setAbsence as Route, setAbsence, { ...by(persona), body })
    },
    end: (persona: Persona) => town.call(routes.endAbsence as Route, endAbsence, by(persona)),
    absences: () => town.all<Absence>(Absences),
  }
}

describe('an absence', () => {
  test('B-11: is set, seen with its deputy, set anew and ended, each time by oneself alone', async () => {
    const town = absent()
    expect(told(await town.read('owner'))).toEqual({ absence: null })
    const { status, body } = await town.set('owner', 'responsible')
    const { personId, name } = personOf('responsible')
    expect([status, JSON.parse(body)]).toEqual([
      200,
      { absence: { from, until, deputy: { personId, name }, setAt: NOW, lasts: false } },
    ])
    expect(told(await town.read('owner'))).toEqual(JSON.parse(body))
    expect(told(await town.read('responsible'))).toEqual({ absence: null })
    await town.set('owner', 'responsible', { from: NOW })
    expect(told(await town.read('owner')).absence).toMatchObject({ from: NOW, lasts: true })
    expect(town.absences()).toHaveLength(1)
    expect([(await town.end('owner')).status, (await town.end('owner')).status]).toEqual([204, 204])
    expect(town.absences()).toEqual([])
  })

  test.each([
    ['past', { until: NOW }, 'end-not-in-future'],
    ['ended before it begins', { from: until, until: from }, 'end-before-beginning'],
    ['of no time', { from: until, until }, 'end-before-beginning'],
  ])('B-11: is not set where it is %s', async (_, more, code) => {
    expect(told(await absent().set('owner', 'responsible', more))).toMatchObject({ code })
  })

  test('B-11: moments of other zones and precisions are the same moment', async () => {
    const town = absent()
    await town.set('owner', 'responsible', { from: '2026-03-03T09:00:00Z' })
    expect(town.absences()[0]).toMatchObject({ from: '2026-03-03T09:00:00.000Z' })
  })
})

describe('a deputy', () => {
  test.each<[string, Persona, string]>([
    ['oneself', 'owner', 'owner'],
    ['a guest', 'owner', 'guest'],
    ['a client user, of a member', 'owner', USER],
    ['a member, of a client user', USER, 'responsible'],
    ['inactive', 'owner', 'owner, inactive'],
    ['nobody', 'owner', idOf(404)],
    ['a user of other dossiers alone', USER, 'Full Access elsewhere'],
  ])('B-11: is not %s, and which of these it was is not told', async (_, who, deputy) => {
    const answer = await absent().set(who, deputy)
    expect(answer.status).toBe(422)
    expect(told(answer)).toMatchObject({ code: 'deputy-not-eligible', errors: [{ pointer: '#/deputyId' }] })
  })

  test('B-11: of a client user is another user of a dossier in common, whose access lasts', async () => {
    expect((await absent().set(USER, OTHER_USER)).status).toBe(200)
    expect((await absent({}, NOW).set(USER, OTHER_USER)).status).toBe(422)
    expect(told(await absent().read(USER))).toEqual({ absence: null })
  })

  test('D-06: who is deactivated sets nothing', async () => {
    const town = absent({ owner: { status: 'inactive' } })
    expect((await town.set('owner', 'responsible')).status).toBe(403)
    expect(dossier.ownerId).toBe(personOf('owner').personId)
  })
})
