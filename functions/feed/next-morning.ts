const MORNING_HOUR = 7
const DAY_MILLISECONDS = 86_400_000

/** The first seven o'clock after a moment, where the tenant is: UTC ISO-8601. */
export const nextMorning = (after: string, timeZone: string): string => {
  const start = Date.parse(after)
  const today = wallClock(start, timeZone)
  const midnight = Math.floor(today / DAY_MILLISECONDS) * DAY_MILLISECONDS
  for (let days = 0; ; days++) {
    const wall = midnight + days * DAY_MILLISECONDS + MORNING_HOUR * 3_600_000
    const morning = momentOf(wall, timeZone)
    if (morning > start) return new Date(morning).toISOString()
  }
}

/** What the clocks show at a moment, as if it were UTC. */
const wallClock = (at: number, timeZone: string): number => {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at)
  const of = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.find((part) => part.type === type)?.value)
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'))
}

/** The moment at which the clocks show this; twice, for the first guess may lie before a change of the clocks. */
const momentOf = (wall: number, timeZone: string): number => {
  const guess = wall - (wallClock(wall, timeZone) - wall)
  return wall - (wallClock(guess, timeZone) - guess)
}
