import { randomBytes } from 'node:crypto'
import {
  CognitoIdentityProviderClient,
  DescribeUserPoolClientCommand,
  UpdateUserPoolClientCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { afterAll, expect, test } from 'vitest'
import { routes as requests } from '../../functions/access-requests/routes.ts'
import { routes as archive } from '../../functions/archive-transfers/routes.ts'
import { routes as members } from '../../functions/members/routes.ts'
import { clientOf } from './api-client.ts'
import { askingIn } from './ask-for-access.ts'
import { asOwner } from './local-stack.ts'
import { bytesAt, endOf, upload } from './move-files.ts'
import { ownStack } from './own-stack.ts'
import { townOf, until } from './people-in-town.ts'
import { settledDossier, settlementOf } from './settlers.ts'

const own = await ownStack()
afterAll(() => own.end(), 60_000)

const DAY = 86_400_000
const MEGABYTE = 1024 * 1024

test('P-09, P-12: stopped in the middle of a sending and started again, the sending ends whole and requests go on', {
  timeout: 240_000,
}, async () => {
  const before = await own.start()
  const settlement = settlementOf(before)
  const settled = await settledDossier(settlement)
  const { administrator, practitioner, params } = settled
  const { requestId, link } = await askingIn(settlement, settled).request('Ursule Orcival')

  const files = Array.from({ length: 24 }, (_, at) => ({
    name: `pièce ${at + 1}.bin`,
    bytes: randomBytes(MEGABYTE),
  }))
  const documentIds: string[] = []
  for (const file of files) documentIds.push(await upload(administrator, params, file))
  const { transferId } = await administrator.call(archive.sendDocuments, { params, input: { documentIds } })
  const ofTransfer = { params: { ...params, transferId } }
  // Asked without a pause, so that the middle is not missed.
  let during = await administrator.call(archive.readTransfer, ofTransfer)
  while (during.percent === 0) during = await administrator.call(archive.readTransfer, ofTransfer)
  expect([during.state, during.percent < 100]).toEqual(['sending', true])
  await own.stop()

  const after = await own.start()
  expect(after.apiUrl).toBe(before.apiUrl)
  const ended = await endOf(administrator, params, transferId)
  expect(ended).toMatchObject({ state: 'sent', percent: 100 })
  const { items } = await administrator.call(archive.listArchive, { params, input: { limit: 100 } })
  expect(items.map(({ documentId }) => documentId).sort()).toEqual([...documentIds].sort())
  for (const [at, { bytes }] of files.entries()) {
    const entryId = items.find(({ documentId }) => documentId === documentIds[at])?.entryId ?? ''
    const download = await administrator.call(archive.downloadArchiveEntry, { params: { ...params, entryId } })
    expect((await bytesAt(download)).equals(bytes)).toBe(true)
  }
  const { mailTo, tickAt } = townOf(after)
  await mailTo(practitioner.email, ({ text }) => text.includes('pièce 1.bin'))

  // The request that waited goes on as well: its link still serves, its reminder comes.
  await tickAt(new Date(Date.now() + 3.01 * DAY).toISOString())
  await mailTo(practitioner.email, ({ text }) => text.includes('/access-decisions/') && !text.includes(link))
  const form = { decision: 'refuse', reason: 'Après la panne.' }
  expect((await askingIn(settlement, settled).decide(link, form)).status).toBe(200)
  const request = await administrator.call(requests.readAccessRequest, { params: { ...params, requestId } })
  expect(request.state).toBe('refused')
  await mailTo(administrator.email, ({ text }) => text.includes('Après la panne.'))
})

test('B-01: a token whose time is over opens nothing', { timeout: 120_000 }, async () => {
  const stack = await own.start()
  const settlement = settlementOf(stack)
  const person = await settlement.member()
  const pool = new CognitoIdentityProviderClient(asOwner(stack))
  const of = { UserPoolId: stack.outputs.UserPoolId, ClientId: stack.outputs.UserPoolClientId }
  const { UserPoolClient: client } = await pool.send(new DescribeUserPoolClientCommand(of))
  // Cognito itself gives none for less than five minutes.
  await pool.send(
    new UpdateUserPoolClientCommand({
      ...of,
      ExplicitAuthFlows: client?.ExplicitAuthFlows,
      AccessTokenValidity: 2,
      TokenValidityUnits: { AccessToken: 'seconds' },
    }),
  )
  const brief = clientOf(stack.apiUrl, await settlement.town.signIn(person.email, person.password))
  expect((await brief.ask(members.readSelf)).status).toBe(200)
  const refused = await until('end of the token', async () => {
    const answer = await brief.ask(members.readSelf)
    return answer.status === 200 ? undefined : answer
  })
  expect([refused.status, refused.body]).toEqual([401, { message: 'Unauthorized' }])
  expect((await person.ask(members.readSelf)).status).toBe(200)
})
