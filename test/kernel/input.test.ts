import { describe, expect, test } from 'vitest'
import { CONFIGURE, CREATE, DOSSIER, LIST, newDossier, openOffice, READ } from './office.ts'

const configure = (body: unknown, headers: Record<string, string> = {}) =>
  openOffice().ask(CONFIGURE, { as: 'owner', params: DOSSIER, body, headers })

const pointers = (errors: readonly { pointer: string; detail: string }[]): string[] =>
  errors.map(({ pointer }) => pointer)

describe('what does not have the form it must have is refused with a pointer at each wrong field', () => {
  test.each([
    { what: 'an unknown field', body: { modules: [], surprise: true }, at: ['#/surprise'] },
    { what: 'several unknown fields', body: { first: 1, second: 2 }, at: ['#/first', '#/second'] },
    { what: 'a field named so that its pointer must be escaped', body: { 'a/b~c': 1 }, at: ['#/a~1b~0c'] },
    { what: 'a wrong type', body: { modules: 7 }, at: ['#/modules'] },
    { what: 'a wrong item of a list', body: { modules: ['archive', 'moon'] }, at: ['#/modules/1'] },
    { what: 'an id that is none', body: { responsibleId: 'me' }, at: ['#/responsibleId'] },
    { what: 'two wrong fields', body: { modules: 1, responsibleId: 1 }, at: ['#/modules', '#/responsibleId'] },
    { what: 'a list instead of an object', body: '[]', at: ['#'] },
    { what: 'null instead of an object', body: 'null', at: ['#'] },
    { what: 'a name that objects have by themselves', body: '{"__proto__": {"modules": []}}', at: ['#/__proto__'] },
  ])('$what', async ({ body, at }) => {
    const got = await configure(body)
    expect([got.status, got.json.code]).toEqual([400, 'invalid-input'])
    expect(pointers(got.json.errors)).toEqual(at)
    for (const { detail } of got.json.errors) expect(detail).toMatch(/\w/)
  })

  test('a field that is missing', async () => {
    const got = await openOffice().ask(CREATE, { as: 'administrator', body: { clientId: newDossier.clientId } })
    expect(pointers(got.json.errors)).toEqual(['#/ownerId'])
  })

  test('no body at all where one is needed', async () => {
    const got = await openOffice().ask(CREATE, { as: 'administrator' })
    expect([got.status, pointers(got.json.errors)]).toEqual([400, ['#/clientId', '#/ownerId']])
  })

  test('an unknown or wrong parameter of a query', async () => {
    const office = openOffice()
    for (const query of [{ surprise: '1' }, { limit: '0' }, { limit: '101' }, { limit: 'many' }, { limit: '1.5' }]) {
      const got = await office.ask(LIST, { as: 'owner', query: query as Record<string, string> })
      expect([got.status, pointers(got.json.errors)]).toEqual([400, [`#/${Object.keys(query)[0]}`]])
    }
  })
})

test('what is no JSON is said to be none', async () => {
  for (const body of ['{', '{"modules": [}', 'modules=archive', '{"a":1}{"b":2}']) {
    const got = await configure(body)
    expect([got.status, got.json.code], body).toEqual([400, 'invalid-json'])
  }
})

test('a body beyond 256 KB is refused before it is read, one just below is not', async () => {
  const padded = (bytes: number) => `{}${' '.repeat(bytes - 2)}`
  expect((await configure(padded(256 * 1024))).status).toBe(200)
  const got = await configure(padded(256 * 1024 + 1))
  expect([got.status, got.json.code]).toEqual([413, 'too-large'])
  // It is bytes that count, not characters.
  expect((await configure(`{"surprise":"${'é'.repeat(140 * 1024)}"}`)).status).toBe(413)
})

test('JSON in JSON in JSON, as deep as a body is long, is a wrong field and no fault', async () => {
  expect((await configure(`{"modules":${'['.repeat(100_000)}${']'.repeat(100_000)}}`)).status).toBe(400)
})

test('an operation that takes JSON takes nothing else', async () => {
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', '']) {
    const got = await configure('{}', { 'content-type': type })
    expect([got.status, got.json.code], type).toEqual([415, 'unsupported-media-type'])
  }
  for (const type of ['application/json; charset=utf-8', 'application/merge-patch+json', 'Application/JSON']) {
    expect((await configure('{}', { 'content-type': type })).status, type).toBe(200)
  }
})

test('an Idempotency-Key that is none is refused', async () => {
  for (const key of ['', ' ', 'a'.repeat(129), 'clé', 'a b']) {
    const got = await configure({}, { 'idempotency-key': key })
    expect([got.status, pointers(got.json.errors)], key).toEqual([400, ['#/headers/idempotency-key']])
  }
})

test('a cursor that is not ours is a wrong field', async () => {
  for (const cursor of ['x', 'AQ', '_____w', '!', 'a'.repeat(500)]) {
    const got = await openOffice().ask(LIST, { as: 'administrator', query: { cursor } })
    expect([got.status, got.json.code], cursor).toEqual([400, 'invalid-input'])
    expect(pointers(got.json.errors)).toEqual(['#/cursor'])
  }
})

describe('French or English, as asked', () => {
  test.each([
    { accept: undefined, language: 'en' },
    { accept: 'fr', language: 'fr' },
    { accept: 'fr-CA,en;q=0.8', language: 'fr' },
    { accept: 'de, en;q=0.5, fr;q=0.9', language: 'fr' },
    { accept: 'fr;q=0.2, en-GB;q=0.7', language: 'en' },
    { accept: 'fr;q=0, en;q=0.1', language: 'en' },
    { accept: 'fr;q=0', language: 'en' },
    { accept: 'de;q=1, *;q=0.5', language: 'en' },
    { accept: 'FR ; q=0.9 , EN ; q=0.3', language: 'fr' },
    { accept: 'fr;q=oops', language: 'fr' },
    { accept: 'frr, en', language: 'en' },
  ])('$accept gives $language', async ({ accept, language }) => {
    const headers = accept === undefined ? {} : { 'accept-language': accept }
    const got = await openOffice().ask(READ, { as: 'stranger', params: DOSSIER, headers })
    expect(got.headers['content-language']).toBe(language)
    expect(got.json.title).toBe(
      language === 'fr' ? "Il n'y a rien ici que vous puissiez voir." : 'There is nothing here that you may see.',
    )
  })

  test('the reasons of wrong fields are in that language too', async () => {
    const english = await configure({ modules: 1 })
    const french = await configure({ modules: 1 }, { 'accept-language': 'fr' })
    expect(english.json.errors[0].detail).not.toBe(french.json.errors[0].detail)
  })

  test('the address may ask for a language, and that counts more', async () => {
    const asking = {
      as: 'stranger',
      params: DOSSIER,
      query: { language: 'fr' },
      headers: { 'accept-language': 'en' },
    } as const
    expect((await openOffice().ask(READ, asking)).headers['content-language']).toBe('fr')
  })
})
