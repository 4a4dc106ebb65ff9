import { randomInt } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Dossier, Dossiers } from '../../functions/dossiers/records.ts'
import { routes as dossiers } from '../../functions/dossiers/routes.ts'
import { newToken } from '../../shared/links.ts'
import { update } from '../../shared/table/table.ts'
import { askingIn, tokenOf } from './ask-for-access.ts'
import { localStack } from './local-stack.ts'
import { takeClock } from './own-clock.ts'
import { until } from './people-in-town.ts'
import { settledDossier, settlementOf } from './settlers.ts'

const stack = localStack()
const settlement = settlementOf(stack)
const settled = await settledDossier(settlement)
const { office, practitioner, params } = settled
const { request, decide, endLink, withdraw, forgetDeadLinks, openFrom } = askingIn(settlement, settled)

let letClockGo = () => {}
beforeAll(async () => {
  letClockGo = await takeClock(stack)
}, 130_000)
afterAll(() => letClockGo())
beforeEach(forgetDeadLinks)

type Shown = { readonly status: number; readonly headers: [string, string][]; readonly page: string }
const differing = ['date', 'x-request-id', 'apigw-requestid', 'x-amzn-requestid', 'x-amz-request-id', 'x-amz-id-2']

const shown = async (address: string, form?: Record<string, string>, language = 'fr'): Promise<Shown> => {
  const answer = await fetch(address, {
    headers: { 'accept-language': language },
    ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
  })
  const headers = [...answer.headers].filter(([name]) => !differing.includes(name)) as [string, string][]
  return { status: answer.status, headers, page: await answer.text() }
}

const pageOf = (kind: string, token: string): string => `${stack.apiUrl}/${kind}/${token}`
const dead = await shown(pageOf('access-decisions', newToken()))

/** Each makes a link that no longer serves, or never did. */
const ways: Readonly<Record<string, () => Promise<string>>> = {
  'that was forged': async () => pageOf('access-decisions', newToken()),
  'that lacks its last letter': async () => (await request('Ombeline Gaillac')).link.slice(0, -1),
  'that is no token at all': async () => pageOf('access-decisions', "'%20or%201=1"),
  'that has served': async () => {
    const { link } = await request('Nicéphore Fabrègues')
    expect((await decide(link, { decision: 'refuse', reason: 'Inconnu de nous.' })).status).toBe(200)
    return link
  },
  'that has expired': async () => {
    const { link } = await request('Marcellin Estève')
    await endLink(link)
    return link
  },
  'of a request that was withdrawn': async () => {
    const { link, requestId } = await request('Léopoldine Daguerre')
    await withdraw(requestId)
    return link
  },
  'of a responsible who no longer is': async () => {
    const { link } = await request('Josselin Cazaubon')
    const successor = await settlement.member({ name: 'Aurélien Joannis' })
    await office.call(dossiers.configureDossier, { params, input: { responsibleId: successor.personId } })
    return link
  },
  'of a responsible who was deactivated': async () => {
    const { link } = await request('Hilarion Abadie')
    await settlement.change(practitioner, { status: 'inactive' })
    return link
  },
  'of a dossier that was closed': async () => {
    const { link } = await request('Gersende Zuber')
    const stored = await settlement.stored<Dossier>(Dossiers, params)
    await settlement.write(update(Dossiers, stored, { state: 'closed' }))
    return link
  },
  'that decides, followed as if it activated': async () => {
    const { link } = await request('Fulgence Yzeure')
    return pageOf('activations', tokenOf(link))
  },
}

/** Everything is again as it was before something was changed about the dossier. */
const restore = async (): Promise<void> => {
  await settlement.change(practitioner, { status: 'active' })
  const stored = await settlement.stored<Dossier>(Dossiers, params)
  const changes = { state: 'active', responsibleId: practitioner.personId } as const
  await settlement.write(update(Dossiers, stored, changes))
}

describe.each(Object.entries(ways))('P-11: a link %s', (_, make) => {
  test('shows and takes nothing: the very same page as any other, byte for byte', async () => {
    await restore()
    const link = await make()
    await forgetDeadLinks()
    expect(dead.status).toBe(404)
    expect(await shown(link)).toEqual(dead)
    await forgetDeadLinks()
    const fields = { password: 'ne-passe-pas-par-ici', repeat: 'ne-passe-pas-par-ici' }
    const form = link.includes('/activations/') ? fields : { decision: 'refuse', reason: 'Non.', version: '2' }
    expect(await shown(link, form)).toEqual(dead)
    await restore()
  })
})

test('P-11: a link that activates an account decides nothing', async () => {
  const { email, link } = await request('Euphrasie Xaintrailles')
  expect((await decide(link, { decision: 'approve', profile: 'client-full-access' })).status).toBe(200)
  const mail = await settlement.town.mailTo(email, ({ text }) => text.includes('/activations/'))
  const token = /\/activations\/([\w-]+)/.exec(mail.text)?.[1] ?? ''
  expect((await shown(pageOf('activations', token))).status).toBe(200)
  expect(await shown(pageOf('access-decisions', token))).toEqual(dead)
})

test('B-16: the page of a dead link is in the language that the browser asks for', async () => {
  const english = await shown(pageOf('access-decisions', newToken()), undefined, 'en-GB,en;q=0.9,fr;q=0.5')
  expect(english.page).toContain('<html lang="en">')
  expect(dead.page).toContain('<html lang="fr">')
})

describe('P-11: trying one link after the other', () => {
  /** A network address that nobody has tried from yet. */
  const newAddress = (): string => `2001:db8::${randomInt(0x10000).toString(16)}:${randomInt(0x10000).toString(16)}`

  test('slows down whoever does it, also for a right link, and nobody else', async () => {
    const [from, elsewhere] = [newAddress(), newAddress()]
    const { link } = await request('Donatien Wissant')
    const tries = []
    for (let at = 0; at < 5; at++) tries.push((await openFrom(from, newToken())).status)
    expect(tries).toEqual([404, 404, 404, 404, 404])

    const slowed = await openFrom(from, tokenOf(link))
    expect(slowed.status).toBe(429)
    expect(Number(slowed.headers['retry-after'])).toBeGreaterThanOrEqual(1)
    expect(slowed.page).toContain('Please wait a moment')
    expect((await openFrom(elsewhere, tokenOf(link))).status).toBe(200)

    const served = await until('end of the pause', async () => {
      const answer = await openFrom(from, tokenOf(link))
      return answer.status === 429 ? undefined : answer
    })
    expect(served.status).toBe(200)
  })

  test('makes each pause longer than the one before', async () => {
    const again = newAddress()
    for (let at = 0; at < 5; at++) await openFrom(again, newToken())
    const pauses: number[] = []
    while (pauses.length < 2) {
      const { status, headers } = await openFrom(again, newToken())
      if (status !== 429) continue
      const seconds = Number(headers['retry-after'])
      if (seconds > (pauses.at(-1) ?? 0)) pauses.push(seconds)
      else
        await until('end of the pause', async () =>
          (await openFrom(again, newToken())).status === 404 ? true : undefined,
        )
    }
    expect(pauses[1]).toBeGreaterThan(pauses[0] ?? 0)
  })
})
