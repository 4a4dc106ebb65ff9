/** What a file is, by its first bytes: what was announced of it, and how it is called, is told and never believed (B-12). */
import type { FileFacts } from './records.ts'

/** So many first bytes tell what a file is. */
export const TELLING_BYTES = 64 * 1024

const UNKNOWN = 'application/octet-stream'

/** Where nothing in the first bytes marks a type, it may still be text. */
const textTypeOf = (bytes: Uint8Array): string => {
  let text: string
  try {
    // `stream`: the bytes may end in the middle of a character.
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
  } catch {
    return UNKNOWN
  }
  if (/[^\P{Cc}\t\n\f\r]/u.test(text)) return UNKNOWN
  return markupTypeOf(text) ?? 'text/plain'
}

/** HTML and SVG by how they begin, after what may come before it: comments, a declaration, a document type. */
const markupTypeOf = (text: string): string | undefined => {
  const beginning = text.replace(/^(?:\s|<!--[\s\S]*?-->|<\?[\s\S]*?\?>)+/, '').slice(0, 200)
  if (/^<(?:!doctype\s+html|html|head|body|script|iframe|meta|title|style|base|link)\b/i.test(beginning))
    return 'text/html'
  if (/^(?:<!doctype\s+svg\b|<(?:\w+:)?svg\b)/i.test(beginning)) return 'image/svg+xml'
  return undefined
}

/** The type that the first bytes of a file tell. */
export const detectType = async (bytes: Uint8Array): Promise<string> => {
  // Loaded when the first file is looked at: most operations look at none.
  const { fileTypeFromBuffer } = await import('file-type')
  const found = await fileTypeFromBuffer(bytes)
  if (found === undefined) return textTypeOf(bytes)
  if (found.mime !== 'application/xml') return found.mime
  return markupTypeOf(new TextDecoder().decode(bytes)) ?? found.mime
}

type Typed = Pick<FileFacts, 'contentType' | 'detectedType'>

/** What a file is: as its bytes tell once they have come, until then as it was announced. */
export const typeOf = ({ contentType, detectedType }: Typed): string => detectedType ?? contentType

/** Types whose first bytes tell no more than the wider one: a spreadsheet as text, an old document of an office suite. */
const within: Readonly<Record<string, (announced: string) => boolean>> = {
  'text/plain': (announced) =>
    (announced.startsWith('text/') && announced !== 'text/html') || /[/+](?:json|yaml|x-ndjson)$/.test(announced),
  'application/xml': (announced) =>
    announced === 'text/xml' || (/\+xml$/.test(announced) && announced !== 'image/svg+xml'),
  'application/x-cfb': (announced) => /^application\/(?:msword|vnd\.ms-(?:excel|powerpoint|outlook))$/.test(announced),
  'application/zip': (announced) => announced === 'application/x-zip-compressed',
}

/** Whether a file is something else than was announced. Whoever announces mere bytes announces nothing. */
export const isOtherType = ({ contentType, detectedType }: Typed): boolean =>
  detectedType !== undefined &&
  contentType !== UNKNOWN &&
  contentType !== detectedType &&
  within[detectedType]?.(contentType) !== true
