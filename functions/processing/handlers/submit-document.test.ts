import { expect, test } from 'vitest'
import { People, type Person } from '../../../shared/people.ts'
import { problem } from '../../../shared/problems.ts'
import type { Persona } from '../../../shared/rules/cases.ts'
import { create, the } from '../../../shared/table/table.ts'
import { ask, granted, holding } from '../../../test/ask.ts'
import { accessOf, documentAt, dossier } from '../../../test/one-dossier.ts'
import { idOf, NOW, personOf } from '../../../test/world.ts'
import { AwaitedApprovals, type Document, Documents, DocumentVersions } from '../../documents/records.ts'
import { documentStateNames } from '../../documents/states.ts'
import { DossierAccesses } from '../../dossiers/records.ts'
import { type ApprovalRule, PortalSettingsOf } from '../../portal/records.ts'
import { submitDocument } from './submit-document.ts'
import { withdrawSubmission } from './withdraw-submission.ts'

const author = 'Document Delivery of the dossier'
const processing = 'Document Processing of the dossier'
const administrator = 'Administrator of the dossier'
const feedback = 'Full Feedback of the dossier'
const idsOf = (...personas: readonly Persona[]) => personas.map((persona) => personOf(persona).personId)

const rule: ApprovalRule = {
  ruleId: idOf(821),
  name: 'Grands achats',
  kinds: ['purchase'],
  approverIds: idsOf(administrator, feedback),
  mode: 'in-order',
}

type World = {
  readonly document?: Partial<Document>
  readonly rules?: readonly ApprovalRule[]
  readonly people?: Partial<Record<Persona, Partial<Person>>>
  readonly versionBy?: Persona
}
const world = ({ document = {}, rules, people = {}, versionBy = author }: World) => {
  const made = documentAt(1, author, { kind: 'purchase', ...document })
  const users = [author, processing, administrator, feedback] as const
  const table = holding(
    create(Documents, made.document),
    create(DocumentVersions, { ...made.version, createdBy: personOf(versionBy).personId }),
    ...[...users, 'owner' as const, 'stranger' as const].map((one) =>
      create(People, { ...personOf(one), ...people[one] } as Person),
    ),
    ...users.map((one) => create(DossierAccesses, accessOf(one))),
    ...(rules === undefined
      ? []
      : [
          create(PortalSettingsOf, {
            dossierId: dossier.dossierId,
            transmission: 'off' as const,
            rulesVersion: 4,
            rules,
            changedAt: NOW,
            changedBy: personOf('owner').personId,
          }),
        ]),
  )
  const stored = async () => (await table.load({ it: the(Documents, made.document) })).it as unknown as Document
  const run = async (handler: typeof submitDocument | typeof withdrawSubmission, as: Persona) => {
    const things = { document: await stored(), dossier, access: accessOf(as) }
    const outcome = await ask(handler as typeof submitDocument, { as: personOf(as), table, things })
    if ('writes' in outcome) await table.commit(outcome.writes ?? [])
    return outcome
  }
  const awaited = async (persona: Persona) =>
    (await table.list(AwaitedApprovals.by.ofPerson, { personId: personOf(persona).personId }, { limit: 9 })).items
  const submit = (as: Persona = author) => run(submitDocument, as)
  const withdraw = (as: Persona = author) => run(withdrawSubmission, as)
  return { table, stored, submit, withdraw, awaited }
}

test('P-08: what no rule covers is approved as it is submitted, and ready to be sent', async () => {
  for (const rules of [undefined, [], [{ ...rule, kinds: ['sale' as const] }]]) {
    const { submit, stored } = world(rules === undefined ? {} : { rules })
    const { view, events } = await granted(submit())
    expect(view).toMatchObject({ state: 'approved', approvers: [] })
    expect((await stored()).state).toBe('approved')
    expect(events).toMatchObject([{ type: 'document-ready', data: { documentId: idOf(601) } }])
  }
})

test('P-07: what a rule covers waits for those it names, with the rule as it was and the version of the rules', async () => {
  const { submit, stored, awaited } = world({ rules: [rule] })
  const { view, events } = await granted(submit())
  const approverIds = idsOf(administrator, feedback)
  expect(view).toMatchObject({ state: 'to-approve', approvers: approverIds })
  const { approval } = await stored()
  expect(approval).toMatchObject({
    ruleId: rule.ruleId,
    ruleName: rule.name,
    rulesVersion: 4,
    mode: 'in-order',
    approverIds,
    verdicts: [],
    begunBy: personOf(author).personId,
    endedAt: null,
  })
  for (const one of [administrator, feedback] as const)
    expect(await awaited(one)).toMatchObject([{ documentId: idOf(601), approvalId: approval?.approvalId, since: NOW }])
  expect(events).toMatchObject([{ type: 'approval-begun', data: { approvalId: approval?.approvalId } }])
})

