/** Rights of members over HTTP: in force on the very next request with the token one has; nobody leaves with something. */
import {
  AdminGetUserCommand,
  AdminListGroupsForUserCommand,
  CognitoIdentityProviderClient,
  InitiateAuthCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { beforeAll, describe, expect, test } from 'vitest'
import { fullSheet, practitionerSheet } from '../../shared/sheet.ts'
import { asOwner, localStack } from '../../test/journeys/local-stack.ts'
import { linkIn, until } from '../../test/journeys/people-in-town.ts'
import { type Settler, settledDossier, settlementOf } from '../../test/journeys/settlers.ts'
import { routes as requests } from '../access-requests/routes.ts'
import { routes as clients } from '../clients/routes.ts'
import { routes as dossiers } from '../dossiers/routes.ts'
import { routes as sharing } from '../sharing/routes.ts'
import { routes } from './routes.ts'

const stack = localStack()
const settlement = settlementOf(stack)
const { office, client, dossier, params: ofDossier } = await settledDossier(settlement)
const cognito = new CognitoIdentityProviderClient(asOwner(stack))
const inPool = (Username: string) => ({ UserPoolId: stack.outputs.UserPoolId, Username })

const params = ({ personId }: { personId: string }) => ({ personId })
const groupsOf = async ({ personId }: { personId: string }): Promise<string> => {
  const { Groups = [] } = await cognito.send(new AdminListGroupsForUserCommand(inPool(personId)))
  return Groups.map(({ GroupName }) => GroupName)
    .sort()
    .join(' ')
}
const isAdmitted = async ({ personId }: { personId: string }): Promise<boolean | undefined> =>
  (await cognito.send(new AdminGetUserCommand(inPool(personId)))).Enabled
const followed = (what: string, is: () => Promise<boolean>) =>
  until(what, async () => ((await is()) ? true : undefined))

describe('with the token they have, on the very next request', () => {
  test('S-10: a sheet that is narrowed or widened by the API is in force', async () => {
    const clerk = await settlement.member({ name: 'Ludivine Castaing', roles: ['practitioner'], sheet: fullSheet })
    const reads = async () => [
      (await clerk.ask(dossiers.readDossier, { params: ofDossier })).status,
      (await clerk.ask(clients.readClient, { params: { clientId: client.clientId } })).status,
      (await clerk.ask(routes.readSheet, { params: params(office) })).status,
    ]
    expect(await reads()).toEqual([200, 200, 200])
    const seen = await office.ask(routes.readSheet, { params: params(clerk) })
    const etag = seen.headers.get('etag') ?? ''
    const change = (input: typeof fullSheet, tag: string) =>
      office.ask(routes.changeSheet, { params: params(clerk), input, headers: { 'if-match': tag } })
    expect((await change(practitionerSheet, etag)).status).toBe(200)
    expect(await reads()).toEqual([404, 404, 403])
    expect((await clerk.call(routes.readSelf)) as object).toMatchObject({ sheet: practitionerSheet })
    // Whoever still has the sheet from before in view changes nothing with it.
    expect((await change(fullSheet, etag)).status).toBe(412)
    expect(await reads()).toEqual([404, 404, 403])
  })

  test('S-10: roles that are changed are in force at once, and the pool’s groups follow', async () => {
    const manager = await settlement.member({ name: 'Évariste Collomb', roles: ['user-manager'] })
    const inventory = async () =>
      (await manager.ask(routes.listInventory, { params: params(office), input: {} })).status
    expect(await inventory()).toBe(200)
    const roles = await office.call(routes.changeRoles, {
      params: params(manager),
      input: { roles: ['practitioner', 'super-user'] },
    })
    expect(roles.roles).toEqual(['practitioner', 'super-user'])
    expect(await inventory()).toBe(403)
    await followed('pool in step', async () => (await groupsOf(manager)) === 'practitioner super-user')
    await office.call(routes.changeRoles, { params: params(manager), input: { roles: ['user-manager'] } })
    expect(await inventory()).toBe(200)
    await followed('pool in step again', async () => (await groupsOf(manager)) === 'user-manager')
  })

  test('C-04: the user manager adds plain members, and gives nobody more', async () => {
    const manager = await settlement.member({ name: 'Évariste Collomb', roles: ['user-manager'] })
    const add = (more: object) =>
      manager.ask(routes.addMember, {
        input: {
          name: 'Basile Tournemire',
          email: settlement.address('Basile Tournemire'),
          language: 'fr',
          ...more,
        } as never,
      })
    expect((await add({ roles: ['practitioner'] })).status).toBe(201)
    expect(await add({ roles: ['administrator'] })).toMatchObject({ status: 403, body: { code: 'refused' } })
    expect((await add({ roles: ['practitioner'], sheet: fullSheet })).status).toBe(403)
  })
})

describe('D-20: a member leaves', () => {
  let leaver: Settler
  let successor: Settler
  let coordinator: Settler
  let own: { dossierId: string; number: number }
  let other: { dossierId: string; number: number }
  let decisionLink = ''
  let refreshToken = ''
  const items = (kind: 'dossier' | 'responsibility', { dossierId }: { dossierId: string }) => ({
    kind,
    dossierId,
    successorId: successor.personId,
  })
  const inventory = () => office.call(routes.listInventory, { params: params(leaver), input: { limit: 20 } })
  const deactivate = () => office.ask(routes.deactivateMember, { params: params(leaver) })

  beforeAll(async () => {
    ;[leaver, successor, coordinator] = await Promise.all([
      settlement.member({ name: 'Josselin Cazaubon' }),
      settlement.member({ name: 'Blandine Issartel' }),
      settlement.member({ name: 'Philippine Auzoux', roles: ['coordinator'] }),
    ])
    const { clientId } = client
    own = await office.call(dossiers.createDossier, { input: { clientId, ownerId: leaver.personId } })
    other = await office.call(dossiers.createDossier, {
      input: { clientId, ownerId: successor.personId, responsibleId: leaver.personId },
    })
    await successor.call(sharing.giveShare, {
      params: { dossierId: other.dossierId, personId: leaver.personId },
      input: { access: 'write' },
    })
    const user = await settlement.clientUser({ name: 'Camille Verrier', of: own.dossierId })
    const email = settlement.address('Inès Quintal-Roy')
    await user.call(requests.requestAccess, {
      params: { dossierId: own.dossierId },
      input: { name: 'Inès Quintal-Roy', email, profile: 'client-full-access' },
    })
    const asked = await settlement.town.mailTo(leaver.email, ({ text }) => text.includes('/access-decisions/'))
    decisionLink = linkIn(asked, 'access-decisions')
    const { AuthenticationResult } = await cognito.send(
      new InitiateAuthCommand({
        ClientId: stack.outputs.UserPoolClientId,
        AuthFlow: 'USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: leaver.email, PASSWORD: leaver.password },
      }),
    )
    refreshToken = AuthenticationResult?.RefreshToken ?? ''
  })

  test('the inventory shows what they hold, and they are not deactivated while they do', async () => {
    const { held, items: shown } = await inventory()
    expect(held).toEqual({ dossiers: 1, responsibilities: 2, spaces: 0 })
    expect(
      shown.map(({ number, owns, answers, share, waitingRequests }) => [number, owns, answers, share, waitingRequests]),
    ).toEqual([
      [own.number, true, true, null, { count: 1, more: false }],
      [other.number, false, true, 'write', { count: 0, more: false }],
    ])
    expect(await deactivate()).toMatchObject({
      status: 409,
      body: { code: 'inventory-not-empty', errors: [{ detail: '1' }, { detail: '2' }, { detail: '0' }] },
    })
    expect((await leaver.ask(dossiers.readDossier, { params: { dossierId: own.dossierId } })).status).toBe(200)
  })

  test('what cannot be handed over is named, and nothing is', async () => {
    const wrong = await coordinator.ask(routes.handOver, {
      params: params(leaver),
      input: { items: [items('dossier', own), items('dossier', dossier)] },
    })
    expect(wrong).toMatchObject({
      status: 409,
      body: { code: 'inventory-changed', errors: [{ pointer: '#/items/1' }] },
    })
    expect((await inventory()).held).toEqual({ dossiers: 1, responsibilities: 2, spaces: 0 })
  })

  test('handed over, dossiers are their successor’s on the next request, who is told and asked about what waits', async () => {
    const read = { params: { dossierId: own.dossierId } }
    expect((await successor.ask(dossiers.readDossier, read)).status).toBe(200)
    const { held } = await coordinator.call(routes.handOver, {
      params: params(leaver),
      input: { items: [items('dossier', own), items('responsibility', own), items('responsibility', other)] },
    })
    expect(held).toEqual({ dossiers: 0, responsibilities: 0, spaces: 0 })
    expect(await successor.call(dossiers.readDossier, read)).toMatchObject({
      ownerId: successor.personId,
      responsibleId: successor.personId,
    })
    expect((await leaver.ask(dossiers.readDossier, read)).status).toBe(404)
    const told = await settlement.town.mailTo(successor.email, ({ text }) => text.includes('Josselin Cazaubon'))
    expect(told.text).toContain(String(own.number))
    expect(told.text).not.toContain('Verrières')
    const asked = await settlement.town.mailTo(successor.email, ({ text }) => text.includes('/access-decisions/'))
    expect(await settlement.statusOf(linkIn(asked, 'access-decisions'))).toBe(200)
    // The link of who answered before is for nothing any more.
    expect(await settlement.statusOf(decisionLink)).toBe(404)
  })

  test('D-06: deactivated, they reach nothing on the next request, sign in no more, and are refused another token', async () => {
    const shared = { params: { dossierId: other.dossierId } }
    expect((await leaver.ask(dossiers.readDossier, shared)).status).toBe(200)
    expect(await deactivate()).toMatchObject({ status: 200, body: { status: 'inactive' } })
    expect((await leaver.ask(dossiers.readDossier, shared)).status).toBe(404)
    expect(await leaver.ask(routes.readSelf)).toMatchObject({ status: 403, body: { code: 'refused' } })
    await followed('pool in step', async () => (await isAdmitted(leaver)) === false)
    await expect(settlement.town.signIn(leaver.email, leaver.password)).rejects.toThrow()
    const refresh = () =>
      cognito.send(
        new InitiateAuthCommand({
          ClientId: stack.outputs.UserPoolClientId,
          AuthFlow: 'REFRESH_TOKEN_AUTH',
          AuthParameters: { REFRESH_TOKEN: refreshToken },
        }),
      )
    await expect(refresh()).rejects.toThrow()
  })

  test('reactivated, they are who they were, and hold nothing of what was theirs', async () => {
    const manager = await settlement.member({ name: 'Évariste Collomb', roles: ['user-manager'] })
    const back = await manager.call(routes.reactivateMember, { params: params(leaver) })
    expect(back).toMatchObject({ status: 'active', roles: ['practitioner'] })
    expect(await leaver.call(routes.readSelf)).toMatchObject({ sheet: practitionerSheet })
    for (const { dossierId } of [own, other])
      expect((await leaver.ask(dossiers.readDossier, { params: { dossierId } })).status).toBe(404)
    await followed('pool in step', async () => (await isAdmitted(leaver)) === true)
    expect(await settlement.town.signIn(leaver.email, leaver.password)).toBeTruthy()

    // Even answering for the dossier again, they cannot use the link of then.
    await office.call(dossiers.configureDossier, {
      params: { dossierId: own.dossierId },
      input: { responsibleId: leaver.personId },
    })
    expect(await settlement.statusOf(decisionLink)).toBe(404)
    await followed('shares tidied away', async () => {
      const { items: shown } = await inventory()
      return shown.every(({ share }) => share === null)
    })
  })
})

test('C-02: somebody who never set a password is invited again once reactivated, and the first link stays dead', async () => {
  const email = settlement.address('Rosemonde Mazeret')
  const { personId } = await office.call(routes.addMember, {
    input: { name: 'Rosemonde Mazeret', email, language: 'fr', roles: ['practitioner'] },
  })
  const first = linkIn(await settlement.town.mailTo(email), 'activations')
  expect(await settlement.statusOf(first)).toBe(200)
  await office.call(routes.deactivateMember, { params: { personId } })
  expect(await settlement.statusOf(first)).toBe(404)
  expect(await office.call(routes.reactivateMember, { params: { personId } })).toMatchObject({ status: 'invited' })
  const second = linkIn(await settlement.town.mailTo(email, ({ text }) => !text.includes(first)), 'activations')
  expect(await settlement.statusOf(second)).toBe(200)
  expect(await settlement.statusOf(first)).toBe(404)
})
