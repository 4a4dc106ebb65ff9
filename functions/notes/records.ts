import { record, within } from '../../shared/table/record.ts'
import type { Text } from '../../shared/texts.ts'

export const noteKinds = ['note', 'observation'] as const
export type NoteKind = (typeof noteKinds)[number]

/** What is written in a dossier (D-01). Its text is that of its current version. */
export type Note = {
  readonly dossierId: string
  readonly noteId: string
  readonly kind: NoteKind
  /** That of the current version. */
  readonly title: string
  /** The number of the current version; the first is 1. */
  readonly current: number
  /** Marked confidential by itself, whatever its dossier is (D-07). */
  readonly confidential?: boolean
  readonly createdAt: string
  readonly createdBy: string
  readonly changedAt: string
  readonly changedBy: string
}

export const Notes = record<Note>()({
  name: 'note',
  holds: 'A note or an observation of a dossier: its title, its mark, and which of its versions is current.',
  key: ({ dossierId, noteId }: { dossierId: string; noteId: string }) => ({
    pk: `DOSSIER#${dossierId}`,
    sk: `NOTE#${noteId}`,
  }),
  by: {
    ofDossier: within<{ dossierId: string }>(
      'The notes of a dossier',
      ({ dossierId }) => `DOSSIER#${dossierId}`,
      'NOTE#',
    ),
  },
  trail: ({ dossierId }) => `DOSSIER#${dossierId}`,
  // What people write is kept once, in the versions, which never change: a trail is read by more people than a note.
  secret: ['title'],
})

/** One version of a note; none ever changes. It goes by the note alone, so that a note that moves takes all along. */
export type NoteVersion = {
  readonly noteId: string
  readonly number: number
  /** The dossier that the note was in when this was written. */
  readonly dossierId: string
  readonly title: string
  readonly text: Text
  readonly createdAt: string
  readonly createdBy: string
  /** The earlier version that this one makes current again. */
  readonly restoredFrom?: number
}

/** Numbers sort as text does; what is no number is the number of nothing. */
const place = (number: number | string): string => String(number).padStart(8, '0')

export const NoteVersions = record<NoteVersion>()({
  name: 'note-version',
  holds: 'One version of a note: who wrote it, when, its title, and its text or where that lies.',
  key: ({ noteId, number }: { noteId: string; number: number | string }) => ({
    pk: `NOTE#${noteId}`,
    sk: `VERSION#${place(number)}`,
  }),
  by: {
    ofNote: within<{ noteId: string }>('The versions of a note', ({ noteId }) => `NOTE#${noteId}`, 'VERSION#'),
  },
  trail: ({ dossierId }) => `DOSSIER#${dossierId}`,
  secret: ['title', 'text'],
})

/** Where a long text lies: an id of ours and nothing else, so that it stays when its note moves. */
export const textKey = (textId: string): string => `dossiers/texts/${textId}`

/**
 * That an item was copied or moved, written down on both sides (D-19, D-21): in the dossier that it went out of, and in
 * the dossier that it came into.
 */
export type ItemCopy = {
  readonly dossierId: string
  readonly copyId: string
  readonly way: 'copied-out' | 'copied-in' | 'moved-out' | 'moved-in' | 'copied-to-space'
  readonly kind: 'note' | 'document'
  /** The item here, and the version of it that was copied. */
  readonly itemId: string
  readonly itemVersion: string
  /** The other side, and the item there. */
  readonly other:
    | { readonly dossierId: string; readonly itemId: string }
    | { readonly spaceId: string; readonly itemId: string }
  readonly at: string
  readonly by: string
}

export const ItemCopies = record<ItemCopy>()({
  name: 'item-copy',
  holds: 'That an item of a dossier was copied or moved: out of it or into it, which one, by whom, from or to where.',
  key: ({ dossierId, copyId }: { dossierId: string; copyId: string }) => ({
    pk: `DOSSIER#${dossierId}`,
    sk: `COPY#${copyId}`,
  }),
  by: {
    ofDossier: within<{ dossierId: string }>(
      'What was copied or moved out of a dossier, and into it',
      ({ dossierId }) => `DOSSIER#${dossierId}`,
      'COPY#',
    ),
  },
  trail: ({ dossierId }) => `DOSSIER#${dossierId}`,
})
