/** How long a request waits, and when it is asked again (P-12). Silence is never a yes. */
import { addSeconds, DAY } from '../../shared/ports/clock.ts'
import { PATIENCE_SECONDS } from '../kernel/follow.ts'

const REMINDER_DAYS = [3, 7]
/** After so much of its time the administrators are asked as well: ten days of fourteen. */
const PATIENCE_WITH_THE_SILENT = 5 / 7

export const expiryOf = (askedAt: string, days: number): string => addSeconds(askedAt, days * DAY)

export const firstDueAt = (askedAt: string): string => addSeconds(askedAt, PATIENCE_SECONDS)

type Times = { readonly askedAt: string; readonly expiresAt: string }

/** From when on whoever was asked has been silent for too long. */
export const othersAskedAt = ({ askedAt, expiresAt }: Times): string => {
  const seconds = (Date.parse(expiresAt) - Date.parse(askedAt)) / 1000
  return addSeconds(askedAt, Math.floor(seconds * PATIENCE_WITH_THE_SILENT))
}

/**
 * When somebody is asked again after this moment: after three and seven days, and when the administrators are asked as
 * well; `null` when nobody is any more. An asking that was missed is not made up for.
 */
export const nextAsking = (times: Times, after: string): string | null => {
  const { askedAt, expiresAt } = times
  const others = othersAskedAt(times)
  return (
    [...REMINDER_DAYS.map((days) => addSeconds(askedAt, days * DAY)).filter((at) => at < others), others]
      .filter((at) => at > after && at < expiresAt)
      .sort()[0] ?? null
  )
}
