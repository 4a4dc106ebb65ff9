import { CannotExtract, type Extracted, limits } from './extracted.ts'
import { readXml } from './read-xml.ts'
import { type Entries, unzipWithin } from './unzip-within.ts'

/**
 * Sheet by sheet: its name, then a line for each row, its cells apart by tabs. Cells are as they are stored: a date is
 * the number of its day.
 */
export const fromXlsx = (bytes: Uint8Array): Extracted => {
  const entries = unzipWithin(bytes, (name) =>
    /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|worksheets\/[^/]+\.xml)$/.test(name),
  )
  const sheets = sheetsOf(entries)
  if (sheets.length > limits.pages) throw new CannotExtract('too-many-pages')
  const shared = sharedStringsOf(entries['xl/sharedStrings.xml'])
  const texts = sheets.map(({ name, file }) => [name, ...rowsOf(entries[file], shared)].join('\n'))
  return { outcome: 'done', text: texts.join('\n\n'), pages: sheets.length }
}

/** The sheets in their order, with the file of each. */
const sheetsOf = (entries: Entries): { readonly name: string; readonly file: string }[] => {
  const targets = new Map<string, string>()
  readXml(entries['xl/_rels/workbook.xml.rels'], {
    open: (_, { Id = '', Target = '' }) =>
      void targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`),
  })
  const sheets: { name: string; file: string }[] = []
  readXml(entries['xl/workbook.xml'], {
    open: (tag, { name = '', 'r:id': id = '' }) => {
      if (tag === 'sheet') sheets.push({ name, file: targets.get(id) ?? '' })
    },
  })
  return sheets
}

/** Texts that cells share; how an Asian one is spoken stands beside it and is not part of it. */
const sharedStringsOf = (xml: Uint8Array | undefined): string[] => {
  const strings: string[] = []
  let inText = false
  let spoken = false
  let text = ''
  readXml(xml, {
    open: (name) => {
      if (name === 'rPh') spoken = true
      inText = name === 't' && !spoken
    },
    text: (more) => {
      if (inText) text += more
    },
    close: (name) => {
      inText = false
      if (name === 'rPh') spoken = false
      if (name !== 'si') return
      strings.push(text)
      text = ''
    },
  })
  return strings
}

const rowsOf = (xml: Uint8Array | undefined, shared: readonly string[]): string[] => {
  const rows: string[] = []
  let cells: string[] = []
  let type = ''
  let value = ''
  let inValue = false
  readXml(xml, {
    open: (name, { t = '' }) => {
      if (name === 'c') [type, value] = [t, '']
      inValue = name === 'v' || name === 't'
    },
    text: (more) => {
      if (inValue) value += more
    },
    close: (name) => {
      inValue = false
      if (name === 'c' && value !== '') cells.push(type === 's' ? (shared[Number(value)] ?? '') : value)
      if (name !== 'row') return
      if (cells.length > 0) rows.push(cells.join('\t'))
      cells = []
    },
  })
  return rows
}
