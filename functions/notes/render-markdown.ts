/**
 * Markdown as HTML in which nothing runs and nothing is fetched: written HTML is shown as text, pictures are links, links
 * lead to the web, a mailbox or a telephone, and what comes of it is sanitised again (B-12).
 *
 * Markdown can be written to be slow, or to swell. Against that: quotes and lists are followed a hundred deep, and so is
 * emphasis (deeper, sanitising takes the square of the depth); lines and cells are counted before anything is parsed; HTML
 * that is too long for an answer is not sanitised at all; and a watchdog ends whatever still takes too long. Then there is
 * no HTML, with the reason; the Markdown is there always.
 */
import { runInNewContext } from 'node:vm'
import MarkdownIt from 'markdown-it'
import sanitizeHtml from 'sanitize-html'
import type { ReasonWithoutHtml } from './reasons-without-html.ts'

type Rendered =
  | { readonly html: string; readonly withoutHtml: null }
  | { readonly html: null; readonly withoutHtml: ReasonWithoutHtml }

const DEEPEST = 100
/** Lines and cells each become several objects: so many of them are 300 MB while a text is rendered. */
const MOST_LINES_AND_CELLS = 100_000
/** An answer of a function ends at 6 MB, the Markdown included, and in JSON. */
const LARGEST_ANSWER = 5_500_000
/** Of the 25 seconds that a function has. */
const MILLISECONDS = 15_000

const none = (withoutHtml: ReasonWithoutHtml): Rendered => ({ html: null, withoutHtml })

/** The HTML of a text, or why there is none. */
export const renderMarkdown = (text: string, milliseconds = MILLISECONDS): Rendered => {
  try {
    // The only way to end code of one's own thread: a context whose time is over is left, wherever it is.
    return runInNewContext('render()', { render: () => render(text) }, { timeout: milliseconds }) as Rendered
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return none('too-slow')
    throw error
  }
}

const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false, maxNesting: DEEPEST }).disable(
  'image',
)
// What leads nowhere from here, or anywhere else, stays as it was written.
markdown.validateLink = (address) => /^(?:https?:\/\/|mailto:|tel:)/i.test(address)

const render = (text: string): Rendered => {
  if ((text.match(/[\n|]/g)?.length ?? 0) > MOST_LINES_AND_CELLS) return none('too-large')
  const environment = {}
  const tokens = markdown.parse(text, environment)
  // What lies deeper than the parser goes is left out by it without a word.
  if (tokens.some(({ nesting, level }) => nesting === 1 && level >= DEEPEST - 1)) return none('too-deep')
  for (const { children } of tokens) flatten(children ?? [])
  for (const token of tokens) if (token.tag === 'th' || token.tag === 'td') alignByClass(token)

  const written = markdown.renderer.render(tokens, markdown.options, environment)
  const inJson = JSON.stringify(text).length
  if (inJson + written.length > LARGEST_ANSWER) return none('too-large')
  const html = sanitizeHtml(written, harmless)
  const whole = Buffer.byteLength(JSON.stringify(text)) + Buffer.byteLength(JSON.stringify(html))
  return whole > LARGEST_ANSWER ? none('too-large') : { html, withoutHtml: null }
}

type Tokens = ReturnType<(typeof markdown)['parse']>

/** Leaves the marks of emphasis out that lie too deep, and their words in. */
const flatten = (tokens: Tokens): void => {
  let depth = 0
  for (const token of tokens) {
    if (token.nesting === 1) depth++
    token.hidden ||= token.nesting !== 0 && depth > DEEPEST
    if (token.nesting === -1) depth--
  }
}

/** A column's side as a class: styles would have to be looked through one by one. */
const alignByClass = (token: Tokens[number]): void => {
  const side = /^text-align:(left|center|right)$/.exec(String(token.attrGet('style')))?.[1]
  if (side !== undefined) token.attrs = [['class', side]]
}

const harmless: sanitizeHtml.IOptions = {
  allowedTags: 'h1 h2 h3 h4 h5 h6 p br hr blockquote ul ol li pre code em strong s a table thead tbody tr th td'.split(
    ' ',
  ),
  allowedAttributes: { a: ['href', 'title', 'rel'], ol: ['start'] },
  allowedClasses: { th: ['left', 'center', 'right'], td: ['left', 'center', 'right'] },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowProtocolRelative: false,
  transformTags: {
    // Where a link leads learns nothing of where it was followed from, and reaches nothing of it.
    a: (tagName, attribs) => ({ tagName, attribs: { ...attribs, rel: 'noopener noreferrer nofollow' } }),
  },
  parseStyleAttributes: false,
}
