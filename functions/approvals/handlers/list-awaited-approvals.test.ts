import { expect, test } from 'vitest'
import { create } from '../../../shared/table/table.ts'
import { AUTHOR, approving, DEPUTY, FIRST, OWNER, ruleOf, SECOND, submitted, THIRD } from '../../../test/approving.ts'
import { documentAt } from '../../../test/one-dossier.ts'
import { told } from '../../../test/town.ts'
import { idOf, personOf } from '../../../test/world.ts'
import { awaitApproval } from '../../documents/awaited-approvals.ts'
import { Documents } from '../../documents/records.ts'

type Listed = { readonly items: { documentId: string; for: { name: string } | null; document: object | null }[] }
const listed = async (town: { mine: ReturnType<typeof approving>['mine'] }, who: Parameters<typeof personOf>[0]) =>
  (told(await town.mine(who)) as Listed).items

test('P-07: what waits for oneself is listed with what was said of it, and no longer once it is answered', async () => {
  const town = await submitted([FIRST, THIRD], 'all')
  for (const who of [FIRST, THIRD] as const)
    expect(await listed(town, who)).toMatchObject([
      { dossierNumber: 7, version: 2, for: null, document: { name: 'facture-0187.pdf', amount: { minor: 150_000 } } },
    ])
  for (const who of [AUTHOR, OWNER, 'stranger', 'guest'] as const) expect(await listed(town, who)).toEqual([])
  await town.answer(FIRST, 'approved')
  expect([await listed(town, FIRST), (await listed(town, THIRD)).length]).toEqual([[], 1])
})

test('P-07: in order it is listed once it is one’s turn, also where somebody before was skipped', async () => {
  const town = await submitted([FIRST, THIRD])
  expect([(await listed(town, FIRST)).length, await listed(town, THIRD)]).toEqual([1, []])
  await town.endAccess(FIRST)
  await town.lookAgain()
  expect([await listed(town, FIRST), (await listed(town, THIRD)).length]).toEqual([[], 1])
})

test('B-11: what waits for whom one stands in for is listed in their name, while it lasts', async () => {
  const town = await submitted([FIRST], 'in-order', (it) => it.leave(FIRST, DEPUTY, 3))
  expect(await listed(town, DEPUTY)).toMatchObject([{ for: { name: personOf(FIRST).name } }])
  town.passDays(3)
  expect(await listed(town, DEPUTY)).toEqual([])
})

test('B-11: to stand in for somebody shows nothing that one does not see', async () => {
  const town = await submitted([FIRST], 'in-order', (it) => it.leave(FIRST, SECOND))
  expect(await listed(town, SECOND)).toEqual([])
})

test('D-09: what is confidential is listed without its facts, and to those alone who may read it', async () => {
  const town = await submitted([FIRST, OWNER], 'all')
  await town.changeDocument({ confidential: true })
  expect([await listed(town, FIRST), await listed(town, OWNER)]).toMatchObject([[], [{ document: null }]])
})

test('P-07: many are listed page by page, newest first, own ones and those of others in one order', async () => {
  const town = approving()
  await town.leave(SECOND, DEPUTY)
  for (let at = 2; at < 12; at++) {
    const { document } = documentAt(at, AUTHOR)
    const approval = {
      ...ruleOf([at % 2 === 0 ? DEPUTY : SECOND]),
      approvalId: idOf(9000 + at),
      ruleName: 'All',
      rulesVersion: 1,
      verdicts: [],
      begunAt: document.createdAt,
      begunBy: document.createdBy,
      endedAt: null,
    }
    const waiting = { ...document, state: 'to-approve' as const, approval, approvers: approval.approverIds }
    town.table.put(create(Documents, waiting), ...awaitApproval(waiting, approval.approverIds, document.createdAt))
  }
  const seen: string[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: Listed & { cursor: string | null } = told(
      await town.mine(DEPUTY, { limit: '3', ...(cursor && { cursor }) }),
    )
    seen.push(...page.items.map(({ documentId }) => documentId))
    cursor = page.cursor
  }
  expect(seen).toEqual(Array.from({ length: 10 }, (_, at) => idOf(611 - at)))
})
