/** How long operations take over the deployed local HTTP API, with real tokens: one request after another. */

import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { type Transfer, Transfers } from '../functions/archive-transfers/records.ts'
import { type Dossier, DossierCounters, Dossiers } from '../functions/dossiers/records.ts'
import { localCredentials, readLocalTenant } from '../infra/local/credentials.ts'
import type { LocalStack } from '../infra/local/local-stack.ts'
import type { Route } from '../shared/contract/route.ts'
import { Outbox } from '../shared/events.ts'
import type { Person } from '../shared/people.ts'
import { cognitoDirectory } from '../shared/ports/aws/cognito-directory.ts'
import { dynamoTable } from '../shared/table/dynamo-table.ts'
import { create, type Write } from '../shared/table/table.ts'
import { townOf as people, until } from '../test/journeys/people-in-town.ts'
import { percentile } from './figures.ts'
import { CONTENT } from './operations/content.ts'
import type { Example, Who } from './operations/examples.ts'
import { idsApart } from './operations/ids-apart.ts'
import { put } from './operations/memory-world.ts'
import { type Operation, operations, requestOf } from './operations/run-example.ts'
import { type StandingWorld, standingWorld, townOf } from './operations/standing-world.ts'

export type Times = { readonly requests: number; readonly p50: number; readonly p95: number }

const READS = 50
const WRITES = 20
const WARM_UP = 3
/** How long what a write set in motion may take: dozens of transfers, on a computer that may be busy. */
const PATIENCE_SECONDS = 400
const PASSWORD = 'un mot de passe pour mesurer 7'

/** A deployed stack with the standing world in it, and its people signed in. */
export type Place = {
  readonly apiUrl: string
  readonly standing: StandingWorld
  readonly tokens: Readonly<Record<Who, string>>
  readonly prepare: (examples: readonly Example[]) => Promise<void>
  /** Resolves when every event has been handed on and no transfer is at work but those that always are. */
  readonly quiet: () => Promise<void>
}

/**
 * Milliseconds of each example, as `name: special`. Reads come first and alone; before each kind of write, what the one
 * before it set in motion (mails, transfers) is waited for, so that it takes no time from the next.
 */
export const measureOverHttp = async (stack: LocalStack, size: number): Promise<ReadonlyMap<string, Times>> => {
  const place = await settle(stack, size)
  const times = new Map<string, Times>()
  const isWrite = ({ route }: Operation): number => Number(route.method !== 'GET')
  for (const { name, route, examples } of operations.toSorted((a, b) => isWrite(a) - isWrite(b)))
    for (const { special, make } of examples) {
      await place.quiet()
      const requests = route.method === 'GET' ? READS : WRITES
      const ready = Array.from({ length: requests + WARM_UP }, () => make(place.standing))
      await place.prepare(ready)
      const taken: number[] = []
      for (const example of ready) taken.push(await timeOf(place, route, example))
      const counted = taken.slice(WARM_UP)
      times.set(`${name}: ${special}`, { requests, p50: percentile(counted, 0.5), p95: percentile(counted, 0.95) })
    }
  return times
}

/** From here on dossiers are numbered that nobody created: those of the standing world, in a tenant that counts its own. */
export const NUMBERS_PUT_THERE = 900_000

/** The standing world's share of a tenant that others work in: its dossiers leave the tenant's own numbers alone. */
export const besideOthers = (write: Write): Write[] => {
  if (write.record === DossierCounters) return []
  if (write.record !== Dossiers || write.op !== 'create') return [write]
  const dossier = write.item as Dossier
  return [create(Dossiers, { ...dossier, number: NUMBERS_PUT_THERE + dossier.number })]
}

/** Puts the standing world into the deployed stack and signs its people in. */
export const settle = async (
  { endpoint, apiUrl, outputs, mailbox }: Pick<LocalStack, 'endpoint' | 'apiUrl' | 'outputs' | 'mailbox'>,
  size: number,
): Promise<Place> => {
  const client = { endpoint, region: readLocalTenant().region, credentials: localCredentials }
  const town = people({ endpoint, outputs, mailbox })
  const table = dynamoTable(town.table)
  const s3 = new S3Client(client)
  const directory = cognitoDirectory({
    userPoolId: outputs.UserPoolId ?? '',
    client: new CognitoIdentityProviderClient(client),
  })
  const standing = standingWorld(townOf({ now: new Date().toISOString(), newId: idsApart() }), size)
  await put(table, standing.writes.flatMap(besideOthers))

  const signIn = async (person: Person): Promise<string> => {
    await directory.ensureUser(person)
    await directory.setGroups(person.personId, person.kind === 'member' ? person.roles : [person.profile])
    await directory.setPassword(person.personId, PASSWORD)
    return town.signIn(person.email, PASSWORD)
  }
  const { office, practitioner, coordinator, clientAdministrator } = standing.town
  const tokens = {
    office: await signIn(office),
    practitioner: await signIn(practitioner),
    coordinator: await signIn(coordinator),
    clientAdministrator: await signIn(clientAdministrator),
  }
  const upload = (key: string) =>
    s3.send(
      new PutObjectCommand({
        Bucket: outputs.DocumentsBucketName,
        Key: key,
        Body: CONTENT.bytes,
        ChecksumSHA256: Buffer.from(CONTENT.sha256, 'hex').toString('base64'),
      }),
    )
  const prepare: Place['prepare'] = async (examples) => {
    await put(
      table,
      examples.flatMap(({ before = [] }) => before.flatMap(besideOthers)),
    )
    for (const key of new Set(examples.flatMap(({ objects = [] }) => objects))) await upload(key)
    for (const person of examples.flatMap(({ users = [] }) => users)) await directory.ensureUser(person)
  }
  const sending = standing.transfer.transferId
  const quiet = () =>
    until(
      'end of what was set in motion',
      async () => {
        const { items: events } = await table.list(Outbox.by.waiting, {}, { limit: 1 })
        const { items: transfers } = await table.list<Transfer>(Transfers.by.atWork, {}, { limit: 2 })
        return events.length === 0 && transfers.every(({ transferId }) => transferId === sending) ? true : undefined
      },
      PATIENCE_SECONDS,
    ).then(() => {})
  return { apiUrl, standing, tokens, prepare, quiet }
}

/** Sends an example as its person does, or with another token (`null`: with none). */
export const send = (
  { apiUrl, standing, tokens }: Pick<Place, 'apiUrl' | 'standing' | 'tokens'>,
  route: Route,
  example: Example,
  token: string | null = example.as === null ? null : tokens[example.as],
): Promise<Response> => {
  const { method, rawPath, query, body, contentType } = requestOf(route, example, standing)
  const search = Object.keys(query).length === 0 ? '' : `?${new URLSearchParams(query)}`
  return fetch(`${apiUrl}${rawPath}${search}`, {
    method,
    headers: { 'content-type': contentType, ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
    ...(body === null ? {} : { body }),
  })
}

/** Sends one request that must succeed, and gives the milliseconds until its whole answer was there. */
const timeOf = async (place: Place, route: Route, example: Example): Promise<number> => {
  const began = performance.now()
  const answer = await send(place, route, example)
  const text = await answer.text()
  const taken = performance.now() - began
  if (answer.status !== route.status)
    throw new Error(`${route.method} ${route.path} answered ${answer.status}: ${text.slice(0, 500)}`)
  return taken
}
