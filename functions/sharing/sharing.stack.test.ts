/** Sharing over HTTP: whoever is given a share reaches the dossier with the token they had, and loses it with the share. */
import { describe, expect, test } from 'vitest'
import { addSeconds, DAY, systemClock } from '../../shared/ports/clock.ts'
import { newUuid } from '../../shared/ports/ids.ts'
import { guestSheet } from '../../shared/sheet.ts'
import { perhaps, update } from '../../shared/table/table.ts'
import type { Client } from '../../test/journeys/api-client.ts'
import { localStack } from '../../test/journeys/local-stack.ts'
import { announcementOf, upload } from '../../test/journeys/move-files.ts'
import { withOwnClock } from '../../test/journeys/own-clock.ts'
import { until } from '../../test/journeys/people-in-town.ts'
import { settledDossier, settlementOf } from '../../test/journeys/settlers.ts'
import { routes as documents } from '../documents/routes.ts'
import { type Dossier, Dossiers } from '../dossiers/records.ts'
import { routes as dossiers } from '../dossiers/routes.ts'
import { Shares } from './records.ts'
import { routes } from './routes.ts'

const stack = localStack()
const settlement = settlementOf(stack)
const {
  office,
  practitioner: owner,
  client,
  dossier,
  params,
  administrator: clientUser,
} = await settledDossier(settlement)
const file = { name: 'bilan.pdf', bytes: Buffer.from('Bilan 2026') }
const documentId = await upload(owner, params, file)

const colleague = (name = 'Célimène Kerbrat') => settlement.member({ name })
const give = (personId: string, input: { access: 'read' | 'write'; until?: string }, by: Client = owner) =>
  by.ask(routes.giveShare, { params: { ...params, personId }, input })
const end = (personId: string, by: Client = owner) => by.ask(routes.endShare, { params: { ...params, personId } })
const listed = async () => (await owner.call(routes.listShares, { params, input: { limit: 100 } })).items
const stored = async (personId: string) =>
  (await settlement.table.load({ share: perhaps(Shares, { ...params, personId }) })).share

/** What a collaborator reads of a dossier, by the status of the answer. */
const reads = async (who: Client) => {
  const ofDocument = { params: { ...params, documentId } }
  const answers = await Promise.all([
    who.ask(dossiers.readDossier, { params }),
    who.ask(documents.listDocuments, { params, input: {} }),
    who.ask(documents.readDocument, ofDocument),
    who.ask(documents.downloadDocument, ofDocument),
    who.ask(routes.listShares, { params, input: {} }),
  ])
  return answers.map(({ status }) => status)
}
const ALL = [200, 200, 200, 200, 200]
const NOTHING = [404, 404, 404, 404, 404]
const writes = async (who: Client) =>
  (await who.ask(documents.importDocument, { params, input: announcementOf({ ...file, name: 'avis.pdf' }) })).status
const numbers = async (who: Client) =>
  (await who.call(dossiers.listDossiers, { input: {} })).items.map(({ number }) => number)

