import { expect, test } from 'vitest'
import { perhaps } from '../../../shared/table/table.ts'
import { ask, granted } from '../../../test/ask.ts'
import { memoryTable } from '../../../test/memory-table.ts'
import { personOf } from '../../../test/world.ts'
import { Workspaces } from '../records.ts'
import { changeWorkspace } from './change-workspace.ts'
import { readWorkspace } from './read-workspace.ts'

const as = personOf('settings editor')
const settings = () => {
  const table = memoryTable()
  const chosen = async () => (await table.load({ workspace: perhaps(Workspaces, {}) })).workspace
  const read = async () => granted(ask(readWorkspace, { as, table, things: { workspace: await chosen() } }))
  const change = async (dossiersMet: boolean, more: object = {}) =>
    granted(ask(changeWorkspace, { as, table, things: { workspace: await chosen() }, input: { dossiersMet, ...more } }))
  return { table, read, change }
}

const UNCHOSEN = { dossiersMet: false, requestDays: 14, accessDays: null, refusalPauseDays: 7 }

test('D-22: dossiers are not met until the organisation says so', async () => {
  const { read } = settings()
  expect(await read()).toEqual({ view: UNCHOSEN })
})

test('D-22: the choice holds, and may be taken back, with a version each time', async () => {
  const { table, read, change } = settings()
  for (const [at, dossiersMet] of [true, false, true].entries()) {
    const { view, version, writes } = await change(dossiersMet)
    expect([view, version]).toEqual([{ ...UNCHOSEN, dossiersMet }, at + 1])
    expect(await table.commit(writes ?? [])).toBe('done')
    expect(await read()).toMatchObject({ view: { dossiersMet }, version: at + 1 })
  }
})

test('S-08: of two first choices at once, one is made', async () => {
  const { table, change } = settings()
  const [one, other] = [await change(true), await change(false)]
  expect(await table.commit(one.writes ?? [])).toBe('done')
  expect(await table.commit(other.writes ?? [])).not.toBe('done')
})

test('P-12: how long a request waits, an access lasts and a refusal holds are chosen one by one; what is left out stays', async () => {
  const { table, read, change } = settings()
  for (const [more, holds] of [
    [{ accessDays: 365 }, { ...UNCHOSEN, accessDays: 365 }],
    [{ requestDays: 5 }, { ...UNCHOSEN, accessDays: 365, requestDays: 5 }],
    [
      { accessDays: null, refusalPauseDays: 0 },
      { ...UNCHOSEN, requestDays: 5, refusalPauseDays: 0 },
    ],
  ]) {
    await table.commit((await change(false, more)).writes ?? [])
    expect(await read()).toMatchObject({ view: holds })
  }
})
