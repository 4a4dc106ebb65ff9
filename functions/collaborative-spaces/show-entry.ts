/** What is shown of an entry: its facts in lists, its text and where it was copied from when it is read. */
import type { SpaceEntry, SpaceEntryVersion } from './records.ts'
import type { DossierTold } from './show-space.ts'

/** An entry as it stands in a list: of a copy only that it is one. */
export const showItem = ({ copiedFrom, ...entry }: SpaceEntry) => ({ ...entry, copied: copiedFrom !== null })

/** An entry in one version, with its text as it was written; of a copy, the dossier where the reader is told of it. */
export const showEntry = (
  entry: SpaceEntry,
  version: SpaceEntryVersion | null,
  text: string | null,
  dossier: DossierTold | null,
) => ({
  ...showItem(entry),
  title: version?.title ?? entry.title,
  text,
  version,
  copiedFrom: entry.copiedFrom === null ? null : { kind: entry.copiedFrom.kind, dossier },
})
