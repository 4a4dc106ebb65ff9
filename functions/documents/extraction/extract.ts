/** The text of a file, by what the file is. Readers are loaded when the first file of their kind comes. */
import { CannotExtract, type Extracted, limits } from './extracted.ts'

type Reader = (bytes: Uint8Array) => Extracted | Promise<Extracted>

const office = 'application/vnd.openxmlformats-officedocument'
const docx: Reader = async (bytes) => (await import('./from-docx.ts')).fromDocx(bytes)
const xlsx: Reader = async (bytes) => (await import('./from-xlsx.ts')).fromXlsx(bytes)
const pptx: Reader = async (bytes) => (await import('./from-pptx.ts')).fromPptx(bytes)

const readers: Readonly<Record<string, Reader>> = {
  'application/pdf': async (bytes) => (await import('./from-pdf.ts')).fromPdf(bytes),
  [`${office}.wordprocessingml.document`]: docx,
  'application/vnd.ms-word.document.macroenabled.12': docx,
  [`${office}.spreadsheetml.sheet`]: xlsx,
  'application/vnd.ms-excel.sheet.macroenabled.12': xlsx,
  [`${office}.presentationml.presentation`]: pptx,
  'application/vnd.ms-powerpoint.presentation.macroenabled.12': pptx,
  'text/html': async (bytes) => (await import('./from-html.ts')).fromHtml(bytes),
  'text/plain': (bytes) => ({ outcome: 'done', text: new TextDecoder().decode(bytes), pages: null }),
}

/** Whether files of this type hold text that is read here. */
export const holdsText = (type: string): boolean => type in readers

/** Reads the text; whatever a reader stumbles over is an outcome, never an error. */
export const extract = async (type: string, bytes: Uint8Array): Promise<Extracted> => {
  const reader = readers[type]
  if (reader === undefined) return { outcome: 'none' }
  try {
    const found = await reader(bytes)
    if (found.outcome !== 'done') return found
    const text = tidy(found.text)
    if (text.length > limits.characters) return { outcome: 'failed', reason: 'too-large' }
    return text === '' ? { outcome: 'none' } : { ...found, text }
  } catch (error) {
    return { outcome: 'failed', reason: error instanceof CannotExtract ? error.reason : 'unreadable' }
  }
}

/** One way to end a line, no control characters, and only whole characters. */
const tidy = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\t\n]/gu, '')
    .toWellFormed()
    .trim()
