/** Who is asked at which moment, and what becomes of it: the office, client groups, deputies, those who left (P-11, P-12, B-11). */
import { describe, expect, test } from 'vitest'
import { People, type Person } from '../../shared/people.ts'
import { addSeconds, DAY } from '../../shared/ports/clock.ts'
import type { Persona } from '../../shared/rules/cases.ts'
import { fullSheet } from '../../shared/sheet.ts'
import { create, perhaps, remove, update } from '../../shared/table/table.ts'
import { asking, newUser } from '../../test/asking.ts'
import { hidden } from '../../test/town.ts'
import { idOf, NOW, personOf } from '../../test/world.ts'
import { Absences } from '../absences/records.ts'
import { type ClientGroup, ClientGroups } from '../client-groups/records.ts'

const REQUESTER = 'Administrator of the dossier'
type Town = ReturnType<typeof asking>

const group: ClientGroup = {
  clientGroupId: idOf(880),
  name: 'Familles du quartier',
  responsibleIds: [personOf('responsible').personId, personOf('stranger').personId],
  dossiers: 1,
  createdAt: NOW,
  createdBy: idOf(90),
}
const byGroup = { answeredBy: 'client-group', clientGroupId: group.clientGroupId }
const { version: _, ...stranger } = personOf('stranger')
const officeMember = { ...stranger, personId: idOf(881), email: 'office@greffe.example', sheet: fullSheet } as Person

const away = (town: Town, persona: Persona, deputy: Persona, days = 30) =>
  town.table.put(
    create(Absences, {
      personId: personOf(persona).personId,
      deputyId: personOf(deputy).personId,
      from: NOW,
      until: addSeconds(NOW, days * DAY),
      setAt: NOW,
    }),
  )
const askedNow = async (town: Town) => {
  await town.request(REQUESTER)
  await town.deliver()
  return town
}
const idsOf = (...personas: Persona[]) => personas.map((persona) => personOf(persona).personId)
/** Who was mailed to decide, in order. */
const asked = ({ mails }: Town) => mails.filter(({ token }) => token !== '').map(({ to }) => to)
const approve = async (town: Town, token: string) =>
  town.decide(token, {
    decision: 'approve',
    profile: newUser.profile,
    version: hidden(await town.openDecision(token), 'version'),
  })

describe('the client group', () => {
  const grouped = async () => {
    const town = asking()
    town.table.put(create(ClientGroups, group))
    await town.changeDossier(byGroup)
    return askedNow(town)
  }

  test('P-11: each of its people is asked by a link of their own, and the first verdict counts', async () => {
    const town = await grouped()
    expect(asked(town)).toEqual(idsOf('responsible', 'stranger'))
    expect((await approve(town, town.linkOf('stranger'))).status).toBe(200)
    expect((await town.openDecision(town.linkOf('responsible'))).status).toBe(404)
    expect(town.requests()[0]?.outcome).toMatchObject({ by: idsOf('stranger')[0] })
  })

  test('P-11: who no longer answers for the group, or for a dossier that left it, has a dead link', async () => {
    const town = await grouped()
    const { found } = await town.table.load({ found: perhaps(ClientGroups, group) })
    await town.write(update(ClientGroups, found as never, { responsibleIds: idsOf('responsible') }))
    expect((await town.openDecision(town.linkOf('stranger'))).status).toBe(404)
    expect((await town.openDecision(town.linkOf('responsible'))).status).toBe(200)
    await town.changeDossier({ clientGroupId: idOf(882) })
    expect((await town.openDecision(town.linkOf('responsible'))).status).toBe(404)
  })

  test('P-12: whoever left is skipped at every step; with nobody left the administrators are asked', async () => {
    const town = await grouped()
    await town.change('responsible', { status: 'inactive' })
    await town.tick(3)
    expect(asked(town).slice(2)).toEqual(idsOf('stranger'))
    await town.change('stranger', { status: 'inactive' })
    await town.tick(7)
    expect(asked(town).slice(3)).toEqual(idsOf('administrator'))
    expect((await approve(town, town.linkOf('administrator'))).status).toBe(200)
  })

  test('B-11: an absent one is replaced by their deputy, the others are asked as ever', async () => {
    const town = asking()
    town.table.put(create(ClientGroups, group))
    away(town, 'stranger', 'administrator')
    await town.changeDossier(byGroup)
    await askedNow(town)
    expect(asked(town)).toEqual(idsOf('responsible', 'administrator'))
    expect((await approve(town, town.linkOf('administrator'))).status).toBe(200)
  })
})

