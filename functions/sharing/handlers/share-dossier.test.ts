import { expect, test } from 'vitest'
import { isProblem, problem } from '../../../shared/problems.ts'
import { dossier } from '../../../test/one-dossier.ts'
import { NOW, personOf } from '../../../test/world.ts'
import { type Share, Shares } from '../records.ts'
import { routes } from '../routes.ts'
import { shareDossier } from './share-dossier.ts'

const actor = personOf('owner')
const [first, second] = [personOf('stranger'), personOf('coordinator')]
const { dossierId } = dossier
const LATER = '2026-06-30T18:00:00.000Z'
const shareWith = (personId: string): Share & { version: number } => ({
  dossierId,
  personId,
  access: 'read',
  givenBy: actor.personId,
  givenAt: '2026-02-01T08:00:00.000Z',
  until: LATER,
  version: 2,
})

const share = (each: readonly object[], input: object = { access: 'read', until: LATER }) =>
  shareDossier({ actor, dossier, each, input, now: NOW } as never)
const shared = async (...asked: Parameters<typeof share>) => {
  const outcome = await share(...asked)
  if (isProblem(outcome)) throw new Error(outcome.problem)
  return outcome
}

test('D-03: one act shares with several collaborators on the same terms, and each is told', async () => {
  const {
    view,
    writes = [],
    events = [],
  } = await shared([
    { grantee: first, dossier },
    { grantee: second, dossier },
  ])
  expect(routes.shareDossier.output.parse(view).items).toMatchObject([
    { personId: first.personId, name: first.name, access: 'read', until: LATER },
    { personId: second.personId, name: second.name, access: 'read', until: LATER },
  ])
  expect(writes.filter(({ record }) => record === Shares)).toHaveLength(2)
  expect(writes.filter(({ record }) => record.name === 'dossier')).toMatchObject([{ op: 'require' }])
  expect(events.map(({ type, data }) => [type, 'personId' in data && data.personId])).toEqual([
    ['share-given', first.personId],
    ['share-given', second.personId],
  ])
})

test('D-03: with whom it is shared so already keeps their share, and is not told again', async () => {
  const { view, events = [] } = await shared([
    { grantee: first, dossier, givenShare: shareWith(first.personId) },
    { grantee: second, dossier },
  ])
  expect(view.items).toMatchObject([{ givenAt: '2026-02-01T08:00:00.000Z' }, { givenAt: NOW }])
  expect(events).toMatchObject([{ data: { personId: second.personId } }])
})

test('D-03: where all is so already, nothing is written', async () => {
  const outcome = await shared([{ grantee: first, dossier, givenShare: shareWith(first.personId) }])
  expect(outcome).toMatchObject({ writes: [], events: [] })
})

test('D-03: all or nothing: one who does not exist, or an end that has come, and nobody is given anything', async () => {
  expect(await share([{ grantee: first, dossier }, { dossier }])).toEqual(problem('not-found'))
  expect(await share([{ grantee: first, dossier }], { access: 'read', until: NOW })).toEqual(
    problem('end-not-in-future'),
  )
})

test('D-03: a person is named once, and twenty at most', () => {
  const { input } = routes.shareDossier
  const people = (count: number) =>
    Array.from({ length: count }, (_, at) => `019cabcd-0000-7000-8000-0000000000${10 + at}`)
  const takes = (personIds: readonly string[]) => input.safeParse({ personIds, access: 'read' }).success
  expect([takes(people(20)), takes(people(21)), takes([])]).toEqual([true, false, false])
  expect(takes([...people(1), ...people(1)])).toBe(false)
})
