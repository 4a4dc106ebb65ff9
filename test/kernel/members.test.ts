/** Rights of members through the whole line: what the rules see of an input, and changes that meet. */
import { describe, expect, test } from 'vitest'
import { authorize, situationOf } from '../../functions/kernel/authorize.ts'
import { memberWithHoldings } from '../../functions/members/resource.ts'
import { routes as memberRoutes } from '../../functions/members/routes.ts'
import { Shares } from '../../functions/sharing/records.ts'
import { organisation } from '../../shared/contract/resource.ts'
import { type Route, route } from '../../shared/contract/route.ts'
import { nothing } from '../../shared/contract/schemas.ts'
import { makeLink } from '../../shared/links.ts'
import { changePerson, People, type Person, SettingsEditors } from '../../shared/people.ts'
import { isProblem } from '../../shared/problems.ts'
import { compile } from '../../shared/rules/decide.ts'
import type { Rule } from '../../shared/rules/rule.ts'
import { fullSheet, practitionerSheet } from '../../shared/sheet.ts'
import type { Stored } from '../../shared/table/record.ts'
import { create, perhaps } from '../../shared/table/table.ts'
import { dossier } from '../one-dossier.ts'
import { idOf, NOW, personOf, shutSheet } from '../world.ts'
import { CONFIGURE, CREATE, DOSSIER, itemsOf, newDossier, type Office, openOffice, READ } from './office.ts'

const ADD = 'POST /v1/members'
const SHEET = 'PUT /v1/members/{personId}/sheet'
const READ_SHEET = 'GET /v1/members/{personId}/sheet'
const ROLES = 'PUT /v1/members/{personId}/roles'
const DEACTIVATE = 'POST /v1/members/{personId}/deactivation'
const REACTIVATE = 'POST /v1/members/{personId}/reactivation'
const HAND_OVER = 'POST /v1/members/{personId}/handovers'

const at = (persona: Parameters<typeof personOf>[0]) => ({ personId: personOf(persona).personId })
const stored = async ({ table }: Office, persona: Parameters<typeof personOf>[0]): Promise<Stored<Person>> =>
  (await table.load({ person: perhaps(People, at(persona)) })).person as Stored<Person>

describe('C-04: the rules look at what is asked for', () => {
  const newMember = { name: 'Basile Tournemire', email: 'basile@cabinet.example', language: 'fr' }

  test('the user manager adds members with plain rights', async () => {
    const office = openOffice()
    for (const [email, role] of [
      ['a@cabinet.example', 'practitioner'],
      ['b@cabinet.example', 'guest'],
    ])
      expect((await office.ask(ADD, { as: 'user manager', body: { ...newMember, email, roles: [role] } })).status).toBe(
        201,
      )
  })

  test.each([
    ['a wider role', { roles: ['practitioner', 'administrator'] }],
    ['a sheet of their own', { roles: ['practitioner'], sheet: practitionerSheet }],
  ])('but none with %s, which who may edit the settings adds', async (_, more) => {
    const office = openOffice()
    const before = office.table.everything()
    const refused = await office.ask(ADD, { as: 'user manager', body: { ...newMember, ...more } })
    expect([refused.status, refused.json.code]).toEqual([403, 'refused'])
    expect(office.table.everything()).toEqual(before)
    expect((await office.ask(ADD, { as: 'settings editor', body: { ...newMember, ...more } })).status).toBe(201)
  })

  test('an input never takes the place of who acts, nor of what was loaded', () => {
    const rule: Rule = {
      id: 'member.read-self/owner',
      action: 'member.read-self',
      on: 'organisation',
      allow: 'owner',
      source: 'D-01',
      en: 'For this test.',
      fr: 'Pour ce test.',
    }
    const actor = personOf('stranger')
    const lying = route('POST /v1/lies', {
      summary: 'Says that one owns the dossier',
      action: 'member.read-self',
      on: organisation,
      given: () => ({ actor: personOf('owner'), dossier: { ...dossier, ownerId: actor.personId } }),
      input: nothing,
      output: nothing,
      uses: { table: 'read' },
    }) as Route
    const decided = (things: object) =>
      authorize(compile([rule]), lying, { actor, things: things as never, each: [], given: undefined }, {}, NOW)
    expect(isProblem(decided({ dossier }))).toBe(true)
    // Without anything loaded the input is all there is, so the test would notice if it were not looked at.
    expect(isProblem(decided({}))).toBe(false)
  })
})

