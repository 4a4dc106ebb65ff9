/** What is shown of an entry: its facts in lists, its text and where it was copied from when it is read. */
import type { ReasonWithoutHtml } from '../notes/reasons-without-html.ts'
import type { SpaceEntry, SpaceEntryVersion } from './records.ts'
import type { DossierTold } from './show-space.ts'

type ShownText = {
  readonly markdown: string | null
  readonly html: string | null
  readonly withoutHtml: ReasonWithoutHtml | null
}

/** An entry as it stands in a list: of a copy only that it is one. */
export const showItem = ({ copiedFrom, ...entry }: SpaceEntry) => ({ ...entry, copied: copiedFrom !== null })

/** An entry in one version, with its text as it was written; of a copy, the dossier where the reader is told of it. */
export const showEntry = (
  entry: SpaceEntry,
  version: SpaceEntryVersion | null,
  text: ShownText,
  dossier: DossierTold | null,
) => ({
  ...showItem(entry),
  ...text,
  title: version?.title ?? entry.title,
  version,
  copiedFrom: entry.copiedFrom === null ? null : { kind: entry.copiedFrom.kind, dossier },
})
