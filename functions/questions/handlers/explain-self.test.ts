import { describe, expect, test } from 'vitest'
import { ask, granted, holding } from '../../../test/ask.ts'
import { ids, type Practice, writesOf } from '../../../test/practice.ts'
import { idOf, personOf } from '../../../test/world.ts'
import { routes } from '../routes.ts'
import { explainSelf } from './explain-self.ts'

const practice: Practice = {
  owner: 'owner',
  responsible: 'responsible',
  dossier: { state: 'closed' },
  document: { by: 'owner', confidential: false, approvers: [] },
  ties: { 'Document Delivery of the dossier': { share: null, uses: true, assigned: null } },
}
const table = holding(...writesOf(practice))
const outcome = (as: Parameters<typeof personOf>[0], input: object) =>
  ask(explainSelf, { as: personOf(as), table, input })
const told = async (as: Parameters<typeof personOf>[0], input: object) =>
  routes.explainSelf.output.parse((await granted(outcome(as, input))).view)

const { dossierId, documentId } = ids

describe('B-01: one asks why one may or may not', () => {
  test('whoever may is told by which rule and path', async () => {
    expect(await told('owner', { action: 'document.read', dossierId, documentId })).toMatchObject({
      allowed: true,
      rule: { id: 'document.read/owner', fr: expect.any(String) },
      path: [{ step: 'ownership', en: 'owner of the dossier' }],
      whatWouldChangeIt: null,
    })
  })

  test('whoever may not is told what would have to change', async () => {
    const refused = await told('owner', { action: 'note.write', dossierId })
    expect(refused).toMatchObject({ allowed: false, path: [], causes: [] })
    expect(refused.whatWouldChangeIt?.ways[0]).toMatchObject({
      beOneOf: [],
      mustHold: [{ en: 'the dossier is active', fr: 'le dossier est actif' }],
    })
  })

  test('of what one may not know of, the answer is that of what does not exist, at the same cost', async () => {
    const cost = async (input: object) => {
      const before = table.calls.length
      expect(await outcome('Document Delivery of the dossier', input)).toEqual({ problem: 'not-found' })
      return table.calls.slice(before).map(({ operation }) => operation)
    }
    const there = await cost({ action: 'document.read', dossierId, documentId })
    expect(await cost({ action: 'document.read', dossierId, documentId: idOf(4000) })).toEqual(there)
    expect(await outcome('stranger', { action: 'dossier.read', dossierId })).toEqual({ problem: 'not-found' })
    expect(await outcome('stranger', { action: 'dossier.read', dossierId: idOf(4000) })).toEqual({
      problem: 'not-found',
    })
  })

  test('a right over the whole organisation needs no thing to be named', async () => {
    expect(await told('stranger', { action: 'settings.change' })).toMatchObject({ allowed: false, known: true })
    expect(await told('settings editor', { action: 'settings.change' })).toMatchObject({ allowed: true })
  })

  test('an act on people is decided on as for an ordinary colleague, unless one is named', async () => {
    const mine = { ...practice, dossier: { state: 'active' as const } }
    const at = holding(...writesOf(mine))
    const share = async (more: object) => {
      const input = { action: 'share.give', dossierId, ...more }
      const { view } = await granted(ask(explainSelf, { as: personOf('owner'), table: at, input }))
      return routes.explainSelf.output.parse(view)
    }
    expect(await share({})).toMatchObject({ allowed: true })
    expect(await share({ aboutPersonId: personOf('stranger').personId })).toMatchObject({ allowed: true })
    expect(await share({ aboutPersonId: personOf('guest').personId })).toMatchObject({
      allowed: false,
      rule: { id: 'share.give/never-outside' },
    })
  })

  test('an action that has no operation yet is answered by the actions that can be asked about', async () => {
    expect(await outcome('owner', { action: 'vote.cast' })).toMatchObject({
      problem: 'invalid-input',
      detail: { en: expect.stringContaining('dossier.read'), fr: expect.stringContaining('dossier.read') },
    })
  })
})