describe('two who change the same at once', () => {
  test('S-11: of two changes of one sheet one is made, the other is told of the conflict, and each is in the trail', async () => {
    const office = openOffice()
    const sheets = [shutSheet, fullSheet]
    const answers = await Promise.all(
      sheets.map((body) => office.ask(SHEET, { as: 'settings editor', params: at('owner'), body })),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)?.json.code).toBe('conflict')
    const won = answers.findIndex(({ status }) => status === 200)
    expect(await stored(office, 'owner')).toMatchObject({ sheet: sheets[won], version: 2 })
    const [entry, ...more] = itemsOf(office, 'audit-entry')
    expect(more).toEqual([])
    expect(entry).toMatchObject({
      pk: 'PEOPLE',
      actorId: personOf('settings editor').personId,
      action: 'sheet.change',
      changes: expect.arrayContaining([
        {
          record: 'person',
          before: expect.objectContaining({ sheet: practitionerSheet }),
          after: expect.objectContaining({ sheet: sheets[won] }),
        },
      ]),
    })
  })

  test('S-11: whoever names the version they saw is refused once it is another, and nothing is lost', async () => {
    const office = openOffice()
    const asking = { as: 'settings editor', params: at('owner') } as const
    const { headers } = await office.ask(READ_SHEET, asking)
    const seen = { 'if-match': headers.etag as string }
    const first = await office.ask(SHEET, { ...asking, body: fullSheet, headers: seen })
    const second = await office.ask(SHEET, { ...asking, body: shutSheet, headers: seen })
    expect([first.status, second.status, second.json.code]).toEqual([200, 412, 'precondition-failed'])
    expect((await office.ask(READ_SHEET, asking)).json).toEqual(fullSheet)
    expect(
      (await office.ask(SHEET, { ...asking, body: shutSheet, headers: { 'if-match': first.headers.etag ?? '' } }))
        .status,
    ).toBe(200)
  })

  test('a sheet and roles of one member changed at once: one is done, and the other may be asked again', async () => {
    const office = openOffice()
    const asking = { as: 'settings editor', params: at('stranger') } as const
    const answers = await Promise.all([
      office.ask(SHEET, { ...asking, body: fullSheet }),
      office.ask(ROLES, { ...asking, body: { roles: ['guest'] } }),
    ])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    const person = await stored(office, 'stranger')
    expect(person).toMatchObject(
      answers[0]?.status === 200 ? { roles: ['practitioner'], sheet: fullSheet } : { roles: ['guest'] },
    )
  })
})

