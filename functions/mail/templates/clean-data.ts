/** No name or file name is longer than this in any file system or mail address. */
const LINE = 255
/** Enough to be understood in a mail; the page behind the link shows the whole. */
const LINES = 2000

/** Fields that people write over several lines. */
const multiline = new Set(['message', 'reason', 'question', 'answer'])

/** Controls, line separators; then characters that turn or hide text: a name must not look like another one. */
const controls = /[\p{Cc}\u2028\u2029]+/gu
const invisible = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/gu

const cut = (text: string, length: number): string => {
  const characters = Array.from(text)
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`
}

const cleanLine = (text: string, length: number): string =>
  cut(text.toWellFormed().replace(invisible, '').replace(controls, ' ').replace(/ {2,}/g, ' ').trim(), length)

const cleanLines = (text: string): string =>
  cut(
    text
      .split(/\r\n|[\n\r\u2028\u2029]/)
      .map((line) => cleanLine(line, LINES))
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
    LINES,
  )

/** A link is the one text that is never rewritten, so it is refused when it is not what it must be. */
const checkedLink = (link: string): string => {
  const protocol = URL.canParse(link) ? new URL(link).protocol : ''
  const isPlain = /^[\x21-\x7e]+$/.test(link)
  if (!isPlain || (protocol !== 'https:' && protocol !== 'http:')) {
    throw new TypeError('The link of a mail must be an absolute http or https address without spaces or controls.')
  }
  return link
}

/**
 * Returns a copy of a mail's data in which every text can be shown: one line (or several, where people write several),
 * no control or direction characters, a bounded length, never empty. Links stay as they are.
 * @throws TypeError when a link is not an absolute http(s) address.
 */
export const cleanData = <T>(value: T, field = ''): T => clean(value, field) as T

const clean = (value: unknown, field: string): unknown => {
  if (typeof value === 'string') {
    if (field === 'link') return checkedLink(value)
    return (multiline.has(field) ? cleanLines(value) : cleanLine(value, LINE)) || '—'
  }
  if (Array.isArray(value)) return value.map((item) => clean(item, field))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, clean(item, key)]))
}

/** A subject is a header: one line, short enough to be read whole in a list of mails. */
export const cleanSubject = (subject: string): string => cleanLine(subject, 150)
