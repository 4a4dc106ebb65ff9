import type { Files } from '../../shared/ports/files.ts'
import { isProblem, type Problem } from '../../shared/problems.ts'
import { keepText } from '../../shared/texts.ts'
import { entryKey, type SpaceEntryVersion } from './records.ts'

type Written = Pick<SpaceEntryVersion, 'spaceId' | 'entryId' | 'versionId' | 'createdAt' | 'createdBy'>

/** One version of what is written; a long text is in its place before anything names it. Problem: `too-large`. */
export const writeVersion = async (
  files: Pick<Files, 'put'>,
  { title, markdown }: { readonly title: string; readonly markdown: string },
  ids: Written,
): Promise<SpaceEntryVersion | Problem> => {
  const text = await keepText(files, entryKey(ids), markdown)
  return isProblem(text) ? text : { ...ids, title, text, file: null }
}
