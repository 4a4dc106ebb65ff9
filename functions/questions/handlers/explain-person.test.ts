import { expect, test } from 'vitest'
import { ask, granted, holding } from '../../../test/ask.ts'
import { ids, type Practice, writesOf } from '../../../test/practice.ts'
import { idOf, personOf } from '../../../test/world.ts'
import { routes } from '../routes.ts'
import { explainPerson } from './explain-person.ts'

const practice: Practice = {
  owner: 'owner',
  responsible: 'responsible',
  dossier: { state: 'active' },
  document: { by: 'owner', confidential: false, approvers: [] },
  ties: { stranger: { share: { access: 'read', until: null }, uses: false, assigned: 'by name' } },
}
const table = holding(...writesOf(practice))
const as = personOf('settings editor')
const outcome = (who: Parameters<typeof personOf>[0], input: object) =>
  ask(explainPerson, { as, table, things: { member: personOf(who) }, input })
const told = async (who: Parameters<typeof personOf>[0], input: object) =>
  routes.explainPerson.output.parse((await granted(outcome(who, input))).view)

test('B-01: whoever manages rights is told why somebody may, by every cause', async () => {
  const { causes, person } = await told('stranger', { action: 'dossier.read', dossierId: ids.dossierId })
  expect(person).toEqual({
    personId: personOf('stranger').personId,
    name: personOf('stranger').name,
    kind: 'member',
    status: 'active',
  })
  expect(causes.map(({ path }) => path.map(({ step }) => step))).toEqual([['share'], ['assignment', 'sheet']])
})

test('B-01: they are told that somebody may not even know of a thing', async () => {
  const { known, allowed } = await told('guest', { action: 'dossier.read', dossierId: ids.dossierId })
  expect({ known, allowed }).toEqual({ known: false, allowed: false })
})

test('a thing that is not there is not found', async () => {
  expect(await outcome('stranger', { action: 'client.read', clientId: idOf(4000) })).toEqual({ problem: 'not-found' })
})
