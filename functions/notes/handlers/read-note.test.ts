import { describe, expect, test } from 'vitest'
import { isProblem } from '../../../shared/problems.ts'
import { create } from '../../../shared/table/table.ts'
import { keepText, type Text } from '../../../shared/texts.ts'
import { ask, granted, holding } from '../../../test/ask.ts'
import { memoryStore } from '../../../test/memory-store.ts'
import { dossier } from '../../../test/one-dossier.ts'
import { note } from '../../../test/one-note.ts'
import { NOW, personOf } from '../../../test/world.ts'
import { type NoteVersion, NoteVersions, textKey } from '../records.ts'
import { routes } from '../routes.ts'
import { readNote } from './read-note.ts'
import { readNoteVersion } from './read-note-version.ts'

const as = personOf('owner')
const versionOf = (text: Text): NoteVersion => ({
  noteId: note.noteId,
  number: note.current,
  dossierId: dossier.dossierId,
  title: note.title,
  text,
  createdAt: NOW,
  createdBy: as.personId,
})

const kept = async (text: string) => {
  const store = memoryStore()
  const found = await keepText(store.files, textKey('one'), text)
  if (isProblem(found)) throw new Error(found.problem)
  const version = versionOf(found)
  return { store, version, table: holding(create(NoteVersions, version)) }
}

test.each(['# Entretien\n\n*Tout* va bien.', `# Entretien\n\n${'Tout va bien. '.repeat(60_000)}`])(
  'D-01: a note is read as it was written, and as HTML',
  async (text) => {
    const { store, table, version } = await kept(text)
    const shown = await granted(ask(readNote, { as, table, things: { note, dossier, files: store.files } }))
    expect(routes.readNote.output.parse(shown.view)).toMatchObject({
      title: note.title,
      markdown: text,
      html: expect.stringMatching(/^<h1>Entretien<\/h1>/),
    })
    expect(shown.version).toBe(note.version)

    const things = { note, dossier, noteVersion: { ...version, version: 1 }, files: store.files }
    const one = await granted(ask(readNoteVersion, { as, things }))
    expect(routes.readNoteVersion.output.parse(one.view)).toMatchObject({
      number: note.current,
      markdown: text,
      restoredFrom: null,
    })
  },
)

describe('what is lost or differs is said, and never shown as an empty note', () => {
  const told = { problem: 'content-not-intact' }

  test('its object', async () => {
    const { store, table, version } = await kept('Tout va bien. '.repeat(60_000))
    store.lose({ bucket: 'documents', key: textKey('one') })
    const things = { note, dossier, noteVersion: version, files: store.files }
    expect(await ask(readNote, { as, table, things })).toEqual(told)
    expect(await ask(readNoteVersion, { as, things })).toEqual(told)
  })

  test('its version', async () => {
    const things = { note, dossier, files: memoryStore().files }
    expect(await ask(readNote, { as, things })).toEqual(told)
  })
})
