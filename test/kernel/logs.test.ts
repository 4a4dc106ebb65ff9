import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { consume } from '../../functions/kernel/consume.ts'
import { everyPersona, personOf } from '../world.ts'
import { SECRET } from './odd-routes.ts'
import { CLIENT, CONFIGURE, CREATE, DOSSIER, LIST, newDossier, openOffice, READ } from './office.ts'

// Loggers read this when they are made, with the imports below.
vi.hoisted(() => {
  process.env.POWERTOOLS_LOG_LEVEL = 'INFO'
  process.env.POWERTOOLS_METRICS_DISABLED = 'false'
})

let written: string
beforeEach(() => {
  written = ''
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((chunk) => {
      written += String(chunk)
      return true
    })
  }
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    vi.spyOn(console, method).mockImplementation((...words) => {
      written += `${words.map(String).join(' ')}\n`
    })
  }
})
afterEach(() => {
  vi.restoreAllMocks()
})

const lines = () => written.split('\n').filter((line) => line.trim() !== '')
const logged = () =>
  lines()
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .filter(({ message }) => message !== undefined)

/** Everything that somebody could be recognised by, or act with. */
const personal = [
  ...everyPersona.flatMap((persona) => [personOf(persona).name, personOf(persona).email]),
  CLIENT.name,
  CLIENT.email,
  ...SECRET.split(', '),
  '203.0.113.7',
  'the-token-itself',
  'une-clef-a-moi',
  'ma recherche',
]

test('no personal data, token or address is in any log line, whatever was asked and however it ended', async () => {
  const office = openOffice()
  const headers = { authorization: 'Bearer the-token-itself', 'idempotency-key': 'une-clef-a-moi' }
  const before = { as: 'owner', params: DOSSIER, headers } as const
  await office.ask(READ, before)
  await office.ask(READ, { ...before, as: 'stranger' })
  await office.ask(READ, { params: DOSSIER, headers })
  await office.ask(CREATE, { as: 'administrator', body: newDossier, headers })
  await office.ask(CREATE, { as: 'administrator', body: newDossier, headers })
  await office.ask(CREATE, { as: 'administrator', body: { ownerId: personOf('owner').name }, headers })
  await office.ask(CONFIGURE, { ...before, body: `{"name": "${SECRET}"` })
  await office.ask(CONFIGURE, { ...before, body: { [SECRET]: SECRET } })
  await office.ask(CONFIGURE, { ...before, as: 'responsible', body: {} })
  await office.ask(LIST, { as: 'owner', query: { search: 'ma recherche' }, headers })
  await office.ask('POST /v1/odd/fail', { as: 'owner', body: { how: 'throw' } })
  await office.ask('POST /v1/odd/fail', { as: 'owner', body: { how: 'wrong-view' } })
  await office.ask('POST /v1/odd/links', { as: 'owner' })
  const failing = consume(
    'send-mail',
    {
      'person-invited': async () => {
        throw new Error(`Could not write to ${SECRET}`)
      },
    },
    { world: () => office.world },
  )
  const data = { personId: 'p', invitedBy: 'p', dossierId: null }
  const body = JSON.stringify({ eventId: 'e', at: '', type: 'person-invited', data })
  const { batchItemFailures } = await failing({ Records: [{ messageId: 'm', body }] } as never)
  expect(batchItemFailures).toHaveLength(1)

  expect(logged()).toHaveLength(14)
  for (const what of personal) expect(written.includes(what), what).toBe(false)
})

test('every answer has one log line, with the request id of the answer, route, status, person and table calls', async () => {
  const office = openOffice()
  const { headers } = await office.ask(READ, { as: 'owner', params: DOSSIER })
  expect(logged()).toEqual([
    expect.objectContaining({
      level: 'INFO',
      requestId: headers['x-request-id'],
      route: 'readDossier',
      status: 200,
      personId: personOf('owner').personId,
      calls: expect.any(Number),
    }),
  ])
})

test('a fault has its kind and its place in the log, so that it can be found', async () => {
  const office = openOffice()
  const { headers } = await office.ask('POST /v1/odd/fail', { as: 'owner', body: { how: 'throw' } })
  expect(logged()).toEqual([
    expect.objectContaining({
      level: 'ERROR',
      requestId: headers['x-request-id'],
      status: 500,
      error: 'TypeError',
      at: expect.stringContaining('odd-routes'),
    }),
  ])
})
