/** How long an offer waits, and when its recipient is asked again (D-11). Silence is never a yes. */
import { addSeconds, DAY } from '../../shared/ports/clock.ts'

export const OFFER_DAYS = 14
export const LONGEST_OFFER_DAYS = 60
const REMINDER_DAYS = [3, 7, 12]

export const expiryOf = (offeredAt: string, days: number = OFFER_DAYS): string => addSeconds(offeredAt, days * DAY)

/**
 * The next reminder after this moment: after 3, 7 and 12 days, and a day before the end; `null` when there is none any
 * more. One that was missed is not made up for.
 */
export const nextReminder = (offeredAt: string, expiresAt: string, after: string): string | null =>
  [...REMINDER_DAYS.map((days) => addSeconds(offeredAt, days * DAY)), addSeconds(expiresAt, -DAY)]
    .filter((at) => at > after && at > offeredAt && at < expiresAt)
    .sort()[0] ?? null
