/** The deployed workflow, with its roles enforced: from the event in the outbox to the bytes in the archive. */
import { createHash, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { describe, expect, test, vi } from 'vitest'
import { localCredentials, readLocalTenant } from '../../infra/local/credentials.ts'
import { event } from '../../shared/events.ts'
import { s3Archive } from '../../shared/ports/aws/s3-archive.ts'
import { systemClock } from '../../shared/ports/clock.ts'
import { newUuid } from '../../shared/ports/ids.ts'
import { dynamoTable } from '../../shared/table/dynamo-table.ts'
import { create, the } from '../../shared/table/table.ts'
import { type Document, Documents, type DocumentVersion, DocumentVersions, fileKey } from '../documents/records.ts'
import { jobTools } from '../kernel/job.ts'
import type { World } from '../kernel/line.ts'
import { ArchiveEntries, type ArchiveEntry, type Transfer, Transfers } from './records.ts'

const { GREFFE_ENDPOINT: endpoint, GREFFE_OUTPUTS: outputsFile = '' } = process.env

/** What the stack's owner sees and lays down, past the API. */
const openStack = () => {
  const outputs = JSON.parse(readFileSync(outputsFile, 'utf8')) as Record<string, string>
  const options = { endpoint: endpoint as string, region: readLocalTenant().region, credentials: localCredentials }
  const buckets = { documents: outputs.DocumentsBucketName ?? '', archive: outputs.ArchiveBucketName ?? '' }
  const s3 = new S3Client(options)
  const table = dynamoTable({ client: new DynamoDBClient(options), tableName: outputs.TableName ?? '' })
  const tools = jobTools({ table, newId: newUuid, clock: systemClock } as unknown as World, 'test', 'test')
  return { buckets, s3, table, tools, archive: s3Archive({ buckets, client: s3 }) }
}
type Stack = ReturnType<typeof openStack>

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

type Uploaded = { readonly document: Document; readonly version: DocumentVersion }

/** A document being sent, with its bytes in the documents bucket. */
const uploadFor = async (
  { s3, buckets }: Stack,
  transfer: Pick<Transfer, 'dossierId' | 'transferId'>,
  bytes: Buffer,
): Promise<Uploaded> => {
  const { dossierId, transferId } = transfer
  const ids = { dossierId, documentId: newUuid() }
  const facts = { name: 'relevé.pdf', contentType: 'application/pdf', length: bytes.length, sha256: sha256Of(bytes) }
  const created = { createdAt: systemClock(), createdBy: newUuid() }
  const version = {
    ...ids,
    versionId: newUuid(),
    ...facts,
    state: 'received',
    receivedAt: systemClock(),
    ...created,
  } as const
  const put = new PutObjectCommand({
    Bucket: buckets.documents,
    Key: fileKey(version),
    Body: bytes,
    ChecksumAlgorithm: 'SHA256',
  })
  const { VersionId: storedVersionId = null } = await s3.send(put)
  const state = { state: 'sending', currentVersionId: version.versionId, transferId, failure: null } as const
  return { document: { ...ids, ...facts, ...state, ...created }, version: { ...version, storedVersionId } }
}

/** Writes down a transfer as its request would have, and tells of it as often as asked. */
const send = async (
  stack: Stack,
  ids: Pick<Transfer, 'dossierId' | 'transferId'>,
  uploads: readonly Uploaded[],
  told = 1,
): Promise<void> => {
  const at = systemClock()
  const documents = uploads.map(
    ({ document: { documentId, name, contentType, length, sha256 }, version: { versionId } }) => ({
      documentId,
      versionId,
      name,
      contentType,
      length,
      sha256,
      state: 'sending' as const,
      reason: null,
    }),
  )
  const asked = event('transfer-asked', { ...ids, attempt: 1 })
  await stack.tools.act({
    action: 'document.send',
    dossierId: ids.dossierId,
    writes: [
      create(Transfers, {
        ...ids,
        state: 'sending',
        attempt: 1,
        documents,
        askedBy: newUuid(),
        askedAt: at,
        activeAt: at,
        endedAt: null,
      }),
      ...uploads.flatMap(({ document, version }) => [create(Documents, document), create(DocumentVersions, version)]),
    ],
    events: Array.from({ length: told }, () => asked),
  })
}

const ended = ({ table }: Stack, ids: Pick<Transfer, 'dossierId' | 'transferId'>): Promise<Transfer> =>
  vi.waitUntil(
    async () => {
      const transfer = (await table.load({ it: the(Transfers, ids) })).it as Transfer | undefined
      return transfer?.state === 'sending' ? undefined : transfer
    },
    { timeout: 50_000, interval: 200 },
  )

const newIds = () => ({ dossierId: newUuid(), transferId: newUuid() })

describe.skipIf(endpoint === undefined)('the deployed transfer', () => {
  test('P-09: told twice, it carries documents of 20 MB and of one byte into the archive, byte for byte, once', async () => {
    const stack = openStack()
    const ids = newIds()
    const files = [randomBytes(20_000_000), Buffer.from('x'), randomBytes(50_000)]
    const uploads = await Promise.all(files.map((bytes) => uploadFor(stack, ids, bytes)))
    await send(stack, ids, uploads, 2)
    expect(await ended(stack, ids)).toMatchObject({ state: 'sent', documents: files.map(() => ({ state: 'sent' })) })

    const { items } = await stack.table.list<ArchiveEntry>(ArchiveEntries.by.ofDossier, ids, { limit: 10 })
    expect(items.map(({ sha256 }) => sha256).sort()).toEqual(files.map(sha256Of).sort())
    for (const entry of items) {
      const place = { Bucket: stack.buckets.archive, Key: fileKey(entry) }
      const { Body } = await stack.s3.send(new GetObjectCommand(place))
      expect(sha256Of((await Body?.transformToByteArray()) ?? new Uint8Array())).toBe(entry.sha256)
    }
  })

  test('P-09: what is lost or changed is never called sent: its reason is told, and the others are sent', async () => {
    const stack = openStack()
    const ids = newIds()
    const [whole, lost, changed] = (await Promise.all(
      ['whole', 'lost', 'changed'].map((text) => uploadFor(stack, ids, Buffer.from(text))),
    )) as [Uploaded, Uploaded, Uploaded]
    const elsewhere = { ...lost.version, versionId: newUuid(), storedVersionId: null }
    const gone = { document: { ...lost.document, currentVersionId: elsewhere.versionId }, version: elsewhere }
    const other = { ...changed, version: { ...changed.version, sha256: sha256Of(Buffer.from('another')) } }
    await send(stack, ids, [whole, gone, other])

    const transfer = await ended(stack, ids)
    expect(transfer.state).toBe('failed')
    expect(transfer.documents.map(({ reason }) => reason)).toEqual([null, 'source-missing', 'source-differs'])
    const { items } = await stack.table.list<ArchiveEntry>(ArchiveEntries.by.ofDossier, ids, { limit: 10 })
    expect(items).toHaveLength(1)
  })

  test('P-09: the store says what lies there, copies one version of it, and reads it from end to end', async () => {
    const stack = openStack()
    const bytes = randomBytes(70_000)
    const { version } = await uploadFor(stack, newIds(), bytes)
    const key = fileKey(version)
    const source = { bucket: 'documents', key, versionId: version.storedVersionId } as const
    const held = { length: bytes.length, sha256: Buffer.from(version.sha256, 'hex').toString('base64') }
    expect(await stack.archive.look(source)).toMatchObject(held)
    expect(await stack.archive.look({ bucket: 'archive', key })).toBeUndefined()
    expect(await stack.archive.digest({ bucket: 'archive', key })).toBeUndefined()

    const { versionId } = await stack.archive.copy(source, { bucket: 'archive', key })
    expect(await stack.archive.look({ bucket: 'archive', key })).toEqual({ ...held, versionId })
    const digest = { length: bytes.length, sha256: version.sha256 }
    expect(await stack.archive.digest({ bucket: 'archive', key, versionId })).toEqual(digest)
  })
})
