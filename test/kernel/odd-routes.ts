/** Routes that no capability has, with handlers that do what the kernel must bear: fail, say too much, take long. */
import * as z from 'zod/mini'
import { Clients } from '../../functions/clients/records.ts'
import { dossier } from '../../functions/dossiers/resource.ts'
import type { Handler } from '../../functions/kernel/handler.ts'
import { organisation } from '../../shared/contract/resource.ts'
import { route } from '../../shared/contract/route.ts'
import { id, nothing } from '../../shared/contract/schemas.ts'
import { event } from '../../shared/events.ts'
import { Links } from '../../shared/links.ts'
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

export const oddHandlers = { fail, sayTooMuch, makeLink, close, gather, compare }