test('P-07: nobody approves their own: neither who put the document in nor who put in its current version', async () => {
  const named = { ...rule, approverIds: idsOf(author, processing, administrator) }
  const { submit } = world({ rules: [named], versionBy: processing })
  expect((await granted(submit())).view.approvers).toEqual(idsOf(administrator))
  expect(await world({ rules: [{ ...rule, approverIds: idsOf(author) }] }).submit()).toEqual(problem('no-approver'))
})

test('P-07: who left, was not yet there, or reaches the dossier by nothing is not asked; if nobody is left, it says so', async () => {
  const left = { rules: [rule], people: { [administrator]: { status: 'inactive' } } } as const
  expect((await granted(world(left).submit())).view.approvers).toEqual(idsOf(feedback))
  const invited = { ...left, people: { ...left.people, [feedback]: { status: 'invited' } } } as const
  const { submit, stored, awaited } = world(invited)
  expect(await submit()).toEqual(problem('no-approver'))
  expect([(await stored()).state, await awaited(feedback)]).toEqual(['received', []])
  const stranger = { ...rule, approverIds: idsOf('stranger') }
  expect(await world({ rules: [stranger] }).submit()).toEqual(problem('no-approver'))
})

test('D-09: of a confidential document only owner and collaborators are asked, whoever is named', async () => {
  const named = { ...rule, approverIds: idsOf(administrator, 'owner') }
  const { submit } = world({ rules: [named], document: { confidential: true } })
  expect((await granted(submit('owner'))).view.approvers).toEqual(idsOf('owner'))
})

test('P-07: what is not known of a document counts as met: nothing goes past an approval by not being said', async () => {
  const { submit } = world({ rules: [{ ...rule, atLeast: { minor: 100_000, currency: 'EUR' } }] })
  expect((await granted(submit())).view.state).toBe('to-approve')
})

test('P-07: a rule that changes or comes while a document is submitted does not let it past: nothing is written', async () => {
  for (const rules of [undefined, [rule]]) {
    const { table, stored } = world(rules === undefined ? {} : { rules })
    const things = { document: await stored(), dossier, access: accessOf(author) }
    const outcome = await granted(ask(submitDocument, { as: personOf(author), table, things }))
    table.put(
      create(PortalSettingsOf, {
        dossierId: dossier.dossierId,
        transmission: 'off',
        rulesVersion: 5,
        rules: [],
        changedAt: NOW,
        changedBy: personOf('owner').personId,
      }),
    )
    // The version of an item that was there is another; one that was not there is there.
    if (rules !== undefined) {
      const { it } = await table.load({ it: the(PortalSettingsOf, dossier) })
      await table.commit([{ op: 'replace', record: PortalSettingsOf, before: it as never, item: it as never }])
    }
    expect(await table.commit(outcome.writes ?? [])).not.toBe('done')
    expect((await stored()).state).toBe('received')
  }
})

const inTheWay: Partial<Record<Document['state'], string>> = {
  'awaiting-upload': 'upload-not-complete',
  'to-approve': 'document-in-approval',
  approved: 'already-approved',
  rejected: 'document-rejected',
  sending: 'document-in-transfer',
  failed: 'document-in-transfer',
  sent: 'already-sent',
  archived: 'already-sent',
  replaced: 'document-replaced',
}
test.each(documentStateNames)(
  'P-06: a document that is %s is submitted, or a clear problem says why not',
  async (state) => {
    const { submit, stored } = world({ document: { state } })
    const outcome = await submit()
    if (state in inTheWay) {
      expect(outcome).toEqual(problem(inTheWay[state] as never))
      expect((await stored()).state).toBe(state)
    } else expect((await stored()).state).toBe('approved')
  },
)

test('P-07: withdrawn from approval, a document is in process, waits for nobody, and keeps what was said until then', async () => {
  const { submit, withdraw, stored, awaited } = world({ rules: [rule] })
  await granted(submit())
  const { approval } = await stored()
  const { view, events } = await granted(withdraw())
  expect(view).toMatchObject({ state: 'in-process', approvers: [] })
  const after = await stored()
  expect(after).toMatchObject({ state: 'in-process', approval: { ...approval, endedAt: NOW } })
  expect([after.approvers, await awaited(administrator), await awaited(feedback)]).toEqual([undefined, [], []])
  const by = personOf(author).personId
  expect(events).toMatchObject([
    { type: 'approval-ended', data: { approvalId: approval?.approvalId, outcome: 'withdrawn', by } },
  ])
  expect(await withdraw()).toEqual(problem('not-in-approval'))
  // Submitted again, it is another approval.
  await granted(submit())
  expect((await stored()).approval?.approvalId).not.toBe(approval?.approvalId)
})

test.each(documentStateNames.filter((state) => state !== 'to-approve'))(
  'P-07: there is nothing to withdraw of a document that is %s',
  async (state) => {
    expect(await world({ document: { state } }).withdraw()).toEqual(problem('not-in-approval'))
  },
)