describe('with the token they have', () => {
  test('D-03, D-06: a collaborator reads, writes only where they may, and loses all of it on the next request', async () => {
    const who = await colleague()
    expect([await reads(who), await writes(who), await numbers(who)]).toEqual([NOTHING, 404, []])

    expect(await give(who.personId, { access: 'read' })).toMatchObject({
      status: 200,
      body: { personId: who.personId, name: who.name, access: 'read', givenBy: owner.personId, until: null },
    })
    expect([await reads(who), await writes(who), await numbers(who)]).toEqual([ALL, 403, [dossier.number]])

    expect((await give(who.personId, { access: 'write' })).status).toBe(200)
    expect([await reads(who), await writes(who)]).toEqual([ALL, 201])
    expect((await give(who.personId, { access: 'read' })).status).toBe(200)
    expect([await reads(who), await writes(who)]).toEqual([ALL, 403])

    expect(await end(who.personId)).toMatchObject({ status: 204, body: null })
    expect([await reads(who), await writes(who), await numbers(who)]).toEqual([NOTHING, 404, []])
    expect((await end(who.personId)).status).toBe(404)
  })

  test('D-06: a collaborator who is deactivated reaches nothing of what was shared', async () => {
    const who = await colleague()
    await give(who.personId, { access: 'write' })
    expect(await reads(who)).toEqual(ALL)
    await settlement.change(who, { status: 'inactive' })
    expect([await reads(who), await writes(who)]).toEqual([NOTHING, 404])
    expect((await listed()).map(({ personId }) => personId)).not.toContain(who.personId)
  })

  test('D-03: a share gives nothing from its end on, before any clock has ticked; the tick then tells of it', async () => {
    await withOwnClock(stack, async () => {
      const who = await colleague('Evariste Collomb')
      const ending = addSeconds(systemClock(), 4)
      await give(who.personId, { access: 'read', until: ending })
      expect(await reads(who)).toEqual(ALL)
      await until('end of the share', async () => ((await reads(who))[0] === 404 ? true : undefined))
      expect(systemClock() >= ending).toBe(true)
      expect([await reads(who), await numbers(who)]).toEqual([NOTHING, []])
      expect((await listed()).map(({ personId }) => personId)).not.toContain(who.personId)
      await settlement.town.tickAt(systemClock())
      const { text } = await settlement.town.mailTo(who.email, (mail) => mail.subject.includes('n’est plus partagé'))
      expect(text).toContain('à la date qui était prévue')
      expect(await stored(who.personId)).toBeUndefined()
    })
  })

  test('D-03: the clock ends shares at the time of its tick, once', async () => {
    await withOwnClock(stack, async () => {
      const who = await colleague('Capucine Dreyfond')
      const ending = addSeconds(systemClock(), DAY)
      await give(who.personId, { access: 'read', until: ending })
      await settlement.town.tickAt(addSeconds(ending, -60))
      expect(await reads(who)).toEqual(ALL)
      await Promise.all([settlement.town.tickAt(ending), settlement.town.tickAt(ending)])
      expect([await reads(who), await stored(who.personId)]).toEqual([NOTHING, undefined])
      const events = await settlement.scan<{ type: string }>('outbox-entry', who.personId)
      expect(events.map(({ type }) => type).toSorted()).toEqual(['share-ended', 'share-given'])
    })
  })
})

describe('D-02: only the owner manages the shares', () => {
  test('no administrator, no coordinator, no collaborator and no client user, and they are told so', async () => {
    const coordinator = await settlement.member({ name: 'Philippine Auzoux', roles: ['coordinator'] })
    const [writer, other] = await Promise.all([colleague(), colleague()])
    await give(writer.personId, { access: 'write' })
    for (const who of [office, coordinator, writer, clientUser]) {
      const refused = { status: 403, body: { code: 'refused', reason: expect.stringMatching(/\p{L}{3}/u) } }
      expect(await give(other.personId, { access: 'read' }, who), who.name).toMatchObject(refused)
      expect(await give(writer.personId, { access: 'read' }, who), who.name).toMatchObject(refused)
      expect(await end(writer.personId, who), who.name).toMatchObject(refused)
      const several = { personIds: [other.personId], access: 'read' as const }
      expect(await who.ask(routes.shareDossier, { params, input: several }), who.name).toMatchObject(refused)
    }
    expect(await reads(writer)).toEqual(ALL)
    expect(await reads(other)).toEqual(NOTHING)
  })

  test('C-05: whoever may not know of the dossier is told that nothing is there, share or not', async () => {
    const [stranger, shared] = await Promise.all([colleague(), colleague()])
    await give(shared.personId, { access: 'read' })
    const nowhere = { dossierId: newUuid() }
    for (const personId of [shared.personId, stranger.personId, newUuid()]) {
      expect((await give(personId, { access: 'read' }, stranger)).status).toBe(404)
      expect((await end(personId, stranger)).status).toBe(404)
    }
    const elsewhere = { params: { ...nowhere, personId: shared.personId }, input: { access: 'read' as const } }
    expect((await owner.ask(routes.giveShare, elsewhere)).status).toBe(404)
    expect((await owner.ask(routes.listShares, { params: nowhere, input: {} })).status).toBe(404)
  })

  test('D-05: the shares are listed to whoever reads the dossier, client users excepted', async () => {
    expect((await office.ask(routes.listShares, { params, input: {} })).status).toBe(200)
    expect(await clientUser.ask(routes.listShares, { params, input: {} })).toMatchObject({ status: 403 })
  })
})

