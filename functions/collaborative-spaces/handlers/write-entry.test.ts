import { expect, test } from 'vitest'
import type { Persona } from '../../../shared/rules/cases.ts'
import { create, perhaps, update } from '../../../shared/table/table.ts'
import { ask, granted } from '../../../test/ask.ts'
import { memoryStore } from '../../../test/memory-store.ts'
import type { MemoryTable } from '../../../test/memory-table.ts'
import { dossier } from '../../../test/one-dossier.ts'
import { entriesIn, liesThere, oneSpace, spaceNow } from '../../../test/one-space.ts'
import { idOf, personOf } from '../../../test/world.ts'
import { Dossiers } from '../../dossiers/records.ts'
import { copyIntoSpace } from '../copy-into-space.ts'
import { CollaborativeSpaces, SpaceEntries, type SpaceEntryVersion } from '../records.ts'
import { routes } from '../routes.ts'
import { listEntries } from './list-entries.ts'
import { listEntryVersions } from './list-entry-versions.ts'
import { readEntry } from './read-entry.ts'
import { rewriteEntry } from './rewrite-entry.ts'
import { writeEntry } from './write-entry.ts'

const LONG = 'Ainsi fut dit, à voix basse. '.repeat(20_000)

const world = () => {
  const table = oneSpace(['owner', 'stranger'])
  return { table, store: memoryStore() }
}
type World = ReturnType<typeof world>
const writing = async ({ table, store }: World, input: object, persona: Persona = 'owner') =>
  granted(
    ask(writeEntry, {
      as: personOf(persona),
      table,
      things: { ...(await spaceNow(table, persona)), files: store.files },
      input: { kind: 'note', title: 'Premier contact', markdown: 'Elle rappellera *mardi*.', ...input },
    }),
  )
const written = async (of: World, input: object = {}) => {
  const outcome = await writing(of, input)
  expect(await of.table.commit(outcome.writes ?? [])).toBe('done')
  return outcome
}
const entryNow = async (table: MemoryTable, persona: Persona, entryId: string) => ({
  ...(await table.load({ entry: perhaps(SpaceEntries, { spaceId: idOf(0x5ace), entryId }) })),
  ...(await spaceNow(table, persona)),
})
const reading = async ({ table, store }: World, entryId: string, input: object = {}, persona: Persona = 'stranger') => {
  const things = { ...(await entryNow(table, persona, entryId)), files: store.files }
  const { view } = await granted(ask(readEntry, { as: personOf(persona), table, things, input }))
  return routes.readEntry.output.parse(view)
}
const rewriting = async ({ table, store }: World, entryId: string, input: object) =>
  ask(rewriteEntry, {
    as: personOf('stranger'),
    table,
    things: { ...(await entryNow(table, 'stranger', entryId)), files: store.files },
    input,
  })

test('D-17: what one member writes, every member reads as it was written', async () => {
  const of = world()
  const { view, events } = await written(of, { kind: 'observation' })
  expect(events).toMatchObject([{ type: 'space-entry-added', data: { entryId: view.entryId } }])
  expect(await reading(of, view.entryId)).toMatchObject({
    kind: 'observation',
    title: 'Premier contact',
    markdown: 'Elle rappellera *mardi*.',
    html: '<p>Elle rappellera <em>mardi</em>.</p>\n',
    withoutHtml: null,
    createdBy: personOf('owner').personId,
    copiedFrom: null,
    copied: false,
  })
})

test('D-17: a long text is kept whole, outside the item', async () => {
  const of = world()
  const { view } = await written(of, { markdown: LONG })
  expect((await reading(of, view.entryId)).markdown).toBe(LONG)
  const [version] = liesThere<SpaceEntryVersion>(of.table, 'space-entry-version')
  expect(JSON.stringify(version).length).toBeLessThan(2000)
})

test('a long text that is not as it was kept is never shown', async () => {
  const of = world()
  const { view } = await written(of, { markdown: LONG })
  const [version] = liesThere<SpaceEntryVersion>(of.table, 'space-entry-version')
  const text = version?.text ?? { inline: '' }
  if (!('key' in text)) throw new Error('A long text lies outside its item.')
  of.store.lose({ bucket: 'documents', key: text.key })
  await expect(reading(of, view.entryId)).rejects.toThrow('content-not-intact')
})

test('a text of more than 2 MB, or with half a character in it, is refused', async () => {
  const of = world()
  await expect(writing(of, { markdown: 'é'.repeat(1_048_577) })).rejects.toThrow('too-large')
  expect(await writing(of, { markdown: 'é'.repeat(1_048_576) })).toBeDefined()
  const accepts = (markdown: string) =>
    routes.writeEntry.input.safeParse({ kind: 'note', title: 'Premier contact', markdown }).success
  expect([accepts('é'), accepts('\ud800'), accepts('')]).toEqual([true, false, false])
})

