/** Told that a version has come, makes a small picture of it apart from everything else (B-12). */
import { isMainThread } from 'node:worker_threads'
import { consume } from '../kernel/consume.ts'
import { filesWhenNeeded } from '../kernel/files-when-needed.ts'
import { outsideWith } from '../kernel/outside.ts'
import { keepThumbnail } from './keep-thumbnail.ts'
import { answerApart, runApart } from './run-apart.ts'
import { bounds, makeThumbnail, type Thumbnail } from './thumbnail.ts'

/** This very file is the thread's program as well: a function is one file. */
const program = new URL(import.meta.url)

export const handler = consume(
  'make-thumbnail',
  {
    'document-received': ({ data }, tools) =>
      keepThumbnail(data, tools, async (type, bytes) => {
        const done = await runApart<Thumbnail>(program, { type, bytes }, bounds)
        return 'result' in done ? done.result : { outcome: 'none' }
      }),
  },
  { world: outsideWith({ files: filesWhenNeeded() }) },
)

if (!isMainThread)
  await answerApart(({ type, bytes }: { type: string; bytes: Uint8Array }) => makeThumbnail(type, bytes))
