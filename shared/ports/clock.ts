/** The time, as UTC ISO-8601 with milliseconds; injected, so that tests and scheduled ticks can say what time it is. */
export type Clock = () => string

export const systemClock: Clock = () => new Date().toISOString()

export const addSeconds = (at: string, seconds: number): string =>
  new Date(Date.parse(at) + seconds * 1000).toISOString()

export const DAY = 86_400
