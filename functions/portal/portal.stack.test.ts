/** Automatic transmission over HTTP: what was approved is sent without a person, and what waits when it is turned on. */
import { expect, test } from 'vitest'
import { localStack } from '../../test/journeys/local-stack.ts'
import { upload } from '../../test/journeys/move-files.ts'
import { until } from '../../test/journeys/people-in-town.ts'
import { settledDossier, settlementOf } from '../../test/journeys/settlers.ts'
import { routes as approvals } from '../approvals/routes.ts'
import { routes as archive } from '../archive-transfers/routes.ts'
import { routes as documents } from '../documents/routes.ts'
import { routes as processing } from '../processing/routes.ts'
import { routes } from './routes.ts'

const settlement = settlementOf(localStack())
const { administrator, practitioner, params } = await settledDossier(settlement)

const uploaded = (name: string) => upload(administrator, params, { name, bytes: Buffer.from(`Pièce ${name}`) })
/** Submits a document to the rule that covers it, and approves it as its owner. */
const approve = async (documentId: string): Promise<void> => {
  const ofDocument = { ...params, documentId }
  await administrator.call(processing.submitDocument, { params: ofDocument, input: {} })
  const { approval, version } = await practitioner.call(approvals.readApproval, { params: ofDocument })
  await practitioner.call(approvals.giveVerdict, {
    params: ofDocument,
    input: { verdict: 'approved', approvalId: approval?.approvalId ?? '', version },
  })
}
const archived = (documentId: string) =>
  until('archived document', async () => {
    const { state } = await administrator.call(documents.readDocument, { params: { ...params, documentId } })
    return state === 'archived' ? state : undefined
  })

test('P-07, P-08: what a rule covers is sent once it is approved, by itself: what waited when it was turned on, too', async () => {
  expect(await administrator.call(routes.readPortalSettings, { params })).toMatchObject({ transmission: 'off' })
  await administrator.call(approvals.addApprovalRule, {
    params,
    input: { name: 'Tout', approverIds: [practitioner.personId], mode: 'any' },
  })
  const waiting = await uploaded('avant.pdf')
  const refused = await administrator.ask(archive.sendDocuments, { params, input: { documentIds: [waiting] } })
  expect(refused).toMatchObject({ status: 409, body: { code: 'approval-needed' } })
  await approve(waiting)
  expect(
    await administrator.call(routes.setTransmission, { params, input: { transmission: 'approved' } }),
  ).toMatchObject({ transmission: 'approved', changedBy: administrator.personId })
  await archived(waiting)

  const later = await uploaded('après.pdf')
  await approve(later)
  await archived(later)
  const { items } = await administrator.call(archive.listTransfers, { params, input: {} })
  expect(items).toMatchObject([
    { automatic: true, askedBy: administrator.personId },
    { automatic: true, askedBy: administrator.personId },
  ])
})
