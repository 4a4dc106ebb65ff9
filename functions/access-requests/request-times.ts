/** How long a request waits, and when it is asked again (P-12). Silence is never a yes. */
import { addSeconds, DAY } from '../../shared/ports/clock.ts'
import { PATIENCE_SECONDS } from '../kernel/follow.ts'

const REQUEST_DAYS = 14
const REMINDER_DAYS = [3, 7]

export const expiryOf = (askedAt: string): string => addSeconds(askedAt, REQUEST_DAYS * DAY)

export const firstDueAt = (askedAt: string): string => addSeconds(askedAt, PATIENCE_SECONDS)

/** The next reminder after this moment; `null` when there is none any more. One that was missed is not made up for. */
export const nextReminder = (askedAt: string, after: string): string | null =>
  REMINDER_DAYS.map((days) => addSeconds(askedAt, days * DAY)).find((at) => at > after) ?? null
