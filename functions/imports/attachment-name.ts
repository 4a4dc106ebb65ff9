import { cutTo } from './part-name.ts'

const LONGEST_BYTES = 255
const LONGEST_ENDING = 20
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\ufeff]/gu

/** What a file without a name is called, by what it says that it is. */
const endings: Readonly<Record<string, string>> = {
  'application/pdf': '.pdf',
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'message/rfc822': '.eml',
  'text/calendar': '.ics',
  'text/plain': '.txt',
}

/** A name as files may have it here (`file-facts.ts`), from whatever a mail says: no path, nothing hidden, not too long. */
export const attachmentName = (given: string | null, mimeType: string, number: number): string => {
  const visible = (given ?? '').toWellFormed().normalize('NFC').replaceAll(UNSEEN, '')
  const last = (visible.split(/[/\\]/).at(-1) ?? '').trim()
  if (!/[^.\s]/.test(last)) return `attachment-${number}${endings[mimeType] ?? ''}`
  if (Buffer.byteLength(last) <= LONGEST_BYTES) return last
  const dot = last.lastIndexOf('.')
  const ending = dot > 0 && Buffer.byteLength(last.slice(dot)) <= LONGEST_ENDING ? last.slice(dot) : ''
  return `${cutTo(last, LONGEST_BYTES - Buffer.byteLength(ending))}${ending}`
}