test('D-17: written anew, the versions before stay, each with who wrote it; of two at once, one is told', async () => {
  const of = world()
  const { view } = await written(of)
  const [first, second] = await Promise.all([
    rewriting(of, view.entryId, { title: 'Deuxième contact', markdown: 'Elle a rappelé.' }),
    rewriting(of, view.entryId, { title: 'Autre contact', markdown: 'Il a rappelé.' }),
  ])
  expect(await of.table.commit((await granted(Promise.resolve(first))).writes ?? [])).toBe('done')
  expect(await of.table.commit((await granted(Promise.resolve(second))).writes ?? [])).not.toBe('done')
  expect(await reading(of, view.entryId)).toMatchObject({
    title: 'Deuxième contact',
    markdown: 'Elle a rappelé.',
    changedBy: personOf('stranger').personId,
    createdBy: personOf('owner').personId,
  })
  expect(await reading(of, view.entryId, { versionId: view.currentVersionId })).toMatchObject({
    title: 'Premier contact',
    markdown: 'Elle rappellera *mardi*.',
  })
  const things = await entryNow(of.table, 'owner', view.entryId)
  const versions = await granted(
    ask(listEntryVersions, { as: personOf('owner'), table: of.table, things, input: { limit: 10 } }),
  )
  expect(versions.view.items.map(({ title }) => title)).toEqual(['Deuxième contact', 'Premier contact'])
})

test('D-18: nothing is written into a space that is closed at the same moment', async () => {
  const of = world()
  const { writes = [] } = await writing(of, {})
  const { collaborativeSpace } = await spaceNow(of.table, 'owner')
  await of.table.commit([update(CollaborativeSpaces, collaborativeSpace, { state: 'closed' })])
  expect(await of.table.commit(writes)).not.toBe('done')
  expect(entriesIn(of.table)).toEqual([])
})

test('D-17: the list shows all of it, newest first, page by page', async () => {
  const of = world()
  for (const title of ['un', 'deux', 'trois']) await written(of, { title })
  const things = await spaceNow(of.table, 'stranger')
  const asked = { as: personOf('stranger'), table: of.table, things }
  const page = await granted(ask(listEntries, { ...asked, input: { limit: 2 } }))
  expect(page.view.items.map(({ title }) => title)).toEqual(['trois', 'deux'])
  const rest = await granted(ask(listEntries, { ...asked, input: { limit: 2, cursor: page.view.cursor } }))
  expect([rest.view.items.map(({ title }) => title), rest.view.cursor]).toEqual([['un'], null])
})

test('D-19: a copy says that it is one, and of which dossier to members who may know of that alone', async () => {
  const of = world()
  const { version: _, ...item } = { ...dossier, ownerId: personOf('owner').personId }
  of.table.put(create(Dossiers, item))
  const { collaborativeSpace } = await spaceNow(of.table, 'owner')
  const { entry, writes, events } = copyIntoSpace(
    collaborativeSpace,
    { dossierId: dossier.dossierId, kind: 'note', id: idOf(31), version: idOf(32) },
    { kind: 'note', title: 'Entretien', text: { inline: 'Tout va bien.' } },
    { by: personOf('owner').personId, at: item.createdAt, newId: () => idOf(lastId++) },
  )
  expect(await of.table.commit(writes)).toBe('done')
  expect(events).toMatchObject([{ type: 'space-entry-added', data: { entryId: entry.entryId } }])
  const toOwner = await reading(of, entry.entryId, {}, 'owner')
  const { dossierId, number } = dossier
  expect(toOwner).toMatchObject({
    markdown: 'Tout va bien.',
    copiedFrom: { kind: 'note', dossier: { dossierId, number } },
  })
  const toStranger = await reading(of, entry.entryId)
  expect(toStranger).toMatchObject({
    markdown: 'Tout va bien.',
    copied: true,
    copiedFrom: { kind: 'note', dossier: null },
  })
  expect(JSON.stringify(toStranger)).not.toContain(dossierId)
})
let lastId = 0x900

test('a document has no text to be written anew', async () => {
  const of = world()
  const { view } = await written(of)
  const { entry } = await entryNow(of.table, 'owner', view.entryId)
  await of.table.commit([update(SpaceEntries, entry as never, { kind: 'document' })])
  expect(await rewriting(of, view.entryId, { title: 'x', markdown: 'y' })).toEqual({ problem: 'entry-of-other-kind' })
})
