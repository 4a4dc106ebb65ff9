import { addSeconds, DAY } from '../../shared/ports/clock.ts'
import { typeOf } from '../documents/file-types.ts'
import { environment } from '../kernel/environment.ts'
import type { ArchiveEntry } from './records.ts'

/** An entry as people read it: with what its first bytes tell that it is, and until when it stays as it is (P-10). */
export const showEntry = <E extends ArchiveEntry>(entry: E) => ({
  ...entry,
  contentType: typeOf(entry),
  retainedUntil: addSeconds(entry.archivedAt, environment.retentionDays * DAY),
})
