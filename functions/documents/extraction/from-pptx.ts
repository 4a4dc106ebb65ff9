import { CannotExtract, type Extracted, limits } from './extracted.ts'
import { readXml } from './read-xml.ts'
import { unzipWithin } from './unzip-within.ts'

const numberOf = (name: string): number => Number(/(\d+)\.xml$/.exec(name)?.[1])

/** Slide by slide, what stands on it and then its notes, a paragraph a line. */
export const fromPptx = (bytes: Uint8Array): Extracted => {
  const entries = unzipWithin(bytes, (name) => /^ppt\/(?:slides\/slide|notesSlides\/notesSlide)\d+\.xml$/.test(name))
  const slides = Object.keys(entries).filter((name) => name.startsWith('ppt/slides/'))
  if (slides.length > limits.pages) throw new CannotExtract('too-many-pages')
  const inOrder = Object.keys(entries).sort((a, b) => numberOf(a) - numberOf(b) || (a < b ? 1 : -1))
  const text = inOrder.map((name) => textOf(entries[name])).join('\n\n')
  return { outcome: 'done', text, pages: slides.length }
}

const textOf = (xml: Uint8Array | undefined): string => {
  let inText = false
  const lines: string[] = []
  let line = ''
  readXml(xml, {
    open: (name) => {
      inText = name === 'a:t'
      if (name === 'a:br') line += '\n'
    },
    text: (text) => {
      if (inText) line += text
    },
    close: (name) => {
      inText = false
      if (name !== 'a:p') return
      if (line !== '') lines.push(line)
      line = ''
    },
  })
  return lines.join('\n')
}
