/** Small files of each kind that text is read from, made for tests: their words are invented. */
import { type Zippable, zipSync } from 'fflate'

const xml = (body: string): Buffer => Buffer.from(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${body}`)
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const types = (part: string, kind: string): Buffer =>
  xml(
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.${kind}.main+xml"/></Types>`,
  )
const relations = (...targets: (readonly [id: string, kind: string, target: string])[]): Buffer =>
  xml(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
      .map(([id, kind, target]) => `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`)
      .join('')}</Relationships>`,
  )
const pack = (part: string, kind: string, entries: Zippable): Uint8Array =>
  zipSync({
    '[Content_Types].xml': types(part, kind),
    '_rels/.rels': relations(['rId1', 'officeDocument', part]),
    ...entries,
  })

export const docxOf = (...paragraphs: string[]): Uint8Array =>
  pack('word/document.xml', 'wordprocessingml.document', {
    'word/document.xml': xml(
      `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraphs
        .map((text) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`)
        .join('')}</w:body></w:document>`,
    ),
  })

/** Two sheets, the second of which was made first: a text shared by two cells, one in its cell, a number. */
export const xlsx = (): Uint8Array =>
  pack('xl/workbook.xml', 'spreadsheetml.sheet', {
    'xl/workbook.xml': xml(
      `<workbook xmlns:r="${office}"><sheets><sheet name="Écritures" sheetId="2" r:id="rId2"/><sheet name="Tiers" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': relations(
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId2', 'worksheet', '/xl/worksheets/sheet2.xml'],
    ),
    'xl/sharedStrings.xml': xml(
      '<sst><si><t>Loyer</t></si><si><r><t>Hono</t></r><r><t>raires &amp; frais</t></r><rPh><t>parlé</t></rPh></si></sst>',
    ),
    'xl/worksheets/sheet1.xml': xml(
      '<worksheet><sheetData><row><c t="inlineStr"><is><t>Atelier Verrières</t></is></c></row></sheetData></worksheet>',
    ),
    'xl/worksheets/sheet2.xml': xml(
      '<worksheet><sheetData><row><c t="s"><v>0</v></c><c><v>1250.5</v></c></row><row/><row><c t="s"><v>1</v></c><c t="s"><v>0</v></c></row></sheetData></worksheet>',
    ),
  })

/** Eleven slides, so that the tenth comes after the second; the first has notes. */
export const pptx = (): Uint8Array => {
  const slide = (text: string) => xml(`<p:sld><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:sld>`)
  return pack('ppt/presentation.xml', 'presentationml.presentation', {
    ...Object.fromEntries(
      Array.from({ length: 11 }, (_, at) => [`ppt/slides/slide${at + 1}.xml`, slide(`Page ${at + 1}`)]),
    ),
    'ppt/notesSlides/notesSlide1.xml': slide('À dire'),
  })
}

/** As many pages as texts; `security` goes into its trailer. */
export const pdfOf = (texts: readonly string[], security = ''): Uint8Array => {
  const pages = texts.map((_, at) => `${10 + 2 * at} 0 R`).join(' ')
  const objects = texts.map((text, at) => {
    const content = `BT /F1 18 Tf 20 100 Td (${text}) Tj ET`
    return `${10 + 2 * at} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents ${11 + 2 * at} 0 R/Resources<</Font<</F1 3 0 R>>>>>>endobj
${11 + 2 * at} 0 obj<</Length ${content.length}>>stream
${content}
endstream
endobj
`
  })
  return new Uint8Array(
    Buffer.from(`%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[${pages}]/Count ${texts.length}>>endobj
3 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
${objects.join('')}trailer<</Root 1 0 R${security}>>
%%EOF`),
  )
}

export const html = `<!doctype html><title>Bail &amp; avenant</title><style>p { color: red }</style>
<script>document.write('<p>jamais</p>')</script><h1>Bail</h1><p>Loyer <b>mensuel</b> :
1&nbsp;250&nbsp;€</p><table><tr><td>Mars</td><td>payé</td></tr></table>`
