import { describe, expect, test } from 'vitest'
import { type ClientUser, EmailClaims, type Member, People } from '../../shared/people.ts'
import { isProblem } from '../../shared/problems.ts'
import { type Profile, profileNames } from '../../shared/roles.ts'
import { practitionerSheet } from '../../shared/sheet.ts'
import { create, perhaps, type Table, update, type Write } from '../../shared/table/table.ts'
import { holding, newId } from '../../test/ask.ts'
import { idOf, NOW } from '../../test/world.ts'
import { DossierAccesses } from '../dossiers/records.ts'
import { type ClientUserInvitation, inviteClientUser } from './invite-client-user.ts'

const ours = idOf(1)
const another = idOf(2)
const email = 'camille@atelier-verrieres.example'

const camille = (profile: Profile, status: ClientUser['status'] = 'active'): ClientUser => ({
  kind: 'client-user',
  personId: idOf(10),
  email,
  name: 'Camille Verrier',
  language: 'fr',
  status,
  profile,
  createdAt: NOW,
})
const known = (person: ClientUser | Member): Write[] => [
  create(People, person),
  create(EmailClaims, { email: person.email, personId: person.personId }),
]
const assigned = (dossierId: string, personId: string): Write =>
  create(DossierAccesses, { dossierId, personId, grantedBy: idOf(90), grantedAt: NOW, requestId: null })
const firstUser = assigned(ours, idOf(20))

const invite = (table: Table, asked: Partial<ClientUserInvitation> = {}) =>
  inviteClientUser(
    { read: table.load as never, list: table.list, now: NOW, newId },
    {
      by: idOf(90),
      dossier: { dossierId: ours },
      name: 'Camille Verrier',
      email,
      language: 'fr',
      profile: 'client-administrator',
      requestId: null,
      until: null,
      ...asked,
    },
  )
const invited = async (...asked: Parameters<typeof invite>) => {
  const outcome = await invite(...asked)
  if (isProblem(outcome)) throw new Error(outcome.problem)
  return outcome
}

describe('a person whom nobody knows', () => {
  test('P-14: becomes a client user of the dossier, invited, with a claim on their address', async () => {
    const table = holding(firstUser)
    const { person, writes } = await invited(table, { profile: 'client-full-feedback' })
    expect(await table.commit(writes)).toBe('done')
    const { personId } = person
    const stored = await table.load({
      person: perhaps(People, { personId }),
      claim: perhaps(EmailClaims, { email }),
      access: perhaps(DossierAccesses, { dossierId: ours, personId }),
    })
    expect(stored.person).toMatchObject({ kind: 'client-user', status: 'invited', profile: 'client-full-feedback' })
    expect(stored.claim).toMatchObject({ personId })
    expect(stored.access).toMatchObject({ grantedBy: idOf(90), grantedAt: NOW })
  })

  test('C-02: is invited to activate their account', async () => {
    const { person, events } = await invited(holding())
    expect(events).toEqual([
      { type: 'person-invited', data: { personId: person.personId, invitedBy: idOf(90), dossierId: ours } },
    ])
  })

  test('P-11: keeps with their access the request that gave it', async () => {
    const { access } = await invited(holding(firstUser), { requestId: idOf(50) })
    expect(access.requestId).toBe(idOf(50))
  })

  test('P-01: of two who are invited at once under one address, one is', async () => {
    const table = holding(firstUser)
    const [one, other] = [await invited(table), await invited(table)]
    expect(await table.commit(one.writes)).toBe('done')
    expect(await table.commit(other.writes)).not.toBe('done')
    expect(await invite(table)).toEqual({ problem: 'already-assigned' })
  })
})

