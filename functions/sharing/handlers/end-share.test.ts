import { expect, test } from 'vitest'
import { problem } from '../../../shared/problems.ts'
import { create, update } from '../../../shared/table/table.ts'
import { ask, granted, holding } from '../../../test/ask.ts'
import { dossier } from '../../../test/one-dossier.ts'
import { NOW, personOf } from '../../../test/world.ts'
import { Dossiers } from '../../dossiers/records.ts'
import { type Share, Shares } from '../records.ts'
import { endShare } from './end-share.ts'

const owner = personOf('owner')
const { dossierId } = dossier
const share: Share = {
  dossierId,
  personId: personOf('stranger').personId,
  access: 'write',
  givenBy: owner.personId,
  givenAt: '2026-02-01T08:00:00.000Z',
  until: null,
}
const end = (givenShare?: object) => ask(endShare, { as: owner, things: { dossier, givenShare } })

test('D-06: ending a share takes it away in the same commit, and has the collaborator told', async () => {
  const table = holding(create(Shares, share), create(Dossiers, dossier))
  const { writes = [], events } = await granted(end({ ...share, version: 1 }))
  expect(events).toEqual([
    {
      type: 'share-ended',
      data: { dossierId, personId: share.personId, access: 'write', until: null, by: owner.personId },
    },
  ])
  expect(await table.commit(writes)).toBe('done')
  expect(table.everything().filter(({ recordName }) => recordName === 'share')).toEqual([])
})

test('D-03: there is nothing to end where there is no share, or its end has passed', async () => {
  expect(await end()).toEqual(problem('not-found'))
  expect(await end({ ...share, until: NOW, version: 1 })).toEqual(problem('not-found'))
})

test('D-02: whoever is the owner no more at the same moment ends nothing', async () => {
  const table = holding(create(Shares, share), create(Dossiers, dossier))
  const { writes = [] } = await granted(end({ ...share, version: 1 }))
  await table.commit([update(Dossiers, dossier, { ownerId: share.personId })])
  expect(await table.commit(writes)).not.toBe('done')
})
