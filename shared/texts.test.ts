import { describe, expect, test } from 'vitest'
import { memoryStore } from '../test/memory-store.ts'
import { isProblem } from './problems.ts'
import { keepText, LONGEST_TEXT, Markdown, readText, type Text } from './texts.ts'

const KEY = 'dossiers/texts/one'
const place = { bucket: 'documents', key: KEY } as const

const kept = async (text: string, store = memoryStore()) => {
  const found = await keepText(store.files, KEY, text)
  if (isProblem(found)) throw new Error(found.problem)
  return { store, found }
}

test('a short text lies in its item, a long one in the bucket with its length and hash: an item never holds much', async () => {
  expect((await kept('é'.repeat(8192))).found).toEqual({ inline: 'é'.repeat(8192) })
  const { store, found } = await kept('é'.repeat(8193))
  expect(found).toEqual({
    key: KEY,
    storedVersionId: 'stored-1',
    length: 16_386,
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
  expect(store.bytesOf(place)?.toString('utf8')).toBe('é'.repeat(8193))
})

test.each(['# Suivi\r\n\r\n- appel 📞', 'a'.repeat(LONGEST_TEXT)])(
  'comes back exactly as it was written',
  async (text) => {
    const { store, found } = await kept(text)
    expect(await readText(store.files, found)).toEqual({ text })
  },
)

test('a text that is too long is not taken, and nothing is put anywhere', async () => {
  const store = memoryStore()
  expect(await keepText(store.files, KEY, `${'é'.repeat(LONGEST_TEXT / 2)}a`)).toEqual({ problem: 'too-large' })
  expect(store.countOf(place)).toBe(0)
})

describe('what is no longer whole is told, never shown as if it were', () => {
  const long = 'suivi '.repeat(5000)
  const read = async (spoil: (store: ReturnType<typeof memoryStore>) => void, more: object = {}) => {
    const { store, found } = await kept(long)
    spoil(store)
    return readText(store.files, { ...found, ...more } as Text)
  }
  const told = { problem: 'content-not-intact' }

  test('lost', async () => expect(await read((store) => store.lose(place))).toEqual(told))
  test('other bytes in its place', async () => {
    expect(await read((store) => void store.put(place, Buffer.from('')), { storedVersionId: null })).toEqual(told)
    const other = Buffer.from(long.replace('s', 'S'))
    expect(await read((store) => void store.put(place, other), { storedVersionId: null })).toEqual(told)
  })
  test('a later object under its key changes nothing', async () =>
    expect(await read((store) => void store.put(place, Buffer.from('')))).toEqual({ text: long }))
})

describe('Markdown', () => {
  const takes = (value: unknown): boolean => Markdown.safeParse(value).success

  test('is kept as it was written, spaces at its ends included', () => {
    expect(Markdown.parse('    code\n\n\ttab\r\n  ')).toBe('    code\n\n\ttab\r\n  ')
  })
  test('is text with something in it, without control characters and halves of characters', () => {
    for (const value of ['', null, 7, 'a\u0000b', 'a\u001bb', '\ud800', 'a\udc00']) expect(takes(value)).toBe(false)
  })
  test('two million lines are checked at once', () => {
    const began = performance.now()
    expect([takes('\n'.repeat(2_000_000)), takes(`${'a\n'.repeat(1_000_000)}\u0000`)]).toEqual([true, false])
    expect(performance.now() - began).toBeLessThan(3000)
  })
})
