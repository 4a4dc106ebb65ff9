import { describe, expect, test } from 'vitest'
import { People, type Person } from '../../../shared/people.ts'
import { problem } from '../../../shared/problems.ts'
import { create, update } from '../../../shared/table/table.ts'
import { ask, granted, holding } from '../../../test/ask.ts'
import { dossier } from '../../../test/one-dossier.ts'
import { NOW, personOf } from '../../../test/world.ts'
import { Dossiers } from '../../dossiers/records.ts'
import { type Share, Shares } from '../records.ts'
import { routes } from '../routes.ts'
import { giveShare } from './give-share.ts'

const owner = personOf('owner')
const grantee = personOf('stranger')
const { dossierId } = dossier
const BEFORE = '2026-02-01T08:00:00.000Z'
const LATER = '2026-06-30T18:00:00.000Z'

const share: Share = {
  dossierId,
  personId: grantee.personId,
  access: 'read',
  givenBy: personOf('responsible').personId,
  givenAt: BEFORE,
  until: null,
}
const given = (changes: Partial<Share> = {}) => ({ ...share, ...changes, version: 4 })
const give = (input: object, givenShare?: object) =>
  ask(giveShare, { as: owner, things: { dossier, grantee, givenShare }, input })
const told = (changes: Partial<Share>) => [
  {
    type: 'share-given',
    data: { dossierId, personId: grantee.personId, access: 'read', until: null, by: owner.personId, ...changes },
  },
]
/** A table in which what the handler was given lies. */
const world = () =>
  holding(
    ...[owner, grantee].map(({ version: _, ...person }) => create(People, person as Person)),
    create(Dossiers, dossier),
  )

describe('D-03: sharing with a collaborator', () => {
  test('says who, how far, since when, by whom and until when, and has them told', async () => {
    const { view, version, events } = await granted(give({ access: 'write', until: LATER }))
    expect(routes.giveShare.output.parse(view)).toEqual({
      dossierId,
      personId: grantee.personId,
      name: grantee.name,
      access: 'write',
      givenAt: NOW,
      givenBy: owner.personId,
      until: LATER,
    })
    expect(version).toBe(1)
    expect(events).toEqual(told({ access: 'write', until: LATER }))
  })

  test('has no end unless one is set', async () => {
    expect((await granted(give({ access: 'read' }))).view.until).toBeNull()
    expect((await granted(give({ access: 'read', until: null }))).view.until).toBeNull()
  })

  test('keeps an end to the millisecond in UTC, however it was written', async () => {
    const { view } = await granted(give({ access: 'read', until: '2026-06-30T18:00:00Z' }))
    expect(view.until).toBe(LATER)
  })

  test.each([NOW, BEFORE, '2026-03-02T09:00:00Z'])('is refused an end that has come already: %s', async (until) => {
    expect(await give({ access: 'read', until })).toEqual(problem('end-not-in-future'))
  })
})

describe('D-03: a share that is there', () => {
  test('is changed, and keeps since when and by whom', async () => {
    const { view, version, events } = await granted(give({ access: 'write' }, given()))
    expect(view).toMatchObject({ access: 'write', givenAt: BEFORE, givenBy: share.givenBy })
    expect(version).toBe(5)
    expect(events).toEqual(told({ access: 'write' }))
  })

  test('given as it is, is left alone, and nobody is told again', async () => {
    const outcome = await granted(give({ access: 'read', until: '2026-06-30T18:00:00Z' }, given({ until: LATER })))
    expect(outcome).toMatchObject({ view: { givenAt: BEFORE, until: LATER }, version: 4, writes: [], events: [] })
  })

  test.each(['read', 'write'] as const)('whose end has passed is given anew to %s', async (access) => {
    const { view, writes, events } = await granted(give({ access, until: LATER }, given({ until: NOW })))
    expect(view).toMatchObject({ access, givenAt: NOW, givenBy: owner.personId })
    expect(writes?.[0]).toMatchObject({ op: 'replace', before: { version: 4 } })
    expect(events).toEqual(told({ access, until: LATER }))
  })
})

test('D-20: one that ended with the deactivation of its collaborator is given anew, even on the same terms', async () => {
  const reactivated = { ...grantee, reinstatedAt: '2026-02-20T08:00:00.000Z' }
  const things = { dossier, grantee: reactivated, givenShare: given() }
  const { view, events } = await granted(ask(giveShare, { as: owner, things, input: { access: 'read' } }))
  expect(view).toMatchObject({ givenAt: NOW, givenBy: owner.personId })
  expect(events).toEqual(told({}))
})

describe('at the same moment', () => {
  test('D-20: whoever is deactivated is given nothing', async () => {
    const table = world()
    const { writes = [] } = await granted(give({ access: 'read' }))
    await table.commit([update(People, grantee, { status: 'inactive' })])
    expect(await table.commit(writes)).not.toBe('done')
  })

  test('D-02: whoever is the owner no more gives nothing', async () => {
    const table = world()
    const { writes = [] } = await granted(give({ access: 'read' }))
    await table.commit([update(Dossiers, dossier, { ownerId: grantee.personId })])
    expect(await table.commit(writes)).not.toBe('done')
  })

  test('D-03: two who give the same share make one', async () => {
    const table = world()
    const [one, other] = [await granted(give({ access: 'read' })), await granted(give({ access: 'write' }))]
    expect(await table.commit(one.writes ?? [])).toBe('done')
    expect(await table.commit(other.writes ?? [])).toMatchObject({ conflicts: [{ record: Shares }] })
  })
})

test('C-05: a person who does not exist is nobody to share with', async () => {
  const outcome = await ask(giveShare, { as: owner, things: { dossier }, input: { access: 'read' } })
  expect(outcome).toEqual(problem('not-found'))
})
