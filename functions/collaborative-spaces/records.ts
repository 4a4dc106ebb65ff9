import { record, type Stored, within } from '../../shared/table/record.ts'
import { update, type Write } from '../../shared/table/table.ts'
import type { Text } from '../../shared/texts.ts'
import type { FileFacts } from '../documents/records.ts'

/** Whom or what a collaborative space is about: a person, a group or another subject (D-17). */
export type Subject = { readonly kind: 'person' | 'group' | 'other'; readonly text: string }

/** A secure zone among members of the organisation, bound to a dossier or to nothing (D-16). */
export type CollaborativeSpace = {
  readonly spaceId: string
  readonly name: string
  readonly about: Subject | null
  /** The dossier that it is bound to; it opens nothing of that dossier, and who may not know of it is not told (D-19). */
  readonly boundTo: string | null
  readonly state: 'open' | 'closed'
  /**
   * Its members, who joined first comes first. Each is an active member of the organisation who is no guest: whoever
   * joins, leaves, is deactivated or becomes a guest changes this in the same transaction, so that two who go at once
   * meet here and nobody is the last without knowing (D-18, D-20).
   */
  readonly memberIds: readonly string[]
  /** How many they are: what a decision looks at. */
  readonly members: number
  readonly createdAt: string
  readonly createdBy: string
  readonly closedAt: string | null
  readonly closedBy: string | null
}

/** The largest circle: all of it is in the space's item, which every request on the space reads. */
export const MOST_MEMBERS = 200

export const CollaborativeSpaces = record<CollaborativeSpace>()({
  name: 'collaborative-space',
  holds: 'A collaborative space: what it is about, whether it is open, and who its members are.',
  key: ({ spaceId }: { spaceId: string }) => ({ pk: `COLLABORATIVE-SPACE#${spaceId}`, sk: 'COLLABORATIVE-SPACE' }),
  by: {},
  trail: ({ spaceId }) => `COLLABORATIVE-SPACE#${spaceId}`,
})

/** The write after which these are the members of a space. */
export const holdMembers = (
  before: Stored<CollaborativeSpace>,
  memberIds: readonly string[],
  changes: Partial<Omit<CollaborativeSpace, 'memberIds' | 'members'>> = {},
): Write => update(CollaborativeSpaces, before, { ...changes, memberIds, members: memberIds.length })

/** That a member of the organisation is a member of a collaborative space (D-16). */
export type Companion = {
  readonly spaceId: string
  readonly personId: string
  /** Who invited them; for whoever created the space, they themself. */
  readonly invitedBy: string
  readonly joinedAt: string
}

export const Companions = record<Companion>()({
  name: 'companion',
  holds: 'That somebody is a member of a collaborative space, since when and by whose invitation.',
  // With the person, so that whoever deactivates them reads consistently all that they are in (D-20).
  key: ({ spaceId, personId }: { spaceId: string; personId: string }) => ({
    pk: `PERSON#${personId}`,
    sk: `COMPANION#${spaceId}`,
  }),
  by: {
    ofPerson: within<{ personId: string }>(
      'The collaborative spaces of a person, oldest first',
      ({ personId }) => `PERSON#${personId}`,
      'COMPANION#',
    ),
  },
  trail: ({ spaceId }) => `COLLABORATIVE-SPACE#${spaceId}`,
})

export const entryKinds = ['note', 'observation', 'information', 'document'] as const
export type EntryKind = (typeof entryKinds)[number]

/** From which item of which dossier an entry was copied, and which version of it (D-19). */
export type CopiedFrom = {
  readonly dossierId: string
  readonly kind: 'note' | 'document'
  readonly id: string
  readonly version: string
}

/** What is written in a collaborative space, or put into it: all its members see all of it (D-17). */
export type SpaceEntry = {
  readonly spaceId: string
  readonly entryId: string
  readonly kind: EntryKind
  /** That of its current version; of a document, the file's name. */
  readonly title: string
  /** The version that counts; of a document, `null` until one has been received. */
  readonly currentVersionId: string | null
  /** The item of a dossier that it is a copy of; it is no part of that dossier, whatever becomes of the item. */
  readonly copiedFrom: CopiedFrom | null
  readonly createdAt: string
  readonly createdBy: string
  readonly changedAt: string
  readonly changedBy: string
}

export const SpaceEntries = record<SpaceEntry>()({
  name: 'space-entry',
  holds: 'What is written in a collaborative space, or put into it, with the title of its current version.',
  key: ({ spaceId, entryId }: { spaceId: string; entryId: string }) => ({
    pk: `COLLABORATIVE-SPACE#${spaceId}`,
    sk: `ENTRY#${entryId}`,
  }),
  by: {
    ofSpace: within<{ spaceId: string }>(
      'What is in a collaborative space',
      ({ spaceId }) => `COLLABORATIVE-SPACE#${spaceId}`,
      'ENTRY#',
    ),
  },
  trail: ({ spaceId }) => `COLLABORATIVE-SPACE#${spaceId}`,
  secret: ['title'],
})

/** Where bytes lie in the documents bucket: exactly these, whatever is put under the same key later. */
export type StoredObject = { readonly key: string; readonly storedVersionId: string | null }

/** The file of a document's version: announced, then received; what was received never changes. */
export type EntryFile = FileFacts &
  StoredObject & {
    readonly state: 'awaiting-upload' | 'received'
    readonly receivedAt: string | null
  }

/** One version of an entry; none ever changes, but that an announced file comes. */
export type SpaceEntryVersion = {
  readonly spaceId: string
  readonly entryId: string
  readonly versionId: string
  readonly title: string
  /** What is written, in Markdown; `null` for a document. */
  readonly text: Text | null
  /** The file of a document; `null` for what is written. */
  readonly file: EntryFile | null
  readonly createdAt: string
  readonly createdBy: string
}

export const SpaceEntryVersions = record<SpaceEntryVersion>()({
  name: 'space-entry-version',
  holds: 'One version of what is in a collaborative space: its text, or its file and whether that has come.',
  key: ({ entryId, versionId }: { entryId: string; versionId: string }) => ({
    pk: `SPACE-ENTRY#${entryId}`,
    sk: `VERSION#${versionId}`,
  }),
  by: {
    ofEntry: within<{ entryId: string }>(
      'The versions of what is in a collaborative space',
      ({ entryId }) => `SPACE-ENTRY#${entryId}`,
      'VERSION#',
    ),
  },
  trail: ({ spaceId }) => `COLLABORATIVE-SPACE#${spaceId}`,
  // What people write to each other is kept once, where it is read.
  secret: ['title', 'text'],
})

/** Where the bytes of a version lie: ids of ours, never a name. */
export const entryKey = (of: { spaceId: string; entryId: string; versionId: string }): string =>
  `collaborative-spaces/${of.spaceId}/${of.entryId}/${of.versionId}`
