import { describe, expect, test } from 'vitest'
import { type ClientUser, People } from '../../shared/people.ts'
import { addSeconds, DAY } from '../../shared/ports/clock.ts'
import { isProblem } from '../../shared/problems.ts'
import type { Stored } from '../../shared/table/record.ts'
import { create, perhaps, update } from '../../shared/table/table.ts'
import { ask, granted, holding } from '../../test/ask.ts'
import { asking } from '../../test/asking.ts'
import { accessOf, dossier } from '../../test/one-dossier.ts'
import { NOW, personOf } from '../../test/world.ts'
import { listDossiers } from '../dossiers/handlers/list-dossiers.ts'
import { type DossierAccess, DossierAccesses, Dossiers } from '../dossiers/records.ts'
import { jobTools } from '../kernel/job.ts'
import { listWhoCanInDossier } from '../questions/handlers/list-who-can-in-dossier.ts'
import { endDueAccesses } from './end-due-accesses.ts'
import { createClientUser } from './handlers/create-client-user.ts'
import { deactivateClientUser } from './handlers/deactivate-client-user.ts'
import { endAccess } from './handlers/end-access.ts'
import { listClientUsers } from './handlers/list-client-users.ts'

const ADMINISTRATOR = 'Administrator of the dossier'
const USER = 'Full Access of the dossier'
const later = (days: number) => addSeconds(NOW, days * DAY)

/** The dossier with its users, whose accesses end as said, in a town whose clock moves on. */
const ending = async (ends: Partial<Record<typeof ADMINISTRATOR | typeof USER, string>>) => {
  const town = asking()
  for (const [persona, until] of Object.entries(ends) as [typeof USER, string][]) {
    const { access } = await town.table.load({ access: perhaps(DossierAccesses, accessOf(persona)) })
    await town.write(update(DossierAccesses, access as Stored<DossierAccess>, { until }))
  }
  const tick = async (days: number) => {
    const ended = await endDueAccesses(jobTools(town.world, 'clock', 'tick', later(days)))
    await town.deliver()
    return ended
  }
  return { ...town, tick }
}

describe('P-12: an access that ends by its date', () => {
  test('gives nothing from that moment on, whenever the tick comes', async () => {
    const town = await ending({ [USER]: later(5) })
    expect((await town.list(USER)).status).toBe(200)
    town.passDays(5)
    expect((await town.list(USER)).status).toBe(404)
    expect((await town.request(USER)).status).toBe(404)
    const things = { dossier }
    const { view } = await granted(
      ask(listClientUsers, { as: personOf('owner'), table: town.table, things, input: { limit: 50 }, now: later(5) }),
    )
    expect(view.items.map(({ personId }) => personId)).not.toContain(personOf(USER).personId)
    const listed = await granted(
      ask(listDossiers, { as: personOf(USER), table: town.table, input: { limit: 50 }, now: later(5) }),
    )
    expect(listed.view.items).toEqual([])
    const asked = { as: personOf('settings editor'), table: town.table, things, input: { limit: 100 } }
    const whoCan = async (now: string) =>
      JSON.stringify((await granted(ask(listWhoCanInDossier, { ...asked, now }))).view.items)
    const { personId } = personOf(USER)
    expect([await whoCan(later(4)), await whoCan(later(5))].map((items) => items.includes(personId))).toEqual([
      true,
      false,
    ])
  })

  test('is removed by the tick, and its user is told, once', async () => {
    const town = await ending({ [USER]: later(5) })
    expect([await town.tick(4.9), await town.tick(5), await town.tick(6)]).toEqual([0, 1, 0])
    expect(town.mails).toMatchObject([{ to: personOf(USER).personId, kind: 'access-ended', data: { by: null } }])
    expect(town.accesses().map(({ personId }) => personId)).not.toContain(personOf(USER).personId)
  })

  test('that was prolonged or given anew is left alone', async () => {
    const town = await ending({ [USER]: later(5) })
    const { access } = await town.table.load({ access: perhaps(DossierAccesses, accessOf(USER)) })
    await town.write(update(DossierAccesses, access as Stored<DossierAccess>, { until: undefined }))
    expect(await town.tick(30)).toBe(0)
  })
})

