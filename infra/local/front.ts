import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { Hono } from 'hono'
import { PlainFailure } from './failure.ts'
import {
  mailboxPage,
  mailPage,
  missingPage,
  referencePage,
  referenceScript,
  type SignIn,
  startPage,
} from './front-pages.ts'
import type { Mailbox } from './mailbox.ts'
import { inProject } from './paths.ts'

export interface FrontOptions {
  port: number
  /** The API's address, which `/api` passes requests on to: the emulator refuses those of another origin. */
  apiUrl: string
  openapiFile: string
  signIns: readonly SignIn[]
  mailbox: Mailbox
}

export interface Front {
  url: string
  stop(): Promise<void>
}

const own =
  "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
const reference =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'"
/** A mail's content is a stranger's: no script, no form, no request to anywhere, an origin of its own. */
const stranger =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; frame-ancestors 'self'"

const assets: Record<string, string> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
}

/** The pages as a function from request to answer, so that they can be tested without a port. */
export function frontPages({ apiUrl, openapiFile, signIns, mailbox }: Omit<FrontOptions, 'port'>): Hono {
  const pages = new Hono()
  pages.use(async (context, next) => {
    // Another site's page must not reach this server through a name of its own that leads here.
    const host = new URL(context.req.url).hostname
    if (!['localhost', '127.0.0.1'].includes(host)) return context.text('Wrong host', 421)
    await next()
    context.header('x-content-type-options', 'nosniff')
    context.header('referrer-policy', 'no-referrer')
    if (!context.res.headers.has('content-security-policy')) context.header('content-security-policy', own)
  })
  pages.get('/', (context) => context.html(startPage(apiUrl, signIns)))
  pages.get('/mailbox', async (context) => context.html(mailboxPage(await mailbox.list())))
  pages.get('/mailbox/:id', async (context) => {
    const mail = (await mailbox.list()).find(({ id }) => id === context.req.param('id'))
    return mail ? context.html(mailPage(mail)) : context.html(missingPage(), 404)
  })
  pages.get('/mailbox/:id/html', async (context) => {
    const mail = (await mailbox.list()).find(({ id }) => id === context.req.param('id'))
    if (!mail) return context.html(missingPage(), 404)
    context.header('content-security-policy', stranger)
    return context.html(`<base target="_blank">${mail.html}`)
  })
  pages.get('/reference', (context) => {
    context.header('content-security-policy', reference)
    return context.html(referencePage())
  })
  pages.get('/reference/openapi.json', (context) => {
    const document = JSON.parse(readFileSync(openapiFile, 'utf8')) as object
    return context.json({ ...document, servers: [{ url: '/api', description: apiUrl }] })
  })
  pages.get('/reference/start.js', (context) => {
    return context.body(referenceScript, 200, { 'content-type': 'text/javascript; charset=utf-8' })
  })
  pages.get('/reference/:asset', (context) => {
    const name = context.req.param('asset')
    const type = assets[name]
    if (!type) return context.html(missingPage(), 404)
    return context.body(readFileSync(inProject('node_modules/swagger-ui-dist', name)), 200, { 'content-type': type })
  })
  pages.all('/api/*', (context) => passOn(context.req.raw, apiUrl))
  pages.notFound((context) => context.html(missingPage(), 404))
  return pages
}

async function passOn(request: Request, apiUrl: string): Promise<Response> {
  const { pathname, search } = new URL(request.url)
  const headers = new Headers(request.headers)
  for (const name of ['host', 'connection', 'origin', 'referer', 'content-length']) headers.delete(name)
  const body = request.body ? await request.arrayBuffer() : null
  const target = `${apiUrl}${pathname.slice('/api'.length)}${search}`
  const answer = await fetch(target, { method: request.method, headers, body, redirect: 'manual' })
  const kept = new Headers(answer.headers)
  // The body was already unpacked on the way.
  for (const name of ['content-encoding', 'content-length', 'transfer-encoding', 'connection']) kept.delete(name)
  return new Response(answer.body, { status: answer.status, headers: kept })
}

async function answer(pages: Hono, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const withBody = !['GET', 'HEAD'].includes(incoming.method ?? 'GET')
  const request = new Request(`http://${incoming.headers.host ?? 'invalid'}${incoming.url ?? '/'}`, {
    method: incoming.method ?? 'GET',
    headers: Object.entries(incoming.headers).map(([name, value]) => [name, String(value)] as [string, string]),
    ...(withBody ? { body: Readable.toWeb(incoming) as ReadableStream, duplex: 'half' as const } : {}),
  })
  const response = await pages.fetch(request)
  outgoing.writeHead(response.status, Object.fromEntries(response.headers))
  outgoing.end(Buffer.from(await response.arrayBuffer()))
}

/** Serves the local pages on the loopback interface: start, mailbox, API reference. */
export function startFront(options: FrontOptions): Promise<Front> {
  const pages = frontPages(options)
  const server = createServer((incoming, outgoing) => {
    answer(pages, incoming, outgoing).catch(() => outgoing.writeHead(502).end('The request could not be answered.'))
  })
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const busy = `Port ${options.port} is already in use: stop what uses it, or choose others with \`npm start -- --port ${options.port + 100}\`.`
      reject(error.code === 'EADDRINUSE' ? new PlainFailure(busy) : error)
    })
    server.listen({ port: options.port, host: '127.0.0.1' }, () => {
      const stop = async (): Promise<void> => {
        server.closeAllConnections()
        await new Promise((closed) => server.close(closed))
      }
      resolve({ url: `http://localhost:${options.port}`, stop })
    })
  })
}
