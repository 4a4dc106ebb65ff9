import { expect, test } from 'vitest'
import { create } from '../../shared/table/table.ts'
import { type Approving, AUTHOR, approving, FIRST, OWNER, ruleOf, submitted, THIRD } from '../../test/approving.ts'
import { NOW, personOf } from '../../test/world.ts'
import { jobTools } from '../kernel/job.ts'
import { Shares } from '../sharing/records.ts'
import { askingForApproval, tellingApprovalEnd } from './approval-letters.ts'
import { renderMail } from './render.ts'
import { exampleData } from './templates/example-data.ts'

const sender = { organisation: 'Cabinet Marchetti-Brun', timeZone: 'Europe/Paris' }
const toolsOf = ({ world }: Pick<Approving, 'world'>) => jobTools(world, 'send-mail', 'event')
const idsOf = (town: Pick<Approving, 'document'>) => {
  const { dossierId, documentId, approval } = town.document()
  return { dossierId, documentId, approvalId: approval?.approvalId ?? '' }
}
const asking = (town: Approving, who: Parameters<typeof personOf>[0]) =>
  askingForApproval(
    { ...idsOf(town), personId: personOf(who).personId, for: null, reminder: false },
    sender,
    toolsOf(town),
  )

test('P-07: whoever is asked gets a link that is theirs alone, for this approval, with what was said of the document', async () => {
  const town = await submitted([FIRST])
  const [letter] = await asking(town, FIRST)
  expect(letter).toMatchObject({
    kind: 'approval',
    data: {
      document: { name: 'facture-0187.pdf', kind: { fr: 'achat' }, amount: { en: '€1,500.00' } },
      submittedBy: personOf(AUTHOR).name,
      link: expect.stringMatching(/\/document-approvals\/[\w-]{43}$/),
    },
    link: { purpose: 'document-approval', personId: personOf(FIRST).personId, subject: idsOf(town) },
  })
})

test('P-07: a colleague who approves by a share is asked to sign in: no link would serve them', async () => {
  const town = approving()
  const { dossierId } = town.document()
  const share = { dossierId, access: 'read', givenBy: personOf(OWNER).personId, givenAt: NOW, until: null } as const
  await town.write(create(Shares, { ...share, personId: personOf('stranger').personId }))
  await town.submit(ruleOf(['stranger']))
  await town.deliver()
  expect(town.mails).toMatchObject([{ to: personOf('stranger').personId, kind: 'approval', data: { link: null } }])
  expect(town.links()).toEqual([])
  expect((await town.answer('stranger', 'approved')).status).toBe(200)
})

test('P-07: who lost the right, or has answered, is mailed nothing', async () => {
  const town = await submitted([FIRST, THIRD], 'all')
  await town.endAccess(FIRST)
  expect(await asking(town, FIRST)).toEqual([])
  await town.answer(THIRD, 'approved')
  expect(await asking(town, THIRD)).toEqual([])
})

test('D-09: of what is confidential neither name, amount nor reason travels, nor does a link', async () => {
  const town = await submitted([OWNER])
  await town.changeDocument({ confidential: true })
  const asked = await asking(town, OWNER)
  await town.answer(OWNER, 'rejected')
  const told = await tellingApprovalEnd(
    { ...idsOf(town), outcome: 'rejected', by: personOf(OWNER).personId },
    sender,
    toolsOf(town),
  )
  expect(asked).toMatchObject([{ data: { document: null, link: null } }])
  // Whoever put it in reads it no more, and so is told nothing of it.
  expect(told).toEqual([])
})

test('P-07: whoever put it in and whoever submitted it are told once; who ended it is not', async () => {
  const town = await submitted([FIRST])
  await town.answer(FIRST, 'approved')
  const ended = { ...idsOf(town), outcome: 'approved', by: personOf(FIRST).personId } as const
  const told = await tellingApprovalEnd(ended, sender, toolsOf(town))
  expect(told.map(({ to }) => to.personId)).toEqual([personOf(AUTHOR).personId])
  expect(await tellingApprovalEnd({ ...ended, outcome: 'withdrawn' }, sender, toolsOf(town))).toEqual([])
})

test.each(
  (['en', 'fr'] as const).flatMap((language) => [
    ['approval', { ...exampleData.approval, document: null, link: null, inPlaceOf: null }, language] as const,
    [
      'approval-ended',
      { ...exampleData['approval-ended'], outcome: 'approved', document: null, reason: null },
      language,
    ] as const,
    ['approval-waits', { ...exampleData['approval-waits'], nobodyLeft: false, document: null }, language] as const,
  ]),
)('B-16: %s is whole without what it may lack', async (kind, data, language) => {
  const { text, subject } = await renderMail(kind, data as never, language)
  expect(text).not.toMatch(/undefined|\bnull\b|\[object/)
  expect(text).not.toContain('facture-2026-0187')
  expect(subject).toContain(sender.organisation)
})
