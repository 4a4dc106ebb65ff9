import type { Streams } from '../../../shared/ports/streams.ts'
import { finish } from './finish.ts'
import { make } from './make.ts'
import { verify } from './verify.ts'

/** The tasks of the workflow by the names under which it calls them. */
export const tasksOf = (streams: Streams) => ({ make: make(streams), verify: verify(streams), finish })
