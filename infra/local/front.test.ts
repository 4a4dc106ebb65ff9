import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { frontPages } from './front.ts'
import type { Mail } from './mailbox.ts'

const hostile: Mail = {
  id: 'b7c2',
  from: '"><script>from()</script>@evil.example',
  to: ['odile@etude.example'],
  subject: '<img src=x onerror=subject()>',
  text: 'Suivez https://evil.example/"onmouseover="text() et <script>text()</script>',
  html: '<script>html()</script><p>Bonjour</p>',
  sentAt: '2026-03-02T09:00:00.000Z',
}

const pagesOf = (mails: Mail[], apiUrl = 'http://127.0.0.1:1') => {
  const folder = mkdtempSync(join(tmpdir(), 'front-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const openapiFile = join(folder, 'openapi.json')
  writeFileSync(openapiFile, JSON.stringify({ openapi: '3.1.0', servers: [{ url: 'https://elsewhere.example' }] }))
  const signIns = [{ who: 'office member', email: 'odile@etude.example', password: 'mot-de-passe' }]
  const pages = frontPages({ apiUrl, openapiFile, signIns, mailbox: { list: async () => mails } })
  return (path: string, init?: RequestInit) => pages.request(`http://localhost${path}`, init)
}

test.each(['/mailbox', '/mailbox/b7c2'])('%s shows a hostile mail as text: nothing of it runs', async (path) => {
  const answer = await pagesOf([hostile])(path)
  const page = await answer.text()
  expect(page).not.toMatch(/<script|<img|onmouseover="/)
  expect(page).toContain('&lt;img src=x onerror=subject()&gt;')
  expect(answer.headers.get('content-security-policy')).toMatch(
    /^default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'/,
  )
})

test('the HTML part is served sandboxed, without script, form or any request', async () => {
  const answer = await pagesOf([hostile])('/mailbox/b7c2/html')
  const policy = answer.headers.get('content-security-policy') ?? ''
  expect(policy).toMatch(/^sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none';/)
  expect(policy).not.toMatch(/allow-scripts|allow-same-origin|script-src|https?:/)
  expect(await (await pagesOf([hostile])('/mailbox/b7c2')).text()).toContain(
    'sandbox="allow-popups allow-popups-to-escape-sandbox"',
  )
})

test('an unknown mail answers 404', async () => {
  expect((await pagesOf([])('/mailbox/none')).status).toBe(404)
  expect((await pagesOf([])('/mailbox/none/html')).status).toBe(404)
})

test('a name of another site that leads to this computer is refused', async () => {
  const pages = frontPages({ apiUrl: '', openapiFile: '', signIns: [], mailbox: { list: async () => [] } })
  expect((await pages.request('http://evil.example/mailbox')).status).toBe(421)
})

test('the reference asks nothing of any other server', async () => {
  const ask = pagesOf([])
  const page = await (await ask('/reference')).text()
  expect(page).not.toMatch(/(src|href)="(https?:)?\/\//)
  expect((await ask('/reference')).headers.get('content-security-policy')).not.toContain('http')
  expect((await ask('/reference/swagger-ui-bundle.js')).status).toBe(200)
  expect((await ask('/reference/..%2Fpackage.json')).status).toBe(404)
  const document = (await (await ask('/reference/openapi.json')).json()) as { servers: { url: string }[] }
  expect(document.servers.map(({ url }) => url)).toEqual(['/api'])
})

test('/api passes a request on to the API as it is, and its answer back', async () => {
  const api = createServer((incoming, outgoing) => {
    const parts: Buffer[] = []
    incoming.on('data', (part: Buffer) => parts.push(part))
    incoming.on('end', () => {
      const seen = [incoming.method, incoming.url, incoming.headers.authorization, Buffer.concat(parts).toString()]
      outgoing.writeHead(409, { 'content-type': 'application/problem+json' }).end(JSON.stringify(seen))
    })
  })
  await new Promise<void>((listening) => api.listen(0, '127.0.0.1', listening))
  onTestFinished(() => new Promise<void>((closed) => void api.close(() => closed())))
  const { port } = api.address() as AddressInfo
  const ask = pagesOf([], `http://127.0.0.1:${port}/stage`)
  const init = { method: 'POST', headers: { authorization: 'Bearer t' }, body: '{"a":1}' }
  const answer = await ask('/api/v1/dossiers?limit=2', init)
  expect(answer.status).toBe(409)
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  expect(await answer.json()).toEqual(['POST', '/stage/v1/dossiers?limit=2', 'Bearer t', '{"a":1}'])
})
