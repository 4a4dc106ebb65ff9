/** A batch over HTTP, by the deployed workflows: what may not be sent, what is lost, killed in the middle, and resumed. */

import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { SFNClient, StopExecutionCommand } from '@aws-sdk/client-sfn'
import { expect, test } from 'vitest'
import { put } from '../../bench/operations/memory-world.ts'
import { addSeconds, systemClock } from '../../shared/ports/clock.ts'
import { newUuid } from '../../shared/ports/ids.ts'
import { create, update } from '../../shared/table/table.ts'
import { asOwner, localStack } from '../../test/journeys/local-stack.ts'
import { withOwnClock } from '../../test/journeys/own-clock.ts'
import { sha256, until } from '../../test/journeys/people-in-town.ts'
import { settledDossier, settlementOf } from '../../test/journeys/settlers.ts'
import { type Document, Documents, type DocumentVersion, DocumentVersions, fileKey } from '../documents/records.ts'
import { executionOf } from './batches/workflow.ts'
import { ArchiveEntries, type ArchiveEntry } from './records.ts'
import { routes } from './routes.ts'

const COUNT = 64
const LOST = 5
const WAITING = 9

const stack = localStack()
const { outputs } = stack
const settlement = settlementOf(stack)
const { administrator, practitioner, params } = await settledDossier(settlement)
const delivery = await settlement.clientUser({
  name: 'Blaise Ormesson',
  of: params.dossierId,
  profile: 'client-document-delivery',
})
const s3 = new S3Client(asOwner(stack))

const lay = (version: DocumentVersion) =>
  s3.send(
    new PutObjectCommand({
      Bucket: outputs.DocumentsBucketName,
      Key: fileKey(version),
      Body: `Pièce ${version.name}`,
      ChecksumAlgorithm: 'SHA256',
    }),
  )

/** Documents as their uploads would have left them; of one the bytes are not there, and one waits for approval. */
const documentsThere = async () => {
  const made = Array.from({ length: COUNT }, (_, at) => {
    const name = `facture-${at}.pdf`
    const bytes = Buffer.from(`Pièce ${name}`)
    const ids = { dossierId: params.dossierId, documentId: newUuid() }
    const facts = { name, contentType: 'application/pdf', length: bytes.length, sha256: sha256(bytes) }
    const created = { createdAt: systemClock(), createdBy: administrator.personId }
    const version: DocumentVersion = {
      ...ids,
      ...facts,
      ...created,
      versionId: newUuid(),
      state: 'received',
      storedVersionId: null,
      receivedAt: systemClock(),
    }
    const document: Document = {
      ...ids,
      ...facts,
      ...created,
      state: at === WAITING ? 'to-approve' : 'received',
      currentVersionId: version.versionId,
      transferId: null,
      failure: null,
    }
    return { document, version }
  })
  await Promise.all(made.filter((_, at) => at !== LOST).map(({ version }) => lay(version)))
  await put(
    settlement.table,
    made.flatMap(({ document, version }) => [create(Documents, document), create(DocumentVersions, version)]),
  )
  return made
}

const read = (batchId: string) => administrator.call(routes.readSendingBatch, { params: { ...params, batchId } })
const ended = (batchId: string) =>
  until(
    'end of the batch',
    async () => {
      const batch = await read(batchId)
      return batch.endedAt === null ? undefined : batch
    },
    120,
  )

test('P-09: a batch killed in the middle goes on by itself; what was not sent is told, resumed, and archived once', {
  timeout: 240_000,
}, async () => {
  const made = await documentsThere()
  const documentIds = made.map(({ document }) => document.documentId)
  await withOwnClock(stack, async () => {
    const { batchId, counts } = await administrator.call(routes.sendBatch, { params, input: { documentIds } })
    expect(counts).toMatchObject({ documents: COUNT, waiting: COUNT })
    await until('documents on their way', async () => ((await read(batchId)).counts.sending > 0 ? true : undefined))
    const machine = (outputs.SendingBatchStateMachineArn ?? '').replace(':stateMachine:', ':execution:')
    const executionArn = `${machine}:${executionOf({ batchId, attempt: 1 })}`
    await new SFNClient(asOwner(stack)).send(new StopExecutionCommand({ executionArn }))
    await settlement.town.tickAt(addSeconds(systemClock(), 120))

    expect(await ended(batchId)).toMatchObject({
      state: 'failed-in-part',
      attempt: 2,
      percent: 100,
      counts: { sent: COUNT - 2, refused: 1, failed: 1 },
      notSent: expect.arrayContaining([
        expect.objectContaining({
          state: 'failed',
          reason: { code: 'source-missing', text: expect.any(String) },
          documentIds: [documentIds[LOST]],
        }),
        expect.objectContaining({ state: 'refused', documentIds: [documentIds[WAITING]] }),
      ]),
    })
    const { text } = await settlement.town.mailTo(practitioner.email, (mail) => mail.text.includes(`${COUNT - 2}`))
    expect(text).not.toContain('facture-')

    const [lost, waiting] = [made[LOST], made[WAITING]] as [(typeof made)[number], (typeof made)[number]]
    await lay(lost.version)
    const stored = await settlement.stored<Document>(Documents, waiting.document)
    await settlement.write(update(Documents, stored, { state: 'approved' }))
    await administrator.call(routes.resumeSendingBatch, { params: { ...params, batchId }, input: {} })
    expect(await ended(batchId)).toMatchObject({ state: 'done', attempt: 3, counts: { sent: COUNT } })

    const { items } = await settlement.table.list<ArchiveEntry>(ArchiveEntries.by.ofDossier, params, { limit: 500 })
    expect(items.map(({ documentId }) => documentId).sort()).toEqual([...documentIds].sort())
    const { items: batches } = await administrator.call(routes.listSendingBatches, { params, input: {} })
    expect(batches).toMatchObject([{ batchId, state: 'done', documents: COUNT }])
  })
})

test('P-04: Document Delivery sends a batch of their own, and sees no batch of others', async () => {
  const { batchId } = await administrator.call(routes.sendBatch, { params, input: { all: 'approved' } })
  const others = await delivery.ask(routes.readSendingBatch, { params: { ...params, batchId } })
  expect(others.status).toBe(404)
  const own = await delivery.call(routes.sendBatch, { params, input: { documentIds: [newUuid()] } })
  const { items } = await delivery.call(routes.listSendingBatches, { params, input: {} })
  expect(items.map((batch) => batch.batchId)).toEqual([own.batchId])
})
