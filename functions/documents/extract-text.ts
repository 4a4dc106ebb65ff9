/** Told that a version has come, reads its text apart from everything else (B-12). */
import { isMainThread } from 'node:worker_threads'
import { consume } from '../kernel/consume.ts'
import { filesWhenNeeded } from '../kernel/files-when-needed.ts'
import { outsideWith } from '../kernel/outside.ts'
import { extract } from './extraction/extract.ts'
import { extractApart } from './extraction/extract-apart.ts'
import { keepText } from './keep-text.ts'
import { answerApart } from './run-apart.ts'

/** This very file is the thread's program as well: a function is one file. */
const program = new URL(import.meta.url)

export const handler = consume(
  'extract-text',
  {
    'document-received': ({ data }, tools) =>
      keepText(data, tools, (type, bytes) => extractApart(program, type, bytes)),
  },
  { world: outsideWith({ files: filesWhenNeeded() }) },
)

if (!isMainThread) await answerApart(({ type, bytes }: { type: string; bytes: Uint8Array }) => extract(type, bytes))
