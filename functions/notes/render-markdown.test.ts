import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { renderMarkdown } from './render-markdown.ts'

const htmlOf = (text: string): string => {
  const { html, withoutHtml } = renderMarkdown(text)
  if (html === null) throw new Error(`There is no HTML: ${withoutHtml}`)
  return html
}

test('D-01: what one writes for a note is shown: headings, lists, tables, code, emphasis, links to the web', () => {
  expect(htmlOf('## Suivi\n\n- *appel* et **visite**\n\n3. ~~rien~~\n')).toBe(
    '<h2>Suivi</h2>\n<ul>\n<li><em>appel</em> et <strong>visite</strong></li>\n</ul>\n<ol start="3">\n<li><s>rien</s></li>\n</ol>\n',
  )
  expect(htmlOf('|poste|montant|\n|:-|-:|\n|loyer|950|\n')).toContain('<td class="right">950</td>')
  expect(htmlOf('`a < b`')).toBe('<p><code>a &lt; b</code></p>\n')
  expect(htmlOf('[site](https://vermeil.example "le site")')).toBe(
    '<p><a href="https://vermeil.example" title="le site" rel="noopener noreferrer nofollow">site</a></p>\n',
  )
  expect(htmlOf('[courriel](mailto:a@vermeil.example) [tél](tel:+3200)').match(/<a /g)).toHaveLength(2)
})

/** Every tag that may stand in the HTML, as it may stand there; no other angle is left. */
const HARMLESS = new RegExp(
  [
    '</?(?:h[1-6]|p|blockquote|ul|ol|li|pre|code|em|strong|s|a|table|thead|tbody|tr|th|td)>',
    '<(?:br|hr) />',
    '<ol start="\\d+">',
    '<t[hd] class="(?:left|center|right)">',
    '<a href="(?:https?://|mailto:|tel:)[^"<>]*"(?: title="[^"<>]*")? rel="noopener noreferrer nofollow">',
  ].join('|'),
  'gi',
)
const beyondHarmless = (html: string): RegExpMatchArray | null => html.replaceAll(HARMLESS, '').match(/[<>].{0,80}/)

describe('nothing runs and nothing is fetched (B-12)', () => {
  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg onload=alert(1)><script>alert(1)</script></svg>',
    '<math><mi xlink:href="data:x,<script>alert(1)</script>">',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<a href="javascript:alert(1)">a</a>',
    '<p style="position:fixed;inset:0">a</p>',
    '<!--><script>alert(1)</script>-->',
    '<![CDATA[<script>alert(1)</script>]]>',
    '[a](javascript:alert(1))',
    '[a](JaVaScRiPt&colon;alert(1))',
    '[a](&#106;avascript:alert(1))',
    '[a](java\tscript:alert(1))',
    '[a](vbscript:x) [b](file:///etc/passwd) [c](blob:https://x.example/1)',
    '[a](data:text/html;base64,PHNjcmlwdD4=) <data:text/html,x>',
    '[a]: javascript:alert(1)\n\n[a] [a][]',
    '![suivi](https://tracker.example/pixel.png)',
    '![a](data:image/svg+xml;base64,PHN2Zz4=)',
    '[a](//elsewhere.example) [b](/v1/me) [c](#top) [d](other)',
    '[a](https://x.example" onmouseover="alert(1))',
    '[a](https://x.example "\' onmouseover=alert(1) x=")',
    '[a](<https://x.example/"onclick="alert(1)>)',
    '```"><script>\nalert(1)\n```',
    '| <script> | `</td><script>` |\n|-|-|\n| <style>* | <base href=x> |',
    '<https://x.example/"><script>alert(1)</script>>',
    '\\<script\\>alert(1)\\</script\\> &lt;script&gt;',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  ])('%j', (text) => {
    expect(beyondHarmless(htmlOf(text))).toBeNull()
  })

  test('whatever pieces of it are put together', () => {
    const piece = fc.constantFrom(
      ...'< > " \' & = / \\ ` * _ [ ] ( ) ! : | - script svg onload= javascript: data: https://x.example'.split(' '),
      ...'&colon; &#58; &lt; <!-- ]]> style= href='.split(' '),
      '\n',
      ' ',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        expect(beyondHarmless(htmlOf(pieces.join('')))).toBeNull()
      }),
      { numRuns: 500 },
    )
  })

  test('what was written as HTML is read as it was written', () => {
    expect(htmlOf('<b>Attention</b> & "autres"')).toBe('<p>&lt;b&gt;Attention&lt;/b&gt; &amp; "autres"</p>\n')
  })
})

describe('a note of 1 MB made to be slow or to swell is answered in time, with HTML or with the reason for none', () => {
  const MEGABYTE = 1024 * 1024
  const repeated = (what: string): string => what.repeat(MEGABYTE / what.length)
  test.each([
    ['quotes', repeated('>'), 'too-deep'],
    ['quotes of lists', repeated('> - '), 'too-deep'],
    ['brackets', repeated('['), null],
    ['brackets of pictures', repeated('![['), null],
    ['open addresses', repeated('[a]('), null],
    ['stars that all close', `${'*'.repeat(MEGABYTE / 2)}a${'*'.repeat(MEGABYTE / 2)}`, null],
    ['stars that never close', repeated('*a **b _c '), null],
    ['backticks of every length', Array.from({ length: 1400 }, (_, at) => '`'.repeat(at + 1)).join(' '), null],
    ['angles', repeated('<'), null],
    ['entities', repeated('&#x'), null],
    ['ampersands', repeated('&'), 'too-large'],
    ['definitions', repeated('[a]: b\n'), 'too-large'],
    ['empty headings', repeated('#\n'), 'too-large'],
    ['tables', repeated('a|b\n-|-\n'), 'too-large'],
    ['a table of one endless row', `${'|a'.repeat(MEGABYTE / 4)}\n${'|-'.repeat(MEGABYTE / 4)}`, 'too-large'],
    ['plain text', repeated('Bonjour, voici la suite de notre entretien du 2 mars.\n\n'), null],
  ])('%s', { timeout: 120_000 }, (_, text, reason) => {
    // The machine may be busy with others: what is measured is the time at work.
    const began = process.cpuUsage()
    expect(renderMarkdown(text, 100_000).withoutHtml).toBe(reason)
    const { user, system } = process.cpuUsage(began)
    expect((user + system) / 1000).toBeLessThan(8000)
  })

  test('whatever takes longer than it may is ended', () => {
    expect(renderMarkdown(repeated('['), 50)).toEqual({ html: null, withoutHtml: 'too-slow' })
    expect(htmlOf('après')).toBe('<p>après</p>\n')
  })
})

test('depth: a hundred quotes are shown or said to be too many, never left out; emphasis that deep keeps its words', () => {
  const quoted = (depth: number): string => `${'>'.repeat(depth)}au fond`
  expect(htmlOf(quoted(90))).toContain('au fond')
  for (let depth = 91; depth < 130; depth++) {
    const { html } = renderMarkdown(quoted(depth))
    if (html !== null) expect(html).toContain('au fond')
  }
  const html = htmlOf(`${'*'.repeat(1000)}au fond${'*'.repeat(1000)}`)
  expect(html).toContain('au fond')
  expect(html.match(/<strong>/g)).toHaveLength(100)
})
