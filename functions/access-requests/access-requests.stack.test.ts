/** The deployed workflow, with its roles enforced: it waits on its token, is woken by the clock, and ends with its request. */

import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { describe, expect, test } from 'vitest'
import { NUMBERS_PUT_THERE } from '../../bench/measure-http.ts'
import { event } from '../../shared/events.ts'
import { FollowUps } from '../../shared/follow-ups.ts'
import { EmailClaims, People, type Person } from '../../shared/people.ts'
import { addSeconds, DAY, systemClock } from '../../shared/ports/clock.ts'
import { newUuid } from '../../shared/ports/ids.ts'
import type { Persona } from '../../shared/rules/cases.ts'
import { dynamoTable } from '../../shared/table/dynamo-table.ts'
import { create, perhaps } from '../../shared/table/table.ts'
import { newUser } from '../../test/asking.ts'
import { asOwner, localStack } from '../../test/journeys/local-stack.ts'
import { withOwnClock } from '../../test/journeys/own-clock.ts'
import { townOf, until } from '../../test/journeys/people-in-town.ts'
import { dossier as invented } from '../../test/one-dossier.ts'
import { personOf } from '../../test/world.ts'
import { DossierAccesses, Dossiers } from '../dossiers/records.ts'
import { jobTools } from '../kernel/job.ts'
import type { World } from '../kernel/line.ts'
import { endRequest } from './end-request.ts'
import { openRequest } from './open-request.ts'
import { AccessRequests, RequestClaims } from './records.ts'

const openStack = () => {
  const stack = localStack()
  const table = dynamoTable({ client: new DynamoDBClient(asOwner(stack)), tableName: stack.outputs.TableName ?? '' })
  const tools = jobTools({ table, newId: newUuid, clock: systemClock } as unknown as World, 'test', 'test')
  return { stack, table, tools, town: townOf(stack) }
}
type Stack = ReturnType<typeof openStack>

/** Lays down a dossier with its responsible and a request, as the API would have, and tells of the request. */
const asked = async (stack: Stack) => {
  const someone = (name: string, persona: Persona): Person => {
    const personId = newUuid()
    return { ...personOf(persona), personId, name, email: `${personId}@greffe.example` }
  }
  const responsible = someone('Aurélien Joannis', 'responsible')
  const requester = someone('Tancrède Nivollet', 'Full Access of the dossier')
  const { version: _, ...dossier } = { ...invented, dossierId: newUuid(), responsibleId: responsible.personId }
  const now = systemClock()
  const { request, followUp } = openRequest({
    actor: requester,
    dossier,
    input: newUser,
    days: 14,
    now,
    newId: newUuid,
  })
  const { dossierId, requestId } = request
  await stack.tools.act({
    action: 'access-request.create',
    dossierId,
    writes: [
      ...[responsible, requester].flatMap((person) => [create(People, person), create(EmailClaims, person)]),
      // Nobody created it: it leaves the organisation's own numbers alone.
      create(Dossiers, { ...dossier, number: NUMBERS_PUT_THERE + dossier.number }),
      create(DossierAccesses, {
        dossierId,
        personId: requester.personId,
        grantedBy: responsible.personId,
        grantedAt: now,
        requestId: null,
      }),
      create(AccessRequests, request),
      create(FollowUps, followUp),
      create(RequestClaims, request),
    ],
    events: [event('access-requested', { dossierId, requestId })],
  })
  const look = () =>
    stack.tools.read({
      request: perhaps(AccessRequests, request),
      followUp: perhaps(FollowUps, request),
      claim: perhaps(RequestClaims, request),
    })
  /** The execution has asked so many times, and waits. */
  const waits = (asks: number, notBy?: string) =>
    until(`execution that waits after asking ${asks} times`, async () => {
      const { followUp: is } = await look()
      return is?.asks === asks && is.taskToken !== undefined && is.taskToken !== notBy ? is : undefined
    })
  return { request, responsible, requester, look, waits }
}

describe.skipIf(!process.env.GREFFE_ENDPOINT)('the deployed access request', () => {
  test('P-12: one execution asks, waits, reminds at the time of the tick, and lets it expire', async () => {
    const stack = openStack()
    await withOwnClock(stack.stack, async () => {
      const { request, responsible, requester, look, waits } = await asked(stack)
      const first = await waits(1)
      await stack.town.mailTo(responsible.email, ({ text }) => text.includes('/access-decisions/'))
      await stack.town.tickAt(addSeconds(request.askedAt, 3 * DAY))
      // The same execution goes on: none was started in its place.
      expect(await waits(2, first.taskToken)).toMatchObject({ revivals: 0 })
      await stack.town.tickAt(request.expiresAt)
      const ended = await until('expiry', async () => {
        const is = await look()
        return is.request?.state === 'expired' && is.followUp === undefined ? is : undefined
      })
      expect(ended).toMatchObject({ claim: undefined, request: { outcome: { by: null } } })
      await stack.town.mailTo(requester.email)
    })
  })

  test('P-12: a request that ends lets its execution end', async () => {
    const stack = openStack()
    await withOwnClock(stack.stack, async () => {
      const { requester, look, waits } = await asked(stack)
      await waits(1)
      const { request, claim } = await look()
      if (request === undefined) throw new Error('The request is gone.')
      const by = { by: requester.personId, at: systemClock(), profile: null, reason: null }
      const { writes, events } = endRequest(request, claim, 'withdrawn', by)
      await stack.tools.act({ action: 'access-request.withdraw', dossierId: request.dossierId, writes, events })
      const left = await until('end of all that was to be done', async () => {
        const is = await look()
        return is.followUp === undefined ? is : undefined
      })
      expect(left).toMatchObject({ claim: undefined, request: { state: 'withdrawn', outcome: by } })
    })
  })
})
