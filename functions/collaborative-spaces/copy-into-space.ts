import { type DomainEvent, event } from '../../shared/events.ts'
import type { NewId } from '../../shared/ports/ids.ts'
import type { Stored } from '../../shared/table/record.ts'
import { create, require, type Write } from '../../shared/table/table.ts'
import type { Text } from '../../shared/texts.ts'
import type { FileFacts } from '../documents/records.ts'
import {
  type CollaborativeSpace,
  CollaborativeSpaces,
  type CopiedFrom,
  SpaceEntries,
  type SpaceEntry,
  SpaceEntryVersions,
  type StoredObject,
} from './records.ts'

/** What is copied: a text, or a file that has been received. */
export type Copied =
  | { readonly kind: 'note' | 'observation'; readonly title: string; readonly text: Text }
  | { readonly kind: 'document'; readonly file: FileFacts & StoredObject }

type Into = {
  readonly by: string
  readonly at: string
  readonly newId: NewId
}

/**
 * The entry that a copy of a dossier's item makes in a collaborative space (D-19). The caller has decided on
 * `item.copy-to-space`, commits `writes` together with its own record of the copy in the dossier, and emits `events`.
 * The writes fail when the space changed meanwhile, so that nothing comes into one that was closed.
 */
export const copyIntoSpace = (
  space: Stored<CollaborativeSpace>,
  copiedFrom: CopiedFrom,
  copied: Copied,
  { by, at, newId }: Into,
): { readonly entry: SpaceEntry; readonly writes: readonly Write[]; readonly events: readonly DomainEvent[] } => {
  const { spaceId } = space
  const ids = { spaceId, entryId: newId(), versionId: newId() }
  const title = copied.kind === 'document' ? copied.file.name : copied.title
  const entry: SpaceEntry = {
    spaceId,
    entryId: ids.entryId,
    kind: copied.kind,
    title,
    currentVersionId: ids.versionId,
    copiedFrom,
    createdAt: at,
    createdBy: by,
    changedAt: at,
    changedBy: by,
  }
  const version = {
    ...ids,
    title,
    text: copied.kind === 'document' ? null : copied.text,
    file: copied.kind === 'document' ? { ...copied.file, state: 'received' as const, receivedAt: at } : null,
    createdAt: at,
    createdBy: by,
  }
  return {
    entry,
    writes: [create(SpaceEntries, entry), create(SpaceEntryVersions, version), require(CollaborativeSpaces, space)],
    events: [event('space-entry-added', { spaceId, entryId: ids.entryId, by })],
  }
}
