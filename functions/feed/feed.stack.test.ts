/** The feed and the mails made from it over HTTP: whoever is concerned is told, as they chose, and no more than they may know. */
import { describe, expect, test } from 'vitest'
import { addSeconds, DAY, systemClock } from '../../shared/ports/clock.ts'
import type { Client } from '../../test/journeys/api-client.ts'
import { localStack } from '../../test/journeys/local-stack.ts'
import { withOwnClock } from '../../test/journeys/own-clock.ts'
import { until } from '../../test/journeys/people-in-town.ts'
import { settledDossier, settlementOf } from '../../test/journeys/settlers.ts'
import { routes as sharing } from '../sharing/routes.ts'
import { type MailChoices, unchosen } from './notice-kinds.ts'
import { routes } from './routes.ts'

const stack = localStack()
const settlement = settlementOf(stack)
const { practitioner: owner, dossier, client, params, administrator } = await settledDossier(settlement)

const colleague = (name: string) => settlement.member({ name })
const give = (personId: string, access: 'read' | 'write' = 'read') =>
  owner.call(sharing.giveShare, { params: { ...params, personId }, input: { access } })
const end = (personId: string) => owner.call(sharing.endShare, { params: { ...params, personId }, input: {} })
const feedOf = async (who: Client, input: object = {}) => (await who.call(routes.listFeed, { input })).items
/** Waits until so many entries are in somebody's feed. */
const entries = (who: Client, many: number) =>
  until(`feed of ${many}`, async () => {
    const items = await feedOf(who)
    return items.length >= many ? items : undefined
  })
const choose = (who: Client, choices: Partial<MailChoices>) =>
  who.call(routes.changeMailPreferences, { input: { ...unchosen, ...choices } })
const mailsTo = async (email: string) => (await stack.mailbox.list()).filter(({ to }) => to.includes(email))
const digestsTo = async (email: string) => (await mailsTo(email)).filter(({ subject }) => subject.includes('résumé'))

describe('the feed', () => {
  test('D-05: a collaborator finds a share and its end in their feed; what was taken away is named no more', async () => {
    const who = await colleague('Célimène Kerbrat')
    // Whether dossiers are met is the choice of the organisation, which another test may change meanwhile.
    await withOwnClock(stack, async () => {
      await give(who.personId, 'write')
      const [shared] = await entries(who, 1)
      expect(shared).toMatchObject({
        kind: 'shares',
        known: true,
        dossierNumber: dossier.number,
        by: { personId: owner.personId, name: owner.name },
        sentence: `Le dossier ${dossier.number} est partagé avec vous par ${owner.name}, en lecture et écriture.`,
      })
      expect(JSON.stringify(shared)).not.toContain(client.name)

      await end(who.personId)
      // On the very next request, before the end itself has come to the feed.
      const [now] = (await feedOf(who)).slice(-1)
      expect(now).toMatchObject({ known: false, dossierNumber: null, by: null, about: {} })
      const items = await entries(who, 2)
      expect(items.map(({ type }) => type)).toEqual(['share-ended', 'share-given'])
      expect(JSON.stringify(items)).not.toMatch(new RegExp(`${params.dossierId}|${owner.name}`))
    })
  })

  test('B-16: is said in the language of the request, and is one’s own alone', async () => {
    const who = await colleague('Aurélien Joannis')
    await give(who.personId)
    await entries(who, 1)
    const english = await who.ask(routes.listFeed, { input: {}, headers: { 'accept-language': 'en' } })
    expect(english.body).toMatchObject({ items: [{ sentence: expect.stringContaining('is shared with you by') }] })
    expect(await feedOf(administrator)).toEqual([])
    expect(await feedOf(who, { kind: 'offers' })).toEqual([])
    expect(await feedOf(who, { kind: 'shares' })).toHaveLength(1)
    expect(await feedOf(who, { since: addSeconds(systemClock(), 60) })).toEqual([])
  })
})

describe('the mails', () => {
  test('B-06: a share is mailed at once, once a day or not at all, as its reader chose', async () => {
    const [atOnce, daily, none] = await Promise.all(
      ['Sidonie Labrousse', 'Evariste Collomb', 'Violaine Rességuier'].map(colleague),
    )
    if (atOnce === undefined || daily === undefined || none === undefined) throw new Error('Nobody is there.')
    await choose(daily, { shares: 'daily' })
    await choose(none, { shares: 'none' })
    expect(await daily.call(routes.readMailPreferences)).toMatchObject({ shares: 'daily', offers: 'at-once' })
    await withOwnClock(stack, async () => {
      for (const who of [none, daily, atOnce]) await give(who.personId)
      await settlement.town.mailTo(atOnce.email, ({ subject }) => subject.includes('partagé avec vous'))
      for (const who of [none, daily]) await entries(who, 1)
      expect([await mailsTo(daily.email), await mailsTo(none.email)]).toEqual([[], []])

      // Two ticks at once, and one more on the same day: one mail.
      const morning = `${addSeconds(systemClock(), DAY).slice(0, 10)}T12:00:00.000Z`
      await Promise.all([settlement.town.tickAt(morning), settlement.town.tickAt(morning)])
      const { text } = await settlement.town.mailTo(daily.email, ({ subject }) => subject.includes('résumé'))
      expect(text).toContain(`Le dossier ${dossier.number} est partagé avec vous par ${owner.name}, en lecture.`)
      expect(text).not.toContain(client.name)
      await settlement.town.tickAt(addSeconds(morning, 600))

      // The next one is of the next morning alone, and holds what happened since.
      await end(daily.personId)
      await entries(daily, 2)
      await settlement.town.tickAt(addSeconds(morning, 1200))
      expect(await digestsTo(daily.email)).toHaveLength(1)
      await settlement.town.tickAt(addSeconds(morning, 2 * DAY))
      const second = await until('second summary', async () =>
        (await digestsTo(daily.email)).find((mail) => mail.text.includes('a pris fin')),
      )
      expect(second.text).not.toContain(owner.name)
      expect(await digestsTo(daily.email)).toHaveLength(2)
      expect(await mailsTo(none.email)).toEqual([])
      expect(await digestsTo(atOnce.email)).toEqual([])
    })
  })

  test('B-06: a choice is guarded by its version, and is of the kinds that there are', async () => {
    const who = await colleague('Capucine Dreyfond')
    const first = await who.ask(routes.changeMailPreferences, { input: { ...unchosen, offers: 'daily' } })
    const again = { input: unchosen, headers: { 'if-match': first.headers.get('etag') ?? '' } }
    expect((await who.ask(routes.changeMailPreferences, again)).status).toBe(200)
    expect((await who.ask(routes.changeMailPreferences, again)).status).toBe(412)
    const { shares: _, ...others } = unchosen
    expect((await who.ask(routes.changeMailPreferences, { input: others as never })).status).toBe(400)
  })
})