describe('D-04: only with colleagues', () => {
  test('with no guest, client user, deactivated member or person unknown, and not with the owner themself', async () => {
    const [guest, gone] = await Promise.all([
      settlement.member({ name: 'Ignace Lavergnas', roles: ['guest'], sheet: guestSheet }),
      colleague('Josselin Cazaubon'),
    ])
    await settlement.change(gone, { status: 'inactive' })
    for (const personId of [guest.personId, clientUser.personId, gone.personId, newUuid()])
      expect(await give(personId, { access: 'read' })).toMatchObject({
        status: 403,
        body: { rule: 'share.give/never-outside', source: 'D-04' },
      })
    expect(await give(owner.personId, { access: 'read' })).toMatchObject({
      status: 403,
      body: { rule: 'share.give/never-owner' },
    })
    expect(await reads(guest)).toEqual(NOTHING)
  })

  test('D-03: with several at once: all of them, or none when one may not be given it', async () => {
    const guest = await settlement.member({ name: 'Ignace Lavergnas', roles: ['guest'], sheet: guestSheet })
    const colleagues = await Promise.all([colleague('Aurélien Joannis'), colleague('Sidonie Labrousse')])
    const personIds = colleagues.map(({ personId }) => personId)
    const share = (ids: readonly string[]) =>
      owner.ask(routes.shareDossier, { params, input: { personIds: [...ids], access: 'write' } })
    expect(await share([...personIds, guest.personId])).toMatchObject({
      status: 403,
      body: { rule: 'share.give/never-outside' },
    })
    for (const who of colleagues) expect(await reads(who)).toEqual(NOTHING)

    const given = await share(personIds)
    expect(given).toMatchObject({ status: 200, body: { items: colleagues.map(({ name }) => ({ name })) } })
    for (const who of colleagues) expect([await reads(who), await writes(who)]).toEqual([ALL, 201])
    const shown = (await listed()).filter(({ personId }) => personIds.includes(personId))
    expect(shown.map(({ name, givenByName }) => [name, givenByName]).toSorted()).toEqual(
      colleagues.map(({ name }) => [name, owner.name]).toSorted(),
    )
  })
})

test('D-03: no end that has come already, and no change of a version that is no longer there', async () => {
  const who = await colleague()
  const yesterday = addSeconds(systemClock(), -DAY)
  expect(await give(who.personId, { access: 'read', until: yesterday })).toMatchObject({
    status: 422,
    body: { code: 'end-not-in-future' },
  })
  const first = await give(who.personId, { access: 'read' })
  const change = { params: { ...params, personId: who.personId }, input: { access: 'write' as const } }
  const etag = first.headers.get('etag') ?? ''
  expect((await owner.ask(routes.giveShare, { ...change, headers: { 'if-match': etag } })).status).toBe(200)
  expect((await owner.ask(routes.giveShare, { ...change, headers: { 'if-match': etag } })).status).toBe(412)
})

test('D-03: many who give at the same moment make one share each, and none is lost', async () => {
  const people = await Promise.all(Array.from({ length: 3 }, () => colleague()))
  const asked = people.flatMap(({ personId }) =>
    (['read', 'write'] as const).map((access) => give(personId, { access })),
  )
  expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200])
  const shared = (await listed()).map(({ personId }) => personId)
  expect(people.filter(({ personId }) => !shared.includes(personId))).toEqual([])
})

test('D-02: a closed dossier is shared no more, and its shares are still ended', async () => {
  const own = await office.call(dossiers.createDossier, {
    input: { clientId: client.clientId, ownerId: owner.personId },
  })
  const [who, other] = await Promise.all([colleague(), colleague()])
  const of = (personId: string) => ({ dossierId: own.dossierId, personId })
  const input = { access: 'read' as const }
  await owner.call(routes.giveShare, { params: of(who.personId), input })
  // No operation closes a dossier yet.
  const open = await settlement.stored<Dossier>(Dossiers, own)
  await settlement.write(update(Dossiers, open, { state: 'closed' }))
  expect((await owner.ask(routes.giveShare, { params: of(other.personId), input })).status).toBe(403)
  expect((await owner.ask(routes.endShare, { params: of(who.personId) })).status).toBe(204)
})

test('D-05: the collaborator is mailed what is shared with them and by whom, and its end, in their language', async () => {
  const who = await settlement.member({ name: 'Violaine Rességuier', language: 'en' })
  await give(who.personId, { access: 'write' })
  const given = await settlement.town.mailTo(who.email, ({ subject }) => subject.includes('is shared with you'))
  expect(given.text).toContain(`${owner.name} shares a whole dossier with you`)
  expect(given.text).toContain(`${dossier.number} · ${dossier.clientName}`)
  expect(given.text).toContain('read it and write in it')
  // As it is already: nobody is told again.
  await give(who.personId, { access: 'write' })
  await end(who.personId)
  const ended = await settlement.town.mailTo(who.email, ({ subject }) => subject.includes('no longer shared'))
  expect(ended.text).toContain(`${owner.name} has ended the share`)
  const mails = (await stack.mailbox.list()).filter(({ to }) => to.includes(who.email))
  expect(mails).toHaveLength(2)
})
