import { Parser } from 'htmlparser2'
import type { Extracted } from './extracted.ts'

const UNSEEN = new Set(['script', 'style', 'noscript', 'template', 'svg', 'math', 'object', 'iframe'])
const IN_LINE = new Set([
  'a',
  'abbr',
  'b',
  'bdi',
  'code',
  'em',
  'font',
  'i',
  'mark',
  's',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'u',
])

/** What a reader of the page would see, a line for each block. */
export const fromHtml = (bytes: Uint8Array): Extracted => {
  let unseen = 0
  let text = ''
  const parser = new Parser({
    onopentag: (name) => {
      if (UNSEEN.has(name)) unseen++
      else if (!IN_LINE.has(name)) text += name === 'td' || name === 'th' ? '\t' : '\n'
    },
    ontext: (more) => {
      if (unseen === 0) text += more.replace(/\s+/g, ' ')
    },
    onclosetag: (name) => {
      if (UNSEEN.has(name)) unseen--
      else if (!IN_LINE.has(name) && name !== 'td' && name !== 'th') text += '\n'
    },
  })
  parser.end(new TextDecoder().decode(bytes))
  const lines = text.split('\n').map((line) => line.trim())
  return { outcome: 'done', text: lines.filter((line) => line !== '').join('\n'), pages: null }
}
