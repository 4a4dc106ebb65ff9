/** When somebody is asked again for their approval. It never ends by time: silence is never a yes (P-07). */
import { addSeconds, DAY } from '../../shared/ports/clock.ts'

const FIRST_REMINDERS = [2, 5]
const WEEK = 7
/** After so long the owner of the dossier is told that a document still waits. */
const OWNER_DAYS = 10
/** A link of a mail serves for so long; a reminder brings a new one. */
export const LINK_DAYS = 14

/** The next reminder of those who were first asked at `since`: after 2 and 5 days, and then every week. */
export const nextReminder = (since: string, after: string): string => {
  const days = (Date.parse(after) - Date.parse(since)) / (DAY * 1000)
  const last = FIRST_REMINDERS.at(-1) as number
  const next =
    FIRST_REMINDERS.find((day) => day > days) ?? last + WEEK * Math.max(1, Math.floor((days - last) / WEEK) + 1)
  return addSeconds(since, next * DAY)
}

export const ownerToldAt = (begunAt: string): string => addSeconds(begunAt, OWNER_DAYS * DAY)

export const linkExpiry = (now: string): string => addSeconds(now, LINK_DAYS * DAY)
