import { existsSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Browser, chromium } from 'playwright-core'
import { contentSecurityPolicy } from '../../functions/pages/html/content-security-policy.ts'
import type { Language, Page } from '../../functions/pages/html/page.ts'

/** The browser of these tests; where none stands, they are skipped and their title says so. */
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
export const chromiumMissing = !existsSync(executablePath)
export const inChromium = chromiumMissing
  ? `in Chromium: SKIPPED, because there is no browser at ${executablePath} (set CHROMIUM to its path)`
  : 'in Chromium'

export const openChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--headless',
    ],
  })

/** A form as it reached the server. */
export type Sent = { readonly address: string; readonly fields: Record<string, string> }

export type PageServer = {
  readonly address: (name: string, language: Language) => string
  readonly sent: Sent[]
  readonly close: () => Promise<void>
}

/** Serves pages by name on a free loopback port with the headers of production, and keeps the forms sent to it. */
export const servePages = async (pages: Record<string, (language: Language) => Page>): Promise<PageServer> => {
  const sent: Sent[] = []
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname, search, searchParams } = new URL(request.url ?? '/', 'http://pages.example')
    const build = pages[decodeURIComponent(pathname.slice(1))]
    if (request.method === 'POST') {
      let body = ''
      for await (const chunk of request) body += chunk
      sent.push({ address: pathname + search, fields: Object.fromEntries(new URLSearchParams(body)) })
    }
    const page = build?.(searchParams.get('language') === 'fr' ? 'fr' : 'en')
    response.writeHead(page?.status ?? 404, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': contentSecurityPolicy,
      'x-content-type-options': 'nosniff',
    })
    response.end(page?.html)
  }
  const server: Server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return {
    address: (name, language) => `http://127.0.0.1:${port}/${encodeURIComponent(name)}?language=${language}`,
    sent,
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}
