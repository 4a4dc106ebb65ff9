/** Client groups over HTTP: who sees and fills them, and that their people are asked and decide (P-11). */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askingIn } from '../../test/journeys/ask-for-access.ts'
import { localStack } from '../../test/journeys/local-stack.ts'
import { takeClock } from '../../test/journeys/own-clock.ts'
import { linkIn, openPage } from '../../test/journeys/people-in-town.ts'
import { settledDossier, settlementOf } from '../../test/journeys/settlers.ts'
import { routes as requests } from '../access-requests/routes.ts'
import { routes as dossiers } from '../dossiers/routes.ts'
import { routes } from './routes.ts'

const stack = localStack()
const settlement = settlementOf(stack)
const settled = await settledDossier(settlement)
const { office, practitioner, params, administrator } = settled
const { decide, stateOf } = askingIn(settlement, settled)

let letClockGo = () => {}
beforeAll(async () => {
  letClockGo = await takeClock(stack)
}, 130_000)
afterAll(() => letClockGo())

test('P-11: the people of the group are asked in place of the member named, each by a link, and the first decides', async () => {
  const colleague = await settlement.member({ name: 'Aurèle Quintard-Bosc' })
  const input = { name: 'Familles du quartier', responsibleIds: [colleague.personId] }
  expect((await practitioner.ask(routes.createClientGroup, { input })).status).toBe(403)
  const { clientGroupId } = await office.call(routes.createClientGroup, { input })
  expect((await practitioner.ask(routes.readClientGroup, { params: { clientGroupId } })).status).toBe(404)
  await office.call(routes.groupDossiers, { params: { clientGroupId }, input: { dossierIds: [params.dossierId] } })
  const group = await office.call(routes.readClientGroup, { params: { clientGroupId } })
  expect(group).toMatchObject({ ...input, dossiers: 1 })
  expect((await office.ask(routes.deleteClientGroup, { params: { clientGroupId } })).status).toBe(409)
  const answered = await office.call(dossiers.configureDossier, { params, input: { answeredBy: 'client-group' } })
  expect(answered).toMatchObject({ answeredBy: 'client-group', clientGroupId })

  const name = 'Solange Abbeville'
  const email = settlement.address(name)
  const asked = { name, email, profile: 'client-full-access' } as const
  const { requestId } = await administrator.call(requests.requestAccess, { params, input: asked })
  const mail = await settlement.town.mailTo(
    colleague.email,
    ({ text }) => text.includes('/access-decisions/') && text.includes(email),
  )
  const link = linkIn(mail, 'access-decisions')

  // P-12: more information is asked, given, and asked about again by a fresh link.
  expect((await decide(link, { decision: 'ask', question: 'Depuis quand ?' })).status).toBe(200)
  expect(await stateOf(requestId)).toBe('information-asked')
  const answer = { params: { ...params, requestId }, input: { text: 'Depuis lundi, à mi-temps.' } }
  await administrator.call(requests.giveInformation, answer)
  const again = await settlement.town.mailTo(colleague.email, ({ text }) => text.includes('Depuis lundi, à mi-temps.'))
  const fresh = linkIn(again, 'access-decisions')
  expect((await openPage(link)).status).toBe(404)
  expect((await decide(fresh, { decision: 'approve', profile: 'client-document-delivery' })).status).toBe(200)
  const { outcome, timeline } = await administrator.call(requests.readAccessRequest, {
    params: { ...params, requestId },
  })
  expect(outcome).toMatchObject({ by: colleague.personId, because: 'approved', profile: 'client-document-delivery' })
  expect(timeline.map(({ step }) => step)).toEqual([
    'requested',
    'asked',
    'information asked',
    'information given',
    'asked',
    'approved',
  ])
})
