import type { Files } from '../../shared/ports/files.ts'
import { isProblem, type Problem, problem } from '../../shared/problems.ts'
import { readText } from '../../shared/texts.ts'
import type { NoteVersion } from './records.ts'

/** The text of a version, in Markdown and in HTML; what is not whole any more is a problem, never an empty note. */
export const showText = async (files: Pick<Files, 'get'>, version: Pick<NoteVersion, 'text'> | undefined) => {
  if (version === undefined) return problem('content-not-intact')
  const read = await readText(files, version.text)
  if (isProblem(read)) return read satisfies Problem
  // Its libraries are compiled when the first text is shown: most operations on notes show none.
  const { renderMarkdown } = await import('./render-markdown.ts')
  return { markdown: read.text, ...renderMarkdown(read.text) }
}
