import { expect, test } from 'vitest'
import { problem } from '../../../shared/problems.ts'
import { perhaps } from '../../../shared/table/table.ts'
import { ask, granted, holding } from '../../../test/ask.ts'
import { dossier } from '../../../test/one-dossier.ts'
import { NOW, personOf } from '../../../test/world.ts'
import { InboundAddresses, InboundClaims } from '../records.ts'
import { readInboundAddress } from './read-inbound-address.ts'
import { renewInboundAddress } from './renew-inbound-address.ts'

const { dossierId } = dossier
const as = personOf('owner')

const given = () => {
  const table = holding()
  const asked = async (handler: typeof readInboundAddress | typeof renewInboundAddress) => {
    const { address } = await table.load({ address: perhaps(InboundAddresses, { dossierId }) })
    const outcome = await granted(ask(handler as typeof readInboundAddress, { as, things: { dossier, address } }))
    if ((outcome.writes ?? []).length > 0) expect(await table.commit(outcome.writes ?? [])).toBe('done')
    return outcome.view.address
  }
  const leadsTo = async (address: string) => {
    const [localPart = ''] = address.split('@')
    return (await table.load({ claim: perhaps(InboundClaims, { localPart }) })).claim
  }
  return { read: () => asked(readInboundAddress), renew: () => asked(renewInboundAddress), leadsTo }
}

test('P-06: a dossier has one address for e-mail, from the first time that somebody asks for it', async () => {
  const { read, leadsTo } = given()
  const address = await read()
  expect(address).toMatch(/^[a-z2-9]{26}@courrier\.greffe\.example$/)
  expect(await read()).toBe(address)
  expect(await leadsTo(address)).toMatchObject({ dossierId })
})

test('P-06: renewed, the address before leads nowhere from that moment on', async () => {
  const { read, renew, leadsTo } = given()
  const old = await read()
  const address = await renew()
  expect(address).not.toBe(old)
  expect([await leadsTo(old), await leadsTo(address)]).toEqual([undefined, expect.objectContaining({ dossierId })])
  expect(await read()).toBe(address)
})

test('P-06: it can be renewed before anybody has asked for it', async () => {
  const { renew, read } = given()
  expect(await read()).not.toBe('')
  expect(await renew()).toBe(await read())
})

test.each([
  ['reading', readInboundAddress],
  ['renewing', renewInboundAddress],
])('P-06: %s says so where the organisation takes in no mail', async (_, handler) => {
  const off = ((context: object) =>
    handler({ ...context, inboundDomain: undefined } as never)) as typeof readInboundAddress
  expect(await ask(off, { as, things: { dossier }, now: NOW })).toEqual(problem('inbound-mail-off'))
})
