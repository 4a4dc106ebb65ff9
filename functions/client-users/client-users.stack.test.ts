/** Client users over HTTP: a change of what they may do holds on the next request with the token they have, everywhere. */
import { AdminListGroupsForUserCommand, CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'
import { describe, expect, test } from 'vitest'
import type { Client as Api } from '../../test/journeys/api-client.ts'
import { asOwner, localStack } from '../../test/journeys/local-stack.ts'
import { until } from '../../test/journeys/people-in-town.ts'
import { settledDossier, settlementOf } from '../../test/journeys/settlers.ts'
import { routes as archive } from '../archive-transfers/routes.ts'
import { routes as dossiers } from '../dossiers/routes.ts'
import { routes } from './routes.ts'

const stack = localStack()
const settlement = settlementOf(stack)
const { office, practitioner, client, params, administrator } = await settledDossier(settlement)
const createDossier = () =>
  office.call(dossiers.createDossier, { input: { clientId: client.clientId, ownerId: practitioner.personId } })

type Ids = { readonly dossierId: string }
const of = ({ dossierId }: Ids, personId: string) => ({ params: { dossierId, personId } })
const userOf = (dossier: Ids, traits: Parameters<typeof settlement.clientUser>[0] = {}) =>
  settlement.clientUser({ ...traits, of: dossier.dossierId })
const statusOf = async (who: Api, { dossierId }: Ids) =>
  (await who.ask(archive.listArchive, { params: { dossierId }, input: {} })).status
const changeTo =
  (profile: 'client-full-access' | 'client-document-processing' | 'client-administrator', by: Api = practitioner) =>
  (dossier: Ids, personId: string, force?: boolean) =>
    by.ask(routes.changeProfile, {
      ...of(dossier, personId),
      input: { profile, ...(force === undefined ? {} : { force }) },
    })
const groupsOf = async (personId: string): Promise<string[]> => {
  const cognito = new CognitoIdentityProviderClient(asOwner(stack))
  const { Groups = [] } = await cognito.send(
    new AdminListGroupsForUserCommand({ UserPoolId: stack.outputs.UserPoolId, Username: personId }),
  )
  return Groups.map(({ GroupName = '' }) => GroupName)
}

describe('with the token they have', () => {
  test('P-01, S-10: a changed profile holds in all their dossiers at once, and the pool follows', async () => {
    const [one, other] = [await createDossier(), await createDossier()]
    const user = await userOf(one, { profile: 'client-full-access' })
    await userOf(one)
    await userOf(other)
    const { name, email, language } = user
    const input = { name, email, language, profile: 'client-full-access' } as const
    await practitioner.call(routes.createClientUser, { params: { dossierId: other.dossierId }, input })
    expect([await statusOf(user, one), await statusOf(user, other)]).toEqual([200, 200])

    const etag = (await practitioner.ask(routes.readClientUser, of(one, user.personId))).headers.get('etag') ?? ''
    // An owner would change it in dossiers that may not be theirs.
    expect(await changeTo('client-document-processing')(one, user.personId)).toMatchObject({
      status: 403,
      body: { rule: 'client-user.change-profile/owner', source: 'P-01' },
    })
    const changed = await office.ask(routes.changeProfile, {
      ...of(one, user.personId),
      input: { profile: 'client-document-processing' },
      headers: { 'if-match': etag },
    })
    expect(changed).toMatchObject({ status: 200, body: { profile: 'client-document-processing' } })
    expect([await statusOf(user, one), await statusOf(user, other)]).toEqual([403, 403])
    await until('group of the new profile', async () => {
      const groups = await groupsOf(user.personId)
      return groups.length === 1 && groups[0] === 'client-document-processing' ? true : undefined
    })
  })

  test('P-14, D-06: an access that ends is gone on the next request; other dossiers stay', async () => {
    const [one, other] = [await createDossier(), await createDossier()]
    const user = await userOf(one)
    await Promise.all([userOf(one), userOf(other)])
    const { name, email, language, profile } = user
    await practitioner.call(routes.createClientUser, {
      params: { dossierId: other.dossierId },
      input: { name, email, language, profile },
    })
    const numbers = async () =>
      (await user.call(dossiers.listDossiers, { input: {} })).items.map(({ number }) => number)
    expect(await numbers()).toEqual([one.number, other.number])
    expect((await practitioner.ask(routes.endAccess, of(one, user.personId))).status).toBe(204)
    expect([await statusOf(user, one), await statusOf(user, other)]).toEqual([404, 200])
    expect(await numbers()).toEqual([other.number])
    expect((await practitioner.ask(routes.endAccess, of(one, user.personId))).status).toBe(404)
  })

  test('P-14: the office deactivates a user and brings them back; nobody else does', async () => {
    const dossier = await createDossier()
    const user = await userOf(dossier)
    await userOf(dossier)
    const ask = of(dossier, user.personId)
    expect((await practitioner.ask(routes.deactivateClientUser, { ...ask, input: {} })).status).toBe(403)
    const gone = await office.ask(routes.deactivateClientUser, { ...ask, input: {} })
    expect(gone).toMatchObject({ status: 200, body: { status: 'inactive' } })
    expect(await statusOf(user, dossier)).toBe(404)
    const back = await office.ask(routes.reactivateClientUser, ask)
    expect(back).toMatchObject({ status: 200, body: { status: 'active' } })
    expect(await statusOf(user, dossier)).toBe(200)
  })
})

describe('P-03: the last Administrator', () => {
  test('stays, unless the office forces it', async () => {
    const dossier = await createDossier()
    const user = await userOf(dossier)
    const { personId } = user
    const refused = { status: 409, body: { code: 'last-administrator' } }
    expect(await changeTo('client-full-access')(dossier, personId)).toMatchObject(refused)
    expect(await changeTo('client-full-access')(dossier, personId, true)).toMatchObject(refused)
    expect(await practitioner.ask(routes.endAccess, of(dossier, personId))).toMatchObject(refused)
    expect(await office.ask(routes.deactivateClientUser, { ...of(dossier, personId), input: {} })).toMatchObject(
      refused,
    )
    expect(await statusOf(user, dossier)).toBe(200)
    const forced = await office.ask(routes.endAccess, { ...of(dossier, personId), input: { force: 'true' } })
    expect(forced.status).toBe(204)
    expect(await statusOf(user, dossier)).toBe(404)
  })

  test('of several who are let go at the same moment, one stays', async () => {
    const dossier = await createDossier()
    const users = await Promise.all(Array.from({ length: 4 }, () => userOf(dossier)))
    const [first, second, ...others] = users
    const answers = await Promise.all([
      changeTo('client-full-access')(dossier, first?.personId ?? ''),
      office.ask(routes.deactivateClientUser, { ...of(dossier, second?.personId ?? ''), input: {} }),
      ...others.map(({ personId }) => practitioner.ask(routes.endAccess, of(dossier, personId))),
    ])
    const { items } = await practitioner.call(routes.listClientUsers, {
      params: { dossierId: dossier.dossierId },
      input: {},
    })
    const left = items.filter(({ profile, status }) => profile === 'client-administrator' && status === 'active')
    const refused = answers.filter(({ status }) => status === 409)
    expect(left.length).toBeGreaterThan(0)
    expect(left).toHaveLength(refused.length)
  })
})

test('P-13: an Administrator creates a user of their dossier, and who answers for it is told', async () => {
  const email = settlement.address('Inès Quintal')
  const input = { name: 'Inès Quintal', email, language: 'fr', profile: 'client-document-delivery' } as const
  await administrator.call(routes.createClientUser, { params, input })
  const { text } = await settlement.town.mailTo(practitioner.email, (mail) => mail.text.includes(email))
  expect(text).toContain(administrator.name)
  const elsewhere = await createDossier()
  const { status } = await administrator.ask(routes.createClientUser, {
    params: { dossierId: elsewhere.dossierId },
    input,
  })
  expect(status).toBe(404)
})
