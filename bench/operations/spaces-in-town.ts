/** Collaborative spaces of a town, with what is in them; each is told with the writes that put it into the table. */
import {
  type CollaborativeSpace,
  CollaborativeSpaces,
  Companions,
  entryKey,
  SpaceEntries,
  type SpaceEntry,
  type SpaceEntryVersion,
  SpaceEntryVersions,
} from '../../functions/collaborative-spaces/records.ts'
import type { Person } from '../../shared/people.ts'
import type { NewId } from '../../shared/ports/ids.ts'
import { create } from '../../shared/table/table.ts'
import { CONTENT } from './content.ts'

export const spacesInTown = ({ now, newId }: { readonly now: string; readonly newId: NewId }) => ({
  /** An open space of these members, the first of whom made it. */
  space: (members: readonly Person[]) => {
    const memberIds = members.map(({ personId }) => personId)
    const [createdBy = ''] = memberIds
    const space: CollaborativeSpace = {
      spaceId: newId(),
      name: 'Réseau des praticiens',
      about: { kind: 'other', text: 'Ce que nous apprenons ensemble' },
      boundTo: null,
      state: 'open',
      memberIds,
      members: memberIds.length,
      createdAt: now,
      createdBy,
      closedAt: null,
      closedBy: null,
    }
    const joined = { spaceId: space.spaceId, invitedBy: createdBy, joinedAt: now }
    return {
      space,
      writes: [
        create(CollaborativeSpaces, space),
        ...memberIds.map((personId) => create(Companions, { ...joined, personId })),
      ],
    }
  },
  /** What its first member wrote, or put into it; a document's file has come unless it waits. */
  spaceEntry: ({ spaceId, createdBy }: CollaborativeSpace, kind: SpaceEntry['kind'] = 'note', waits = false) => {
    const ids = { spaceId, entryId: newId(), versionId: newId() }
    const title = 'Premier contact'
    const made = { createdAt: now, createdBy }
    const entry: SpaceEntry = {
      spaceId,
      entryId: ids.entryId,
      kind,
      title,
      currentVersionId: waits ? null : ids.versionId,
      copiedFrom: null,
      ...made,
      changedAt: now,
      changedBy: createdBy,
    }
    const isDocument = kind === 'document'
    const key = entryKey(ids)
    const version: SpaceEntryVersion = {
      ...ids,
      title,
      text: isDocument ? null : { inline: 'Elle rappellera *mardi*.' },
      file: isDocument
        ? {
            name: 'compte rendu.pdf',
            contentType: 'application/pdf',
            length: CONTENT.length,
            sha256: CONTENT.sha256,
            key,
            storedVersionId: null,
            state: waits ? 'awaiting-upload' : 'received',
            receivedAt: waits ? null : now,
          }
        : null,
      ...made,
    }
    return { entry, version, key, writes: [create(SpaceEntries, entry), create(SpaceEntryVersions, version)] }
  },
})
