import { expect, test, vi } from 'vitest'
import { isProblem, problem } from '../../../shared/problems.ts'
import { ask } from '../../../test/ask.ts'
import { type Sending, sending } from '../../../test/sending.ts'
import { personOf } from '../../../test/world.ts'
import { readTransfer } from './read-transfer.ts'
import { resumeTransfer } from './resume-transfer.ts'

const as = personOf('Full Access of the dossier')
const asked = (it: Sending) => ({ as, table: it.tools().table, things: { transfer: it.transfer() } })

/** A sending of two documents of which the second failed. */
const halfFailed = async (): Promise<{ it: Sending; repair: () => void }> => {
  const it = sending(2)
  it.archive.copy = async (from, to) => {
    if (to.key === it.archived(2).key) throw new Error('The store is busy for good.')
    return it.store.archive.copy(from, to)
  }
  await it.execute()
  return { it, repair: () => void (it.archive.copy = it.store.archive.copy) }
}

test('P-09: what failed is resumed, what was sent stays sent, and all is archived once', async () => {
  const { it, repair } = await halfFailed()
  const outcome = await ask(resumeTransfer, asked(it))
  if (isProblem(outcome)) throw new Error(outcome.problem)
  expect(outcome.view).toMatchObject({ state: 'sending', attempt: 2, percent: 50 })
  expect(outcome.events).toMatchObject([{ type: 'transfer-asked', data: { attempt: 2 } }])
  await it.tools().table.commit(outcome.writes ?? [])
  expect(it.documents().map(({ state }) => state)).toEqual(['archived', 'sending'])

  repair()
  await it.execute(2)
  expect(it.documents().map(({ state, failure }) => [state, failure])).toEqual([
    ['archived', null],
    ['archived', null],
  ])
  expect(it.entries()).toHaveLength(2)
  expect(it.transfer()).toMatchObject({ state: 'sent', attempt: 2 })
})

test('P-09: only a transfer that failed can be resumed', async () => {
  const it = sending(1)
  expect(await ask(resumeTransfer, asked(it))).toEqual(problem('transfer-not-failed'))
  await it.execute()
  expect(await ask(resumeTransfer, asked(it))).toEqual(problem('transfer-not-failed'))
})

test('P-09: while it is at work, a transfer shows what each document has become so far', async () => {
  const it = sending(3)
  const held = Promise.withResolvers<void>()
  it.archive.copy = async (from, to) => {
    if (to.key === it.archived(3).key) await held.promise
    return it.store.archive.copy(from, to)
  }
  const execution = it.execute()
  await vi.waitUntil(() => it.entries().length === 2)
  const outcome = await ask(readTransfer, asked(it))
  if (isProblem(outcome)) throw new Error(outcome.problem)
  expect(outcome.view).toMatchObject({ state: 'sending', percent: 66 })
  expect(outcome.view.documents.map(({ state }) => state)).toEqual(['sent', 'sent', 'sending'])
  held.resolve()
  await execution
})

test('P-09: the reason of a failure is told in the language of whoever asks', async () => {
  const { it } = await halfFailed()
  const outcome = await ask(readTransfer, asked(it))
  if (isProblem(outcome)) throw new Error(outcome.problem)
  expect(outcome.view.documents[1]).toMatchObject({
    state: 'failed',
    reason: { code: 'not-copied', text: "Le fichier n'a pas pu être copié dans l'archive." },
  })
})