describe('S-02: somebody who may edit the settings always remains', () => {
  /** An office whose only editors of the settings are these. */
  const withEditors = async (...left: readonly Parameters<typeof personOf>[0][]): Promise<Office> => {
    const office = openOffice()
    const all = itemsOf(office, SettingsEditors.name) as unknown as Stored<{ personId: string }>[]
    const kept = left.map((persona) => personOf(persona).personId)
    const remaining = all.find(({ personId }) => kept.includes(personId)) as Stored<{ personId: string }>
    for (const { personId } of all.filter((one) => !kept.includes(one.personId))) {
      const { person } = await office.table.load({ person: perhaps(People, { personId }) })
      await office.table.commit([...changePerson(person as Stored<Person>, { sheet: shutSheet } as never, remaining)])
    }
    return office
  }
  const editorsOf = async (office: Office): Promise<string[]> => {
    const marked = itemsOf(office, SettingsEditors.name).map(({ personId }) => String(personId))
    const people = itemsOf(office, 'person') as unknown as Person[]
    const able = people.filter(
      (person) =>
        person.kind === 'member' &&
        person.status === 'active' &&
        !person.roles.includes('guest') &&
        person.sheet.settings.edit === 'all',
    )
    expect(marked.toSorted()).toEqual(able.map(({ personId }) => personId).toSorted())
    return marked
  }

  test('the one who is left can neither shut their own sheet nor become a guest', async () => {
    const office = await withEditors('settings editor')
    const asking = { as: 'settings editor', params: at('settings editor') } as const
    for (const [act, body] of [
      [SHEET, shutSheet],
      [ROLES, { roles: ['guest'] }],
    ] as const) {
      const refused = await office.ask(act, { ...asking, body })
      expect([refused.status, refused.json.code]).toEqual([409, 'last-settings-editor'])
    }
    const deactivated = await office.ask(DEACTIVATE, { as: 'user manager', params: at('settings editor') })
    expect([deactivated.status, deactivated.json.code]).toEqual([409, 'last-settings-editor'])
    expect(await editorsOf(office)).toHaveLength(1)
  })

  type Act = { readonly route: string; readonly body?: object }
  const ways: Readonly<Record<string, Act>> = {
    'shutting the sheet': { route: SHEET, body: shutSheet },
    'making a guest': { route: ROLES, body: { roles: ['guest'] } },
    deactivating: { route: DEACTIVATE, body: {} },
  }
  const pairs = Object.keys(ways).flatMap((one) => Object.keys(ways).map((other) => [one, other] as const))

  test.each(pairs)(
    'two who are left take it from each other at once, by %s and %s: one remains',
    async (one, other) => {
      const [a, b] = ['settings editor', 'administrator'] as const
      const office = await withEditors(a, b)
      const [first, second] = [ways[one] as Act, ways[other] as Act]
      const answers = await Promise.all([
        office.ask(first.route, { as: a, params: at(b), body: first.body }),
        office.ask(second.route, { as: b, params: at(a), body: second.body }),
      ])
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
      expect(answers.map(({ json }) => json.code ?? 'done').toSorted()).toEqual(['conflict', 'done'])
      expect(await editorsOf(office)).toHaveLength(1)
    },
  )

  test.each(pairs)(
    'three who give it up at once, by %s and %s and their sheets: somebody remains',
    async (one, other) => {
      const [a, b, c] = ['settings editor', 'administrator', 'stranger'] as const
      const office = openOffice()
      await office.ask(SHEET, { as: a, params: at(c), body: fullSheet })
      const three = await (async () => {
        const all = itemsOf(office, SettingsEditors.name) as unknown as Stored<{ personId: string }>[]
        const kept: string[] = [a, b, c].map((persona) => personOf(persona).personId)
        const remaining = all.find(({ personId }) => kept.includes(personId)) as Stored<{ personId: string }>
        for (const { personId } of all.filter((of) => !kept.includes(of.personId))) {
          const { person } = await office.table.load({ person: perhaps(People, { personId }) })
          await office.table.commit([
            ...changePerson(person as Stored<Person>, { sheet: shutSheet } as never, remaining),
          ])
        }
        return [a, b, c]
      })()
      const [first, second] = [ways[one] as Act, ways[other] as Act]
      for (let round = 0; round < 3; round++)
        await Promise.all([
          office.ask(first.route, { as: a, params: at(b), body: first.body }),
          office.ask(second.route, { as: b, params: at(c), body: second.body }),
          office.ask(SHEET, { as: c, params: at(a), body: shutSheet }),
          ...three.map((persona) => office.ask(SHEET, { as: persona, params: at(persona), body: shutSheet })),
        ])
      expect((await editorsOf(office)).length).toBeGreaterThanOrEqual(1)
    },
  )

  test('an invited member counts once they are active, a deactivated one again once reactivated', async () => {
    const office = await withEditors('settings editor')
    const invited = await stored(office, 'administrator, invited')
    const shut = () => office.ask(SHEET, { as: 'settings editor', params: at('settings editor'), body: shutSheet })
    expect((await shut()).json.code).toBe('last-settings-editor')
    await office.table.commit([...changePerson(invited, { status: 'active' })])
    expect(await editorsOf(office)).toHaveLength(2)
    expect((await office.ask(DEACTIVATE, { as: 'user manager', params: at('administrator, invited') })).status).toBe(
      200,
    )
    expect((await shut()).json.code).toBe('last-settings-editor')
    expect((await office.ask(REACTIVATE, { as: 'user manager', params: at('administrator, invited') })).status).toBe(
      200,
    )
    expect((await shut()).status).toBe(200)
    expect(await editorsOf(office)).toEqual([personOf('administrator, invited').personId])
  })
})