describe('P-03: the last Administrator', () => {
  test('P-12: has an end like any other, and the office is told that the dossier has none', async () => {
    const town = await ending({ [ADMINISTRATOR]: later(5) })
    await town.tick(5)
    expect(town.mails.map(({ to, kind }) => ({ to, kind }))).toEqual([
      { to: personOf(ADMINISTRATOR).personId, kind: 'access-ended' },
      { to: personOf('responsible').personId, kind: 'dossier-without-administrator' },
    ])
  })

  test('whose access has ended is none: they keep nobody else from being the last', async () => {
    const other = { ...personOf(ADMINISTRATOR), personId: personOf(USER).personId } as Stored<ClientUser>
    const { version: _, ...person } = other
    const ended = { ...accessOf(USER), until: later(5) }
    const table = holding(
      create(Dossiers, dossier),
      ...[personOf(ADMINISTRATOR) as Stored<ClientUser>, person].map((one) => create(People, one)),
      create(DossierAccesses, accessOf(ADMINISTRATOR)),
      create(DossierAccesses, ended),
    )
    const end = (now: string) => {
      const things = { user: personOf(ADMINISTRATOR), userAccess: accessOf(ADMINISTRATOR), dossier }
      return ask(endAccess, { as: personOf('owner'), table, things, now })
    }
    expect(isProblem(await end(later(4)))).toBe(false)
    expect(await end(later(5))).toEqual({ problem: 'last-administrator' })
    // And may go themself, for they are no Administrator of it any more.
    const things = { user: other, userAccess: ended, dossier }
    const input = {}
    const gone = await ask(deactivateClientUser, { as: personOf('owner'), table, things, input, now: later(5) })
    expect(isProblem(gone)).toBe(false)
  })

  test('where every access has ended, the next user is a first one, and the place of who ended is free', async () => {
    const town = await ending({ [ADMINISTRATOR]: later(5), [USER]: later(5) })
    const { access } = await town.table.load({
      access: perhaps(DossierAccesses, accessOf('Document Delivery of the dossier')),
    })
    await town.write(update(DossierAccesses, access as Stored<DossierAccess>, { until: later(5) }))
    const user = (persona: typeof USER | typeof ADMINISTRATOR) => {
      const { email, name, language, ...more } = personOf(persona) as Stored<ClientUser>
      const input = { email, name, language, profile: more.profile }
      return ask(createClientUser, {
        as: personOf('owner'),
        table: town.table,
        things: { dossier },
        input,
        now: later(5),
      })
    }
    expect(await user(USER)).toEqual({ problem: 'first-user-administrator' })
    const { writes = [] } = await granted(user(ADMINISTRATOR))
    expect(await town.table.commit(writes)).toBe('done')
    const now = town.accesses().find(({ personId }) => personId === personOf(ADMINISTRATOR).personId)
    expect(now).not.toHaveProperty('until')
  })
})

test('P-13: an Administrator whose own access ends gives none that lasts longer', async () => {
  const town = await ending({ [ADMINISTRATOR]: later(5) })
  const { access } = await town.table.load({ access: perhaps(DossierAccesses, accessOf(ADMINISTRATOR)) })
  const input = { email: 'ines@greffe.example', name: 'Inès', language: 'fr', profile: 'client-full-access' }
  const { view } = await granted(
    ask(createClientUser, { as: personOf(ADMINISTRATOR), table: town.table, things: { dossier, access }, input }),
  )
  expect(view.until).toBe(later(5))
})

test('P-12: an access that somebody ended is told to its user, with who did', async () => {
  const town = await ending({})
  const things = { user: personOf(USER), userAccess: accessOf(USER), dossier }
  const { events } = await granted(ask(endAccess, { as: personOf('owner'), table: town.table, things }))
  expect(events).toEqual([
    {
      type: 'client-access-ended',
      data: { dossierId: dossier.dossierId, personId: personOf(USER).personId, by: personOf('owner').personId },
    },
  ])
})
