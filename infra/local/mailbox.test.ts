import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openMailbox } from './mailbox.ts'

const message = (id: string, seconds: number) => ({
  MessageId: `${id}@email.example`,
  Source: 'greffe@etude.example',
  To: ['odile@etude.example'],
  CC: [],
  BCC: ['archive@etude.example'],
  Subject: `Objet ${id}`,
  BodyText: null,
  BodyHtml: '<p>Bonjour</p>',
  Timestamp: seconds,
})

/** An emulator that has sent these mails since it started. */
async function emulatorWith(...messages: object[]): Promise<string> {
  const server = createServer((_request, answer) =>
    answer.end(JSON.stringify({ messages: { '000000000000': messages } })),
  )
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  onTestFinished(() => new Promise<void>((closed) => void server.close(() => closed())))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

test('mails are listed newest first, with everybody they went to', async () => {
  const mails = await openMailbox(await emulatorWith(message('a', 1_000), message('b', 2_000))).list()
  expect(mails.map(({ id }) => id)).toEqual(['b', 'a'])
  expect(mails[0]).toMatchObject({
    to: ['odile@etude.example', 'archive@etude.example'],
    text: '',
    sentAt: '1970-01-01T00:33:20.000Z',
  })
})

test('mails that an emulator sent before it was stopped are still listed, once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mailbox-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'mails.json')
  await openMailbox(await emulatorWith(message('a', 1_000)), file).list()
  const mails = await openMailbox(await emulatorWith(message('c', 3_000)), file).list()
  expect(mails.map(({ id }) => id)).toEqual(['c', 'a'])
})
