import { html } from 'hono/html'
import { expect, test } from 'vitest'
import { asTyped, manyLines, oneLine, show, showAddress, written } from './show-text.ts'

test('a name cannot bring markup into the page', () => {
  expect(written(show(`<img src=x onerror='a'>&"`))).toBe('<bdi>&lt;img src=x onerror=&#39;a&#39;&gt;&amp;&quot;</bdi>')
})

test.each([
  ['a right-to-left override', 'fac\u202Efdp.exe', 'fac\uFFFDfdp.exe'],
  ['an isolate that is never closed', 'Odile\u2067', 'Odile\uFFFD'],
  ['a null and an escape', 'a\u0000b\u001b[2Jc', 'a\uFFFDb\uFFFD[2Jc'],
  ['a space without width', 'Ma\u200Brie', 'Ma\uFFFDrie'],
  ['half of a surrogate pair', 'a\ud83d', 'a\uFFFD'],
  ['a hidden tag character', 'a\u{E0041}b', 'a\uFFFDb'],
])('%s is shown as a mark and has no effect', (_name, text, shown) => {
  expect(oneLine(text)).toBe(shown)
  expect(manyLines(text)).toBe(shown)
})

test('a name stays on one line, whatever line ends and tabs it holds', () => {
  expect(oneLine(' Odile\r\n\tMarchetti\u2028Brun ')).toBe('Odile Marchetti Brun')
})

test('a message keeps its lines', () => {
  expect(manyLines('\r\nOne\r\n\r\nTwo\tthree \rFour\n')).toBe('One\n\nTwo three\nFour')
})

test('names of any script are shown as they are, joiners included, but not in an address', () => {
  const name = 'Zoë O’Neill 山田 محمد می\u200cخواهم 👩\u200d⚖️'
  expect(oneLine(name)).toBe(name)
  expect(written(showAddress('od\u200dile@brun.example'))).toBe('<bdi>od\uFFFDile@brun.example</bdi>')
})

test('what was typed comes back unchanged, but for controls that HTML cannot carry', () => {
  expect(asTyped('  a\u00ad\tb\r\nc\u0007 ')).toBe('  a\u00ad\tb\nc\uFFFD ')
  expect(written(html`${asTyped('</textarea><script>')}`)).toBe('&lt;/textarea&gt;&lt;script&gt;')
})

test('a piece that holds a promise is refused rather than shown as something else', () => {
  expect(() => written(html`<p>${Promise.resolve('late')}</p>`)).toThrow('promise')
})
