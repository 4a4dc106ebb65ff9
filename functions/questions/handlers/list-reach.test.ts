import { expect, test } from 'vitest'
import { introduce, type Person } from '../../../shared/people.ts'
import { create, type Write } from '../../../shared/table/table.ts'
import { ask, granted, holding } from '../../../test/ask.ts'
import { documentAt, dossier } from '../../../test/one-dossier.ts'
import { idOf, NOW, personOf } from '../../../test/world.ts'
import { Documents } from '../../documents/records.ts'
import { Dossiers } from '../../dossiers/records.ts'
import { type Note, Notes } from '../../notes/records.ts'
import { Shares } from '../../sharing/records.ts'
import { writeCursor } from '../stages.ts'
import { listOwnReach } from './list-own-reach.ts'
import { listReach } from './list-reach.ts'

const collaborator = personOf('stranger')
const share = {
  dossierId: dossier.dossierId,
  personId: collaborator.personId,
  access: 'read',
  givenBy: dossier.ownerId,
  givenAt: NOW,
  until: '2026-06-01T00:00:00.000Z',
} as const
const bare = <T extends object>({ version: _, ...item }: T & { version?: number }) => item as never
const people: readonly Write[] = [collaborator, personOf('owner')].flatMap((one) => introduce(bare(one) as Person))
const table = () => holding(...people, create(Dossiers, bare(dossier)), create(Shares, share))
const dossiers = { limit: 10, cursor: writeCursor(['dossiers', null]) }

test('B-03: a share is told as a cause, since when, by whom and until when; what it does not give is not there', async () => {
  const { view } = await granted(ask(listOwnReach, { as: collaborator, table: table(), input: dossiers }))
  expect(view.items).toHaveLength(1)
  const [{ resource, can }] = view.items as [(typeof view.items)[number]]
  expect(resource).toEqual({ kind: 'dossier', dossierId: dossier.dossierId, label: '7 · Boulangerie Tassin-Lemoine' })
  expect(can).toContainEqual({
    action: 'document.read',
    content: ['others', 'own', 'confidential'],
    causes: [
      {
        rule: 'document.read/collaborator',
        source: 'D-04',
        path: ['share'],
        since: NOW,
        until: share.until,
        givenBy: dossier.ownerId,
        requestId: null,
      },
    ],
  })
  expect(can.map(({ action }) => action)).not.toContain('note.write')
})

test('B-03: of somebody else one is told ids, and labels of what one may read oneself', async () => {
  const about = { as: personOf('settings editor'), table: table(), things: { member: collaborator }, input: dossiers }
  const { view } = await granted(ask(listReach, about))
  expect(view.items.map(({ resource }) => resource)).toEqual([{ kind: 'dossier', dossierId: dossier.dossierId }])
  const toReader = await granted(ask(listReach, { ...about, as: personOf('administrator') }))
  expect(toReader.view.items[0]?.resource.label).toBe('7 · Boulangerie Tassin-Lemoine')
})

test('B-03: the stages follow one another, and the last one ends', async () => {
  const stages: unknown[] = []
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const input = { limit: 10, ...(cursor && { cursor }) }
    const { view } = await granted(ask(listOwnReach, { as: collaborator, table: table(), input }))
    stages.push([...new Set(view.items.map(({ resource }) => resource.kind))])
    cursor = view.cursor
  }
  expect(stages).toEqual([['organisation'], ['member'], [], ['dossier']])
})

test('D-06: an ended share gives nothing, and its dossier is not there', async () => {
  const input = { ...dossiers }
  const later = { as: collaborator, table: table(), input, now: '2026-06-01T00:00:00.001Z' }
  expect((await granted(ask(listOwnReach, later))).view).toEqual({ items: [], cursor: null })
})

test('B-03: of a dossier that one may not know, and of one that is not there, nothing is found', async () => {
  const asked = { as: personOf('guest'), table: table() }
  for (const dossierId of [dossier.dossierId, '019cabcd-0000-7000-8000-00000000ffff'])
    expect(await ask(listOwnReach, { ...asked, input: { limit: 10, dossierId } })).toEqual({ problem: 'not-found' })
})

test('D-10: in a dossier, what is confidential is told by its id alone: reading its name would have to be recorded', async () => {
  const note: Note = {
    dossierId: dossier.dossierId,
    noteId: idOf(651),
    kind: 'note',
    title: 'Premier entretien',
    current: 1,
    createdAt: NOW,
    createdBy: dossier.ownerId,
    changedAt: NOW,
    changedBy: dossier.ownerId,
  }
  const world = table()
  world.put(
    create(Documents, documentAt(1, 'owner').document),
    create(Documents, documentAt(2, 'owner', { confidential: true }).document),
    create(Notes, note),
    create(Notes, { ...note, noteId: idOf(652), confidential: true }),
  )
  const labels: unknown[] = []
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const input = { limit: 10, dossierId: dossier.dossierId, ...(cursor && { cursor }) }
    const { view } = await granted(ask(listOwnReach, { as: personOf('owner'), table: world, input }))
    for (const { resource } of view.items)
      if (resource.kind === 'document' || resource.kind === 'note') labels.push(resource.label ?? null)
    cursor = view.cursor
  }
  expect(labels).toEqual(['facture-1.pdf', null, 'Premier entretien', null])
})
