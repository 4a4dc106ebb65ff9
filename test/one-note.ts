/** A note of the one dossier, at its third version. */
import type { Note } from '../functions/notes/records.ts'
import type { Stored } from '../shared/table/record.ts'
import { dossier } from './one-dossier.ts'
import { idOf } from './world.ts'

export const note: Stored<Note> = {
  dossierId: dossier.dossierId,
  noteId: idOf(701),
  kind: 'note',
  title: 'Entretien',
  current: 3,
  createdAt: '2026-02-01T08:00:00.000Z',
  createdBy: dossier.ownerId,
  changedAt: '2026-02-03T08:00:00.000Z',
  changedBy: dossier.ownerId,
  version: 5,
}
