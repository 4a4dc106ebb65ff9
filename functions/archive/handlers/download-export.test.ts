import { expect, test } from 'vitest'
import { ConfidentialReads } from '../../../shared/confidential-reads.ts'
import { isProblem } from '../../../shared/problems.ts'
import type { Persona } from '../../../shared/rules/cases.ts'
import { compile } from '../../../shared/rules/decide.ts'
import { create } from '../../../shared/table/table.ts'
import { archiving } from '../../../test/archiving.ts'
import { newId } from '../../../test/ask.ts'
import { accessOf, dossier } from '../../../test/one-dossier.ts'
import { idOf, NOW, personOf } from '../../../test/world.ts'
import { DossierAccesses } from '../../dossiers/records.ts'
import { takeLine, type World } from '../../kernel/line.ts'
import { rules } from '../../rules.ts'
import { type ArchiveExport, ArchiveExports } from '../records.ts'
import { routes } from '../routes.ts'
import { downloadExport } from './download-export.ts'

const exportId = idOf(8600)

/** An export that somebody was made, fetched by the whole line of a request; its code, and what was written down as read. */
const fetched = async (who: Persona, by: Persona, more: Partial<ArchiveExport> = {}) => {
  const { table, store } = archiving()
  const { personId } = personOf(who)
  const file = { entries: 1, length: 5, sha256: 'a'.repeat(64), storedVersionId: null }
  const times = { askedAt: NOW, activeAt: NOW, endedAt: NOW, expiresAt: '2026-03-09T09:00:00.000Z' }
  const ids = { dossierId: dossier.dossierId, personId, exportId, from: '2026-01-01', until: '2026-12-31' }
  table.put(
    create(ArchiveExports, { ...ids, state: 'done', reason: null, attempt: 1, ...times, ...file, ...more }),
    create(DossierAccesses, accessOf('Full Access of the dossier')),
  )
  const world = { table, files: store.files, policy: compile(rules), clock: () => NOW, newId, publicUrl: '' }
  const ended = await takeLine(world as unknown as World, routes.downloadExport, downloadExport as never, {
    method: 'GET',
    rawPath: '',
    params: { dossierId: dossier.dossierId, exportId },
    query: {},
    body: null,
    contentType: '',
    ifMatch: null,
    idempotencyKey: null,
    language: 'en',
    tokenPersonId: personOf(by).personId,
    source: 'test',
    requestId: 'test',
  })
  const reads = table.everything().filter(({ recordName }) => recordName === ConfidentialReads.name)
  return { ended: isProblem(ended) ? ended.problem : ended.answer.status, reads }
}

test('P-10: whoever asked for an export fetches it; nobody else finds it, not even the owner of the dossier', async () => {
  expect((await fetched('Full Access of the dossier', 'Full Access of the dossier')).ended).toBe(200)
  expect((await fetched('Full Access of the dossier', 'owner')).ended).toBe('not-found')
  expect((await fetched('owner', 'Full Access of the dossier')).ended).toBe('not-found')
})

test('D-09: an export that holds what is confidential is refused to whoever may no longer read that', async () => {
  const confidentialIds = [idOf(1), idOf(2)]
  const who = 'Full Access of the dossier'
  expect((await fetched(who, who, { confidentialIds })).ended).toBe('refused')
  expect((await fetched('documentation reader', 'documentation reader', { confidentialIds })).ended).toBe('refused')
  expect((await fetched('documentation reader', 'documentation reader', { confidentialIds: [] })).ended).toBe(200)
})

test('D-10: that the owner fetches it is written down, with each confidential entry in it', async () => {
  const { ended, reads } = await fetched('owner', 'owner', { confidentialIds: [idOf(1), idOf(2)] })
  expect(ended).toBe(200)
  expect(reads).toMatchObject([{ items: [{ kind: 'archive-entry', id: idOf(1) }, { id: idOf(2) }] }])
})
