/**
 * A capability served as its Lambda serves it, over a table in memory: requests go in as API Gateway's events, answers
 * come out as they leave. Only the gateway's own check of a token's signature is not here.
 */

import type { APIGatewayProxyEventV2, Context } from 'aws-lambda'
import { directory } from '../../bench/operations/ports.ts'
import { Clients } from '../../functions/clients/records.ts'
import { archiveDossier } from '../../functions/dossiers/handlers/archive-dossier.ts'
import { closeDossier } from '../../functions/dossiers/handlers/close-dossier.ts'
import { configureDossier } from '../../functions/dossiers/handlers/configure-dossier.ts'
import { countDossiers } from '../../functions/dossiers/handlers/count-dossiers.ts'
import { createDossier } from '../../functions/dossiers/handlers/create-dossier.ts'
import { listConfidentialReads } from '../../functions/dossiers/handlers/list-confidential-reads.ts'
import { listDossiers } from '../../functions/dossiers/handlers/list-dossiers.ts'
import { readDossier } from '../../functions/dossiers/handlers/read-dossier.ts'
import { reopenDossier } from '../../functions/dossiers/handlers/reopen-dossier.ts'
import { setConfidentiality } from '../../functions/dossiers/handlers/set-confidentiality.ts'
import { DossierAccesses, Dossiers } from '../../functions/dossiers/records.ts'
import { routes as dossierRoutes } from '../../functions/dossiers/routes.ts'
import type { World } from '../../functions/kernel/line.ts'
import { serve } from '../../functions/kernel/serve.ts'
import { addMember } from '../../functions/members/handlers/add-member.ts'
import { changeRoles } from '../../functions/members/handlers/change-roles.ts'
import { changeSheet } from '../../functions/members/handlers/change-sheet.ts'
import { deactivateMember } from '../../functions/members/handlers/deactivate-member.ts'
import { handOver } from '../../functions/members/handlers/hand-over.ts'
import { listInventory } from '../../functions/members/handlers/list-inventory.ts'
import { listMembers } from '../../functions/members/handlers/list-members.ts'
import { listSpaceInventory } from '../../functions/members/handlers/list-space-inventory.ts'
import { reactivateMember } from '../../functions/members/handlers/reactivate-member.ts'
import { readMember } from '../../functions/members/handlers/read-member.ts'
import { readSelf } from '../../functions/members/handlers/read-self.ts'
import { readSheet } from '../../functions/members/handlers/read-sheet.ts'
import { routes as memberRoutes } from '../../functions/members/routes.ts'
import { rules } from '../../functions/rules.ts'
import { introduce } from '../../shared/people.ts'
import type { Persona } from '../../shared/rules/cases.ts'
import { compile } from '../../shared/rules/decide.ts'
import { create } from '../../shared/table/table.ts'
import { newId } from '../ask.ts'
import { memoryStore } from '../memory-store.ts'
import { type MemoryTable, memoryTable } from '../memory-table.ts'
import { accessOf, dossier } from '../one-dossier.ts'
import { everyPersona, NOW, personOf } from '../world.ts'
import { oddHandlers, oddRoutes } from './odd-routes.ts'

export const CLIENT = {
  clientId: dossier.clientId,
  name: 'Boulangerie Tassin-Lemoine',
  kind: 'company' as const,
  state: 'active' as const,
  email: 'fournil@tassin-lemoine.example',
  createdAt: NOW,
  createdBy: personOf('administrator').personId,
}

export type Asking = {
  readonly as?: Persona | { readonly personId: string }
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  /** Sent as JSON, unless it is text already. */
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  /** The route that the gateway found, when not the one asked for. */
  readonly routeKey?: string
  readonly ip?: string
}

export type Got = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
  // oxlint-disable-next-line typescript/no-explicit-any -- an answer is looked at as whoever calls the API would.
  readonly json: any
}

export type Office = {
  readonly table: MemoryTable
  readonly world: World
  /** `office.ask('GET /v1/dossiers/{dossierId}', { as: 'owner', params: { dossierId } })` */
  readonly ask: (route: string, asking?: Asking) => Promise<Got>
  readonly setClock: (now: string) => void
}

