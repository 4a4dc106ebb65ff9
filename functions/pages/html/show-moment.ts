import { html } from 'hono/html'
import type { Language } from './page.ts'
import type { Html } from './show-text.ts'

const locales = { en: 'en-GB', fr: 'fr-FR' } as const satisfies Record<Language, string>

/** A UTC ISO-8601 moment as people of `timeZone` (IANA name) read it, with the zone in words. */
export const showMoment = (at: string, timeZone: string, language: Language): Html => {
  const moment = new Date(at)
  const words = new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeStyle: 'short', timeZone })
  const zone = new Intl.DateTimeFormat(locales[language], { timeZone, timeZoneName: 'longGeneric' })
    .formatToParts(moment)
    .find(({ type }) => type === 'timeZoneName')?.value
  return html`<time datetime="${at}">${words.format(moment)}</time> <span class="soft">${zone}</span>`
}

/** The day of a UTC ISO-8601 moment in `timeZone`, for what is long past. */
export const showDay = (at: string, timeZone: string, language: Language): Html => {
  const words = new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone })
  return html`<time datetime="${at}">${words.format(new Date(at))}</time>`
}

/** A wait in words, rounded up: in seconds below a minute and a half, in minutes above. */
export const showWait = (seconds: number, language: Language): string => {
  const inSeconds = seconds < 90
  return new Intl.NumberFormat(locales[language], {
    style: 'unit',
    unit: inSeconds ? 'second' : 'minute',
    unitDisplay: 'long',
  }).format(inSeconds ? Math.max(1, Math.ceil(seconds)) : Math.ceil(seconds / 60))
}
