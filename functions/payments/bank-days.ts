/** The days on which banks pay in euro: those on which T2 is open. */
import { environment } from '../kernel/environment.ts'

/** Easter Sunday of a year, by the Gregorian computus. */
const easterOf = (year: number): Date => {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const monthAndDay = h + l - 7 * m + 114
  return new Date(Date.UTC(year, Math.floor(monthAndDay / 31) - 1, (monthAndDay % 31) + 1))
}

const daysAfter = (day: Date, days: number): string =>
  new Date(day.getTime() + days * 86_400_000).toISOString().slice(0, 10)

/** New Year, Good Friday, Easter Monday, 1 May, 25 and 26 December. */
const FIXED = ['01-01', '05-01', '12-25', '12-26']

/** Whether banks pay on a day, `YYYY-MM-DD`. */
export const isBankDay = (day: string): boolean => {
  const date = new Date(`${day}T00:00:00Z`)
  const weekday = date.getUTCDay()
  const easter = easterOf(date.getUTCFullYear())
  const isHoliday = FIXED.includes(day.slice(5)) || [-2, 1].some((days) => daysAfter(easter, days) === day)
  return weekday !== 0 && weekday !== 6 && !isHoliday
}

/** The day that it is where the organisation is. */
const todayAt = (now: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: environment.timeZone }).format(new Date(now))

const A_YEAR_AHEAD = 366

/** Whether payments can be asked for on a day: banks pay on it, it is not over, and not further away than a year. */
export const mayExecuteOn = (day: string, now: string): boolean => {
  const today = todayAt(now)
  return day >= today && day <= daysAfter(new Date(`${today}T00:00:00Z`), A_YEAR_AHEAD) && isBankDay(day)
}