const memberHandlers = {
  addMember,
  listMembers,
  readMember,
  readSelf,
  changeRoles,
  readSheet,
  changeSheet,
  listInventory,
  listSpaceInventory,
  handOver,
  deactivateMember,
  reactivateMember,
}

const dossierHandlers = {
  createDossier,
  listDossiers,
  countDossiers,
  readDossier,
  configureDossier,
  closeDossier,
  archiveDossier,
  reopenDossier,
  setConfidentiality,
  listConfidentialReads,
}

let requests = 0

/** One tenant: the world's people, one client and its dossier, owned by `owner` and answered for by `responsible`. */
export const openOffice = (change: (world: World) => Partial<World> = () => ({})): Office => {
  const table = memoryTable()
  const users = everyPersona.filter((persona) => persona.includes(' of the dossier'))
  const withoutVersion = <T extends object>({ version: _, ...item }: T & { version: number }) => item as never
  table.put(
    ...everyPersona.flatMap((persona) => introduce(withoutVersion(personOf(persona)))),
    ...users.map((persona) => create(DossierAccesses, withoutVersion(accessOf(persona)))),
    create(Dossiers, withoutVersion(dossier)),
    create(Clients, CLIENT),
  )
  let now = NOW
  const plain: World = {
    table,
    files: memoryStore().files,
    directory,
    policy: compile(rules),
    clock: () => now,
    newId,
    publicUrl: 'https://greffe.example',
    inboundDomain: 'courrier.greffe.example',
  }
  const world = { ...plain, ...change(plain) }
  const served = serve(
    { ...dossierRoutes, ...memberRoutes, ...oddRoutes },
    { ...dossierHandlers, ...memberHandlers, ...oddHandlers },
    { world: () => world },
  )
  return {
    table,
    world,
    setClock: (to) => {
      now = to
    },
    ask: async (route, asking = {}) => {
      const { statusCode = 0, headers = {}, body = '' } = await served(eventOf(route, asking), {} as Context)
      const json = String(headers['content-type']).includes('json') && body !== '' ? JSON.parse(body) : undefined
      return { status: statusCode, headers: headers as Got['headers'], text: body, json }
    },
  }
}

const eventOf = (route: string, { as, params = {}, query = {}, body, headers = {}, routeKey = route, ip }: Asking) => {
  const [method = '', path = ''] = route.split(' ')
  const rawPath = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '')
  const personId = typeof as === 'string' ? personOf(as).personId : as?.personId
  const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body)
  const json = text === undefined ? {} : { 'content-type': 'application/json' }
  return {
    version: '2.0',
    routeKey,
    rawPath,
    rawQueryString: new URLSearchParams(query).toString(),
    headers: { ...json, ...headers },
    queryStringParameters: query,
    pathParameters: params,
    isBase64Encoded: false,
    ...(text === undefined ? {} : { body: text }),
    requestContext: {
      requestId: `request-${++requests}`,
      http: { method, path: rawPath, sourceIp: ip ?? '203.0.113.7', protocol: 'HTTP/1.1', userAgent: 'test' },
      ...(personId === undefined ? {} : { authorizer: { jwt: { claims: { username: personId }, scopes: [] } } }),
    },
  } as unknown as APIGatewayProxyEventV2
}

export const DOSSIER = { dossierId: dossier.dossierId }
export const READ = 'GET /v1/dossiers/{dossierId}'
export const CONFIGURE = 'PATCH /v1/dossiers/{dossierId}'
export const CREATE = 'POST /v1/dossiers'
export const LIST = 'GET /v1/dossiers'

/** What a new dossier needs. */
export const newDossier = { clientId: dossier.clientId, ownerId: personOf('owner').personId }

/** The items of one record, as they lie in the table. */
export const itemsOf = ({ table }: Office, recordName: string): readonly Record<string, unknown>[] =>
  table.everything().filter((item) => item.recordName === recordName)
