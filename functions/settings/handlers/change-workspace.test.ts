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
  const change = async (dossiersMet: boolean) =>
    granted(ask(changeWorkspace, { as, table, things: { workspace: await chosen() }, input: { dossiersMet } }))
  return { table, read, change }
}

test('D-22: dossiers are not met until the organisation says so', async () => {
  const { read } = settings()
  expect(await read()).toEqual({ view: { dossiersMet: false } })
})

test('D-22: the choice holds, and may be taken back, with a version each time', async () => {
  const { table, read, change } = settings()
  for (const [at, dossiersMet] of [true, false, true].entries()) {
    const { view, version, writes } = await change(dossiersMet)
    expect([view, version]).toEqual([{ dossiersMet }, at + 1])
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