describe('the first user of a dossier', () => {
  test.each(profileNames)('P-03: as %s, is taken only if that is an Administrator', async (profile) => {
    const outcome = await invite(holding(), { profile })
    if (profile === 'client-administrator') expect(isProblem(outcome)).toBe(false)
    else expect(outcome).toEqual({ problem: 'first-user-administrator' })
  })

  test.each(profileNames)('P-03: is followed by others as %s', async (profile) => {
    expect(isProblem(await invite(holding(firstUser), { profile }))).toBe(false)
  })

  test('P-03: users of another dossier are no users of this one', async () => {
    const table = holding(assigned(another, idOf(20)))
    expect(await invite(table, { profile: 'client-full-access' })).toEqual({ problem: 'first-user-administrator' })
  })

  test('P-03: somebody known is taken as the first only if they are an Administrator', async () => {
    const table = holding(...known(camille('client-full-access')))
    expect(await invite(table, { profile: 'client-full-access' })).toEqual({ problem: 'first-user-administrator' })
  })
})

describe('a person who is known', () => {
  test('P-01: is assigned with the one profile they have, and stays who they are', async () => {
    const table = holding(firstUser, ...known(camille('client-full-access')), assigned(another, idOf(10)))
    const asked = { profile: 'client-full-access', name: 'C. Verrier', language: 'en' } as const
    const { person, writes, events } = await invited(table, asked)
    expect(person).toMatchObject(camille('client-full-access'))
    expect(events).toMatchObject([{ type: 'person-invited', data: { personId: idOf(10), dossierId: ours } }])
    expect(await table.commit(writes)).toBe('done')
    const stored = await table.load({
      person: perhaps(People, { personId: idOf(10) }),
      access: perhaps(DossierAccesses, { dossierId: ours, personId: idOf(10) }),
    })
    expect(stored.person).toMatchObject(camille('client-full-access'))
    expect(stored.access).toBeDefined()
  })

  test('P-03: has one dossier more from then on, as somebody new has their first', async () => {
    const counted = { ...camille('client-full-access'), dossiers: 1 }
    const table = holding(firstUser, ...known(counted), assigned(another, idOf(10)))
    const { writes } = await invited(table, { profile: 'client-full-access' })
    expect(await table.commit(writes)).toBe('done')
    const { person } = await table.load({ person: perhaps(People, { personId: idOf(10) }) })
    expect(person).toMatchObject({ ...counted, dossiers: 2 })
    expect((await invited(holding())).person).toMatchObject({ dossiers: 1 })
  })

  test('P-01: is refused another profile, for this dossier as for every other', async () => {
    const table = holding(firstUser, ...known(camille('client-full-access')))
    expect(await invite(table, { profile: 'client-administrator' })).toEqual({ problem: 'profile-differs' })
  })

  test('P-01: whose profile changes meanwhile is not assigned with the former one', async () => {
    const table = holding(firstUser, ...known(camille('client-full-access')))
    const { person, writes } = await invited(table, { profile: 'client-full-access' })
    const before = { ...person, version: 1 }
    await table.commit([update(People, before, { profile: 'client-administrator' } as Partial<ClientUser>)])
    expect(await table.commit(writes)).not.toBe('done')
  })

  test('is told to be a user of the dossier already', async () => {
    const table = holding(firstUser, ...known(camille('client-administrator')), assigned(ours, idOf(10)))
    expect(await invite(table)).toEqual({ problem: 'already-assigned' })
  })

  test('P-01: a member of the organisation is no client user under the same address', async () => {
    const { profile: _, ...rest } = camille('client-administrator')
    const member: Member = { ...rest, kind: 'member', roles: ['practitioner'], sheet: practitionerSheet }
    expect(await invite(holding(...known(member)))).toEqual({ problem: 'email-taken' })
  })

  test('D-06: whose account is deactivated gets nothing, and whoever asks is told so', async () => {
    const table = holding(firstUser, ...known(camille('client-administrator', 'inactive')))
    expect(await invite(table)).toMatchObject({
      problem: 'email-taken',
      detail: { en: 'Their account is deactivated.' },
    })
  })
})
