import type { Archive } from '../../../shared/ports/archive.ts'
import { copy } from './copy.ts'
import { finish } from './finish.ts'
import { plan } from './plan.ts'
import { record } from './record.ts'
import { recordFailure } from './record-failure.ts'
import { verify } from './verify.ts'

/** The tasks of the workflow by the names under which it calls them. */
export const tasksOf = (archive: Archive) => ({
  plan,
  copy: copy(archive),
  verify: verify(archive),
  record,
  'record-failure': recordFailure,
  finish,
})
