/** Told that pages are to be arranged, splits and merges them apart from everything else (P-06). */
import { isMainThread } from 'node:worker_threads'
import { answerApart, runApart } from '../documents/run-apart.ts'
import { consume } from '../kernel/consume.ts'
import { filesWhenNeeded } from '../kernel/files-when-needed.ts'
import { outsideWith } from '../kernel/outside.ts'
import { type Arranged, type Arranging, arrange } from './arrange.ts'
import { arrangementBounds, keepArrangement } from './keep-arrangement.ts'

/** This very file is the thread's program as well: a function is one file. */
const program = new URL(import.meta.url)

export const handler = consume(
  'arrange-pages',
  {
    'pages-asked': ({ data }, tools) =>
      keepArrangement(data, tools, (asked) => runApart<Arranged>(program, asked, arrangementBounds)),
  },
  { world: outsideWith({ files: filesWhenNeeded() }) },
)

if (!isMainThread) await answerApart<Arranging, Arranged>(arrange)
