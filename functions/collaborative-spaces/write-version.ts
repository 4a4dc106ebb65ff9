import type { Files } from '../../shared/ports/files.ts'
import { entryKey, type SpaceEntryVersion } from './records.ts'
import { keepText } from './text.ts'

type Written = Pick<SpaceEntryVersion, 'spaceId' | 'entryId' | 'versionId' | 'createdAt' | 'createdBy'>

/** One version of what is written; a long text lies in the documents bucket by the time this is told. */
export const writeVersion = async (
  files: Files,
  { title, text }: { readonly title: string; readonly text: string },
  ids: Written,
): Promise<SpaceEntryVersion> => ({
  ...ids,
  title,
  text: await keepText(files, entryKey(ids), text),
  file: null,
})
