/** Routes that no capability has, with handlers that do what the kernel must bear: fail, say too much, take long. */
import * as z from 'zod/mini'
import { Clients } from '../../functions/clients/records.ts'
import { document } from '../../functions/documents/resource.ts'
import { dossier } from '../../functions/dossiers/resource.ts'
import type { Handler } from '../../functions/kernel/handler.ts'
import { organisation } from '../../shared/contract/resource.ts'
import { route } from '../../shared/contract/route.ts'
import { id, nothing } from '../../shared/contract/schemas.ts'
import { event } from '../../shared/events.ts'
import { Links } from '../../shared/links.ts'
import { problem } from '../../shared/problems.ts'
import { create } from '../../shared/table/table.ts'

export const SECRET = 'Sidoine Cauchemez, 12 rue des Lilas, sidoine@lilas.example'

const client = (clientId: string) => ({
  clientId,
  name: 'Menuiserie Corbelin',
  kind: 'company' as const,
  state: 'active' as const,
  email: null,
  createdAt: '2026-03-02T09:00:00.000Z',
  createdBy: clientId,
})

export const oddRoutes = {
  fail: route('POST /v1/odd/fail', {
    summary: 'Fails after it has decided what to write',
    action: 'member.read-self',
    on: organisation,
    input: z.strictObject({ how: z.enum(['throw', 'wrong-view']) }),
    output: z.object({ number: z.int() }),
    uses: { table: 'write' },
  }),
  sayTooMuch: route('GET /v1/odd/much', {
    summary: 'Shows more than its schema names',
    action: 'member.read-self',
    on: organisation,
    input: nothing,
    output: z.object({
      name: z.string(),
      inner: z.object({ city: z.string() }),
      all: z.array(z.object({ at: z.string() })),
    }),
    uses: { table: 'read' },
  }),
  makeLink: route('POST /v1/odd/links', {
    summary: 'Writes something with a secret, and tells of it',
    action: 'member.read-self',
    on: organisation,
    input: nothing,
    output: z.object({ done: z.boolean() }),
    status: 201,
    uses: { table: 'write' },
  }),
  close: route('POST /v1/odd/{dossierId}/closings', {
    summary: 'Would change several dossiers',
    action: 'dossier.configure',
    on: dossier,
    each: { field: 'others', param: 'dossierId', on: dossier },
    input: z.strictObject({ others: z.array(id).check(z.maxLength(20)) }),
    output: z.object({ count: z.int() }),
    uses: { table: 'write' },
  }),
  gather: route('POST /v1/odd/{dossierId}/gatherings', {
    summary: 'Would change other dossiers, decided on these alone',
    action: 'dossier.configure',
    on: dossier,
    each: { field: 'others', param: 'dossierId', on: dossier, alone: true },
    input: z.strictObject({ others: z.array(id).check(z.maxLength(20)) }),
    output: z.object({ count: z.int() }),
    uses: { table: 'write' },
  }),
  compare: route('POST /v1/odd/{dossierId}/comparisons', {
    summary: 'Reads several dossiers',
    action: 'dossier.read',
    on: dossier,
    each: { field: 'others', param: 'dossierId', on: dossier },
    input: z.strictObject({ others: z.array(id).check(z.maxLength(20)) }),
    output: z.object({ count: z.int() }),
    uses: { table: 'read' },
  }),
  peruse: route('GET /v1/odd/{dossierId}/documents/{documentId}', {
    summary: 'Shows a document, or finds a reason not to',
    action: 'document.read',
    on: document,
    input: z.strictObject({ fails: z.optional(z.enum(['yes'])) }),
    output: z.object({ text: z.string() }),
    reveals: true,
    uses: { table: 'read' },
  }),
  peruseSeveral: route('POST /v1/odd/{dossierId}/perusals', {
    summary: 'Shows several documents',
    action: 'document.read',
    on: dossier,
    each: { field: 'documentIds', param: 'documentId', on: document, alone: true },
    input: z.strictObject({ documentIds: z.array(id) }),
    output: z.object({ count: z.int() }),
    reveals: true,
    uses: { table: 'read' },
  }),
  leafThrough: route('GET /v1/odd/{dossierId}/documents', {
    summary: 'Lists documents of which these are said to be confidential',
    action: 'document.list',
    on: dossier,
    input: z.strictObject({ says: z.optional(z.string()) }),
    output: nothing,
    reveals: true,
    uses: { table: 'read' },
  }),
}

const fail: Handler<typeof oddRoutes.fail> = ({ input, newId }) => {
  if (input.how === 'throw') throw new TypeError(`Cannot reach ${SECRET}`)
  return { view: { number: SECRET as never }, writes: [create(Clients, client(newId()))] }
}

const sayTooMuch: Handler<typeof oddRoutes.sayTooMuch> = () => ({
  view: {
    name: 'shown',
    secret: SECRET,
    inner: { city: 'shown', secret: SECRET },
    all: [{ at: 'shown', secret: SECRET }],
  } as never,
})

const makeLink: Handler<typeof oddRoutes.makeLink> = ({ actor, newId, now }) => ({
  view: { done: true },
  writes: [
    create(Links, {
      tokenHash: `hash-of-${SECRET}`,
      purpose: 'activation',
      personId: actor.personId,
      subject: {},
      createdAt: now,
      expiresAt: '2026-04-01T00:00:00.000Z',
    }),
    create(Clients, client(newId())),
  ],
  events: [event('person-invited', { personId: actor.personId, invitedBy: actor.personId, dossierId: null })],
})

const close: Handler<typeof oddRoutes.close> = ({ each }) => ({ view: { count: each.length } })

const gather: Handler<typeof oddRoutes.gather> = ({ each }) => ({ view: { count: each.length } })

const compare: Handler<typeof oddRoutes.compare> = ({ each }) => ({ view: { count: each.length } })

const peruse: Handler<typeof oddRoutes.peruse> = ({ input }) =>
  input.fails === 'yes' ? problem('upload-not-complete') : { view: { text: SECRET } }

const peruseSeveral: Handler<typeof oddRoutes.peruseSeveral> = ({ each }) => ({ view: { count: each.length } })

const leafThrough: Handler<typeof oddRoutes.leafThrough> = ({ input: { says } }) => ({
  view: {},
  ...(says === undefined
    ? {}
    : { revealed: says.split(' ').flatMap((one) => (one === '' ? [] : [{ kind: 'document', id: one }])) }),
})

export const oddHandlers = {
  fail,
  sayTooMuch,
  makeLink,
  close,
  gather,
  compare,
  peruse,
  peruseSeveral,
  leafThrough,
}
