import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Action } from '../../../shared/actions.ts'
import { isProblem } from '../../../shared/problems.ts'
import { compile, decide } from '../../../shared/rules/decide.ts'
import { ask, granted, holding } from '../../../test/ask.ts'
import { anyPractice, causesFor, ids, type Practice, thingsFor, writesOf } from '../../../test/practice.ts'
import { everyPersona, idOf, NOW, personOf } from '../../../test/world.ts'
import { situationOf } from '../../kernel/authorize.ts'
import { rules } from '../../rules.ts'
import { anybody, plainProposal } from '../anybody.ts'
import { routes } from '../routes.ts'
import { explainInDossier } from './explain-in-dossier.ts'

const policy = compile(rules)
const owner = personOf('owner')
const asked = ['dossier.read', 'document.read', 'document.import', 'note.write', 'archive.read', 'share.give'] as const

const plain: Practice = {
  owner: 'owner',
  responsible: 'responsible',
  dossier: { state: 'active' },
  document: { by: 'owner', confidential: true, approvers: [] },
  ties: {
    'Administrator of the dossier': { share: null, uses: true, assigned: null },
    stranger: { share: { access: 'read', until: null }, uses: false, assigned: null },
  },
}
const explained = async (practice: Practice, input: object, as = owner) => {
  const table = holding(...writesOf(practice))
  const { dossier } = thingsFor(practice, 'owner', 'dossier.read') as { dossier: object }
  const { view } = await granted(ask(explainInDossier, { as, table, things: { dossier }, input }))
  return routes.explainInDossier.output.parse(view)
}

test('B-01: an explanation says what the decision says, for everyone: the rule, the path, and every cause', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyPractice,
      fc.constantFrom(...everyPersona),
      fc.constantFrom(...asked),
      async (practice, who, action) => {
        const input = { personId: personOf(who).personId, action, documentId: ids.documentId }
        const told = await explained(practice, input, personOf('administrator'))
        const things = { ...anybody, ...plainProposal, ...thingsFor(practice, who, action) }
        const decision = decide(policy, action, situationOf(personOf(who), things, NOW))
        expect([told.allowed, told.rule?.id ?? null]).toEqual([decision.allowed, decision.rule?.id ?? null])
        if (decision.allowed) expect(told.path.map(({ step }) => step)).toEqual(decision.path)
        const causes = causesFor(policy, practice, who, action as Action, anybody)
        expect(told.causes.map(({ rule, path }) => [rule.id, path.map(({ step }) => step)])).toEqual(
          causes.map(({ rule, path }) => [rule.id, path]),
        )
        expect(told.whatWouldChangeIt === null).toBe(decision.allowed)
      },
    ),
    { numRuns: 200 },
  )
}, 60_000)

describe('B-01: what would have to change', () => {
  test('a client user is refused what is confidential, until it is not; the ways are those of client users', async () => {
    const { personId } = personOf('Administrator of the dossier')
    const told = await explained(plain, { personId, action: 'document.process', documentId: ids.documentId })
    expect(told).toMatchObject({ allowed: false, rule: { source: 'D-09' }, known: false })
    expect(told.whatWouldChangeIt?.forbiddenBy).toMatchObject([
      { untilNot: [{ en: expect.stringMatching(/confidential/) }], orUntil: [{ en: expect.any(String) }, {}] },
    ])
    const words = JSON.stringify(told.whatWouldChangeIt?.ways)
    expect(words).not.toContain("the dossier's owner")
  })

  test('the nearest way comes first: a reading collaborator writes once the share says so', async () => {
    const { personId } = personOf('stranger')
    const told = await explained(plain, { personId, action: 'note.write' })
    expect(told.whatWouldChangeIt).toMatchObject({ forbiddenBy: [], ways: expect.any(Array) })
    expect(told.whatWouldChangeIt?.ways[0]).toMatchObject({
      mustHold: [],
      beOneOf: expect.arrayContaining([
        expect.objectContaining({ en: 'a collaborator with whom the dossier is shared to read and write' }),
      ]),
    })
  })

  test('D-06: nobody may who is not active: that alone forbids', async () => {
    const { personId } = personOf('administrator, inactive')
    const told = await explained(plain, { personId, action: 'dossier.know' })
    expect(told.whatWouldChangeIt?.forbiddenBy).toMatchObject([
      { rule: { source: 'D-06' }, untilNot: [{ en: 'the person is not active' }], orUntil: [] },
    ])
  })
})

describe('who and what may be asked about', () => {
  const outcome = async (input: object) => {
    const { dossier } = thingsFor(plain, 'owner', 'dossier.read') as { dossier: object }
    return ask(explainInDossier, { as: owner, table: holding(...writesOf(plain)), things: { dossier }, input })
  }

  test('B-02: to an owner, a client user of another dossier is nobody, like somebody who does not exist', async () => {
    const { personId } = personOf('Administrator elsewhere')
    const elsewhere = await outcome({ personId, action: 'dossier.read' })
    expect(elsewhere).toEqual({ problem: 'not-found' })
    expect(await outcome({ personId: idOf(4000), action: 'dossier.read' })).toEqual(elsewhere)
  })

  test('B-01: a document of another dossier, or none, is not found', async () => {
    const { personId } = personOf('stranger')
    expect(await outcome({ personId, action: 'document.read', documentId: idOf(4000) })).toEqual({
      problem: 'not-found',
    })
  })

  test('what is not of the dossier is no question about it, and what is missing is named', async () => {
    const { personId } = personOf('stranger')
    const outside = await outcome({ personId, action: 'client.read' })
    expect(outside).toMatchObject({ problem: 'invalid-input', errors: [{ pointer: '#/action' }] })
    const unnamed = await outcome({ personId, action: 'document.read' })
    expect(unnamed).toMatchObject({ problem: 'invalid-input', errors: [{ pointer: '#/documentId' }] })
    expect(isProblem(unnamed as object)).toBe(true)
  })
})