describe('the office', () => {
  test('P-11: everybody whose sheet edits all documentation is asked, and nobody else', async () => {
    const town = asking()
    town.addPerson(officeMember)
    await town.changeDossier({ answeredBy: 'office' })
    await askedNow(town)
    const office = town
      .people()
      .filter((person) => person.kind === 'member' && person.status === 'active')
      .filter((person) => person.kind === 'member' && person.sheet.documentation.edit === 'all')
    expect(asked(town).toSorted()).toEqual(office.map(({ personId }) => personId).toSorted())
    expect(asked(town)).toContain(officeMember.personId)
    expect(asked(town)).not.toContain(personOf('responsible').personId)
    expect((await approve(town, town.mails.find(({ to }) => to === officeMember.personId)?.token ?? '')).status).toBe(
      200,
    )
  })

  test('P-11: whoever is no longer of the office decides nothing by the link that they were mailed', async () => {
    const town = asking()
    town.addPerson(officeMember)
    await town.changeDossier({ answeredBy: 'office' })
    await askedNow(town)
    const token = town.mails.find(({ to }) => to === officeMember.personId)?.token ?? ''
    const { person } = await town.table.load({ person: perhaps(People, officeMember) })
    await town.write(
      update(People, person as never, { sheet: stranger.kind === 'member' ? stranger.sheet : fullSheet }),
    )
    expect((await town.openDecision(token)).status).toBe(404)
  })
})

describe('a deputy', () => {
  test('B-11: is asked in the place of an absent responsible; the mail and the page say so, and the requester is told', async () => {
    const town = asking()
    away(town, 'responsible', 'stranger')
    await askedNow(town)
    const [name] = [personOf('responsible').name]
    expect(town.mails).toMatchObject([
      { to: idsOf('stranger')[0], kind: 'access-request', data: { standsInFor: name } },
      {
        to: idsOf(REQUESTER)[0],
        kind: 'access-request-deputy',
        data: { absent: name, deputy: personOf('stranger').name },
      },
    ])
    const page = await town.openDecision(town.linkOf('stranger'), { language: 'en' })
    expect(page.body).toContain('is absent: you decide in their place')
    expect((await approve(town, town.linkOf('stranger'))).status).toBe(200)
    expect(JSON.parse((await town.read(REQUESTER, town.requests()[0]?.requestId ?? '')).body).timeline).toMatchObject([
      { step: 'requested' },
      { step: 'asked', whom: ['deputy'] },
      { step: 'approved' },
    ])
  })

  test('B-11: decides only while the absence lasts and they are whom it names, and then the responsible is asked again', async () => {
    const town = asking()
    away(town, 'responsible', 'stranger', 5)
    await askedNow(town)
    const token = town.linkOf('stranger')
    expect((await town.openDecision(token)).status).toBe(200)
    town.passDays(5)
    expect((await town.openDecision(token)).status).toBe(404)
    await town.tick(2)
    expect(asked(town)).toEqual(idsOf('stranger', 'responsible'))
  })

  test('P-12: who was deactivated, or is a guest, is no deputy; with nobody else the administrators are asked', async () => {
    for (const change of [{ status: 'inactive' }, { roles: ['guest'] }] as const) {
      const town = asking()
      away(town, 'responsible', 'stranger')
      await town.change('stranger', change as never)
      await askedNow(town)
      expect(asked(town)).toEqual(idsOf('administrator'))
    }
  })

  test('P-12: once the absence has ended early, its deputy decides nothing any more', async () => {
    const town = asking()
    away(town, 'responsible', 'stranger')
    await askedNow(town)
    const { absence } = await town.table.load({ absence: perhaps(Absences, personOf('responsible')) })
    await town.write(remove(Absences, absence as never))
    expect((await town.openDecision(town.linkOf('stranger'))).status).toBe(404)
  })
})

test('P-11: a dossier that is answered otherwise meanwhile asks those who answer by then, within a day', async () => {
  const town = await askedNow(asking())
  town.table.put(create(ClientGroups, { ...group, responsibleIds: idsOf('stranger') }))
  await town.changeDossier(byGroup)
  expect((await town.openDecision(town.linkOf('responsible'))).status).toBe(404)
  await town.executions.timeOut()
  await town.deliver()
  expect(asked(town)).toEqual(idsOf('responsible', 'stranger'))
  expect((await town.openDecision(town.linkOf('stranger'))).status).toBe(200)
})