describe('D-20: nobody is deactivated who holds something', () => {
  test('a dossier made theirs at the same moment: either it is theirs and they stay, or they are gone and it is not', async () => {
    const { personId } = personOf('stranger')
    for (const first of ['dossier', 'deactivation'] as const) {
      const office = openOffice()
      const make = () => office.ask(CREATE, { as: 'administrator', body: { ...newDossier, ownerId: personId } })
      const deactivate = () => office.ask(DEACTIVATE, { as: 'user manager', params: { personId }, body: {} })
      await Promise.all(first === 'dossier' ? [make(), deactivate()] : [deactivate(), make()])
      const theirs = itemsOf(office, 'dossier').filter(({ ownerId }) => ownerId === personId)
      expect(theirs.length).toBe((await stored(office, 'stranger')).status === 'inactive' ? 0 : 1)
    }
  })

  test('a hand-over to whoever is deactivated at the same moment: nothing is left with somebody inactive', async () => {
    const [leaver, successor] = [personOf('owner').personId, personOf('stranger').personId]
    for (const first of ['hand-over', 'deactivation'] as const) {
      const office = openOffice()
      const made = await office.ask(CREATE, { as: 'administrator', body: newDossier })
      const item = { kind: 'dossier', dossierId: made.json.dossierId, successorId: successor }
      const hand = () =>
        office.ask(HAND_OVER, { as: 'coordinator', params: { personId: leaver }, body: { items: [item] } })
      const deactivate = () => office.ask(DEACTIVATE, { as: 'user manager', params: { personId: successor }, body: {} })
      await Promise.all(first === 'hand-over' ? [hand(), deactivate()] : [deactivate(), hand()])
      const [now] = itemsOf(office, 'dossier').filter(({ dossierId }) => dossierId === made.json.dossierId)
      const gone = (await stored(office, 'stranger')).status === 'inactive'
      expect(now?.ownerId).toBe(gone ? leaver : successor)
    }
  })
})

describe('D-20: what was given by name before a deactivation gives nothing after a reactivation', () => {
  const EARLIER = '2026-03-01T09:00:00.000Z'
  const LATER = '2026-03-02T09:00:01.000Z'
  const back = { ...personOf('stranger'), reinstatedAt: NOW }
  const live = (situation: object) =>
    situation as { link?: { live: boolean }; share?: { live: boolean }; assignment?: { assigned: object | null } }

  test('a mail link', () => {
    const made = (createdAt: string) =>
      makeLink({
        purpose: 'activation',
        personId: back.personId,
        subject: {},
        createdAt,
        expiresAt: '2026-04-01T00:00:00.000Z',
      }).link
    const isLive = (person: Stored<Person>, createdAt: string) =>
      live(situationOf(person, { link: made(createdAt) }, LATER)).link?.live
    expect(isLive(personOf('stranger'), EARLIER)).toBe(true)
    expect(isLive(back, EARLIER)).toBe(false)
    expect(isLive(back, NOW)).toBe(true)
  })

  test('a share, before anything has tidied it away', async () => {
    const share = (givenAt: string) => ({
      dossierId: dossier.dossierId,
      personId: back.personId,
      access: 'read',
      givenAt,
      until: null,
      givenBy: idOf(1),
    })
    const isLive = (givenAt: string) => live(situationOf(back, { dossier, share: share(givenAt) }, LATER)).share?.live
    expect([isLive(EARLIER), isLive(LATER)]).toEqual([false, true])

    const office = openOffice()
    office.table.put(create(Shares, share(EARLIER) as never))
    const read = () => office.ask(READ, { as: 'stranger', params: DOSSIER })
    expect((await read()).status).toBe(200)
    expect((await office.ask(DEACTIVATE, { as: 'user manager', params: at('stranger'), body: {} })).status).toBe(200)
    expect((await read()).status).toBe(404)
    expect((await office.ask(REACTIVATE, { as: 'user manager', params: at('stranger'), body: {} })).json.status).toBe(
      'active',
    )
    expect((await read()).status).toBe(404)
  })

  test('an assignment by name; what one owns still counts', () => {
    const assignment = (at: string) => ({
      clientId: dossier.clientId,
      personId: back.personId,
      assigned: { by: idOf(1), at },
      dossierIds: [],
    })
    const assigned = (at: string) =>
      live(situationOf(back, { dossier, assignment: assignment(at) }, LATER)).assignment?.assigned
    expect(assigned(EARLIER)).toBeNull()
    expect(assigned(LATER)).toEqual({ by: idOf(1), at: LATER })
  })
})

test('S-10: whoever is deactivated, or loses a right, is refused on the very next request', async () => {
  const office = openOffice()
  const configure = () => office.ask(CONFIGURE, { as: 'documentation editor', params: DOSSIER, body: { modules: [] } })
  expect((await configure()).status).toBe(200)
  await office.ask(SHEET, { as: 'settings editor', params: at('documentation editor'), body: shutSheet })
  expect((await configure()).status).toBe(404)
})

test('every route about one member loads whom it is about first, so that If-Match names their version', () => {
  expect(Object.keys(memberWithHoldings.load({ params: { personId: idOf(1) }, actorId: '', source: '' }))[0]).toBe(
    'member',
  )
  expect(memberRoutes.changeSheet.on.known).toBe('member.read')
})
