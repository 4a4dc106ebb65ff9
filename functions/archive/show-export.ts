import type { Language } from '../../shared/people.ts'
import { exportFailures } from './export-failures.ts'
import type { ArchiveExport } from './records.ts'

/** Whether the file of an export has been there for as long as it is kept. */
export const isExpired = ({ expiresAt }: Pick<ArchiveExport, 'expiresAt'>, now: string): boolean =>
  expiresAt !== null && expiresAt <= now

/** An export as whoever asked for it reads it, with the reason in their language. */
export const showExport = (made: ArchiveExport, language: Language, now: string) => ({
  ...made,
  state: isExpired(made, now) ? ('expired' as const) : made.state,
  reason: made.reason === null ? null : { code: made.reason, text: exportFailures[made.reason][language] },
})
