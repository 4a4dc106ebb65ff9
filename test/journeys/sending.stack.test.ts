import { LambdaClient, ListFunctionsCommand } from '@aws-sdk/client-lambda'
import { DeleteObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { DescribeExecutionCommand, ListExecutionsCommand, SFNClient } from '@aws-sdk/client-sfn'
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { describe, expect, test } from 'vitest'
import { ArchiveEntries, type ArchiveEntry } from '../../functions/archive-transfers/records.ts'
import { routes as archive } from '../../functions/archive-transfers/routes.ts'
import { Documents, type DocumentVersion, DocumentVersions, fileKey } from '../../functions/documents/records.ts'
import { routes as documents } from '../../functions/documents/routes.ts'
import { event, type OutboxEntry, Receipts } from '../../shared/events.ts'
import { newUuid } from '../../shared/ports/ids.ts'
import { perhaps, update } from '../../shared/table/table.ts'
import { askIam } from './ask-iam.ts'
import { asOwner, localStack } from './local-stack.ts'
import { announcementOf, bytesAt, endOf, put, sendAndWait, upload } from './move-files.ts'
import { withOwnClock } from './own-clock.ts'
import { until } from './people-in-town.ts'
import { settledDossier, settlementOf } from './settlers.ts'

const stack = localStack()
const { outputs, mailbox } = stack
const settlement = settlementOf(stack)
const { administrator: who, practitioner, params } = await settledDossier(settlement)
const s3 = new S3Client(asOwner(stack))
const workflows = new SFNClient(asOwner(stack))

const bytes = (text: string) => Buffer.from(`Pièce ${text}`)
const uploaded = (name: string) => upload(who, params, { name, bytes: bytes(name) })
const archived = async (documentId: string) =>
  (await who.call(archive.listArchive, { params, input: { limit: 100 } })).items.filter(
    (entry) => entry.documentId === documentId,
  )
const codeOf = ({ status, body }: { status: number; body: unknown }) => [status, (body as { code?: string }).code]
const send = (documentIds: string[]) => who.ask(archive.sendDocuments, { params, input: { documentIds } })
const mailsAbout = async (name: string, to: { email: string } = practitioner) =>
  (await mailbox.list()).filter((mail) => mail.to.includes(to.email) && mail.text.includes(name))

const placeOf = async (documentId: string) => {
  const { currentVersionId: versionId } = await settlement.stored<{ currentVersionId: string }>(Documents, {
    ...params,
    documentId,
  })
  const version = await settlement.stored<DocumentVersion>(DocumentVersions, { documentId, versionId })
  return { version, Key: fileKey(version) }
}

test('P-09: a document sent twice is archived once; the second sending is told that it has been', async () => {
  const documentId = await uploaded('une fois.pdf')
  expect((await sendAndWait(who, params, [documentId])).state).toBe('sent')
  expect(codeOf(await send([documentId]))).toEqual([409, 'already-sent'])
  expect(await archived(documentId)).toHaveLength(1)
})

test('P-09: of two sendings of a document at once, one is; the other is told that it is on its way', async () => {
  const documentId = await uploaded('à la fois.pdf')
  const answers = await Promise.all([send([documentId]), send([documentId])])
  expect(answers.map(({ status }) => status).sort()).toEqual([202, 409])
  const accepted = answers.find(({ status }) => status === 202)?.body as { transferId: string }
  expect((await endOf(who, params, accepted.transferId)).state).toBe('sent')
  expect(await archived(documentId)).toHaveLength(1)
})

// Nobody moves the clock meanwhile: a sending that seems to have stood still for long is begun again.
test('P-09: the event of a sending delivered again starts nothing and mails nothing again', { timeout: 180_000 }, () =>
  withOwnClock(stack, async () => {
    const name = 'encore.pdf'
    const documentId = await uploaded(name)
    const { transferId } = await sendAndWait(who, params, [documentId])
    await until('mail of the sending', async () => (await mailsAbout(name))[0])

    const told = await outboxOf(transferId)
    expect(told.map(({ type }) => type).sort()).toEqual(['document-archived', 'transfer-asked', 'transfer-ended'])
    const queues: Record<string, string | undefined> = {
      'transfer-asked': outputs.StartTransferQueueUrl,
      'transfer-ended': outputs.SendMailQueueUrl,
    }
    const sqs = new SQSClient(asOwner(stack))
    for (const message of [...told, ...told].filter(({ type }) => type in queues))
      await sqs.send(new SendMessageCommand({ QueueUrl: queues[message.type], MessageBody: JSON.stringify(message) }))
    // What is sent after them to the same queues is done after them.
    const after = 'après.pdf'
    await sendAndWait(who, params, [await uploaded(after)])
    await until('mail of the next sending', async () => (await mailsAbout(after))[0])

    expect(await mailsAbout(name)).toHaveLength(1)
    expect(await archived(documentId)).toHaveLength(1)
    const { executions = [] } = await workflows.send(
      new ListExecutionsCommand({ stateMachineArn: outputs.ArchiveTransferStateMachineArn }),
    )
    expect(executions.filter((one) => one.name?.startsWith(transferId)).map((one) => one.name)).toEqual([
      `${transferId}-1`,
    ])
  }),
)

/** The events of a transfer as the outbox holds them, without what only the relay needs. */
const outboxOf = async (transferId: string): Promise<OutboxEntry[]> => {
  const found = await settlement.scan<OutboxEntry & { version: number }>('outbox-entry', transferId)
  return found.map(({ version: _, relayedAt: __, ...entry }) => entry as OutboxEntry)
}

test('an event whose mail is on its way when it is delivered again is mailed once', async () => {
  const name = 'en même temps.pdf'
  const { transferId } = await sendAndWait(who, params, [await uploaded(name)])
  const again = {
    ...event('transfer-ended', { ...params, transferId, outcome: 'sent' }),
    eventId: newUuid(),
    at: new Date().toISOString(),
  }
  const sqs = new SQSClient(asOwner(stack))
  const message = new SendMessageCommand({ QueueUrl: outputs.SendMailQueueUrl, MessageBody: JSON.stringify(again) })
  await until('first mail', async () => (await mailsAbout(name))[0])
  await Promise.all([sqs.send(message), sqs.send(message), sqs.send(message)])
  await until('receipt', async () => {
    const { receipt } = await settlement.table.load({
      receipt: perhaps(Receipts, { eventId: again.eventId, consumer: 'send-mail' }),
    })
    return (receipt as { state?: string } | undefined)?.state === 'done' ? true : undefined
  })
  // One for the sending, one for the event made here.
  expect(await mailsAbout(name)).toHaveLength(2)
})

describe('P-09: a file that is lost', () => {
  test('fails with its reason and is mailed to owner and sender; put back, it is resumed and sent', async () => {
    const [lost, whole] = (await Promise.all(['perdue.pdf', 'entière.pdf'].map(uploaded))) as [string, string]
    const { version, Key } = await placeOf(lost)
    const Bucket = outputs.DocumentsBucketName
    await s3.send(new DeleteObjectCommand({ Bucket, Key, VersionId: version.storedVersionId ?? undefined }))

    const failed = await sendAndWait(who, params, [lost, whole])
    expect(failed).toMatchObject({ state: 'failed', percent: 50 })
    const byId = Object.fromEntries(failed.documents.map((one) => [one.documentId, one]))
    expect(byId[lost]).toMatchObject({ state: 'failed', reason: { code: 'source-missing' } })
    expect(byId[lost]?.reason?.text).toMatch(/téléversé n'est plus là/)
    expect(byId[whole]).toMatchObject({ state: 'sent', reason: null })
    expect(await archived(lost)).toEqual([])
    for (const person of [practitioner, who])
      await until('mail of the failure', async () => (await mailsAbout("n'est plus là", person))[0])
    expect(codeOf(await send([lost]))).toEqual([409, 'document-in-transfer'])

    const content = bytes('perdue.pdf')
    const stored = await s3.send(new PutObjectCommand({ Bucket, Key, Body: content, ChecksumAlgorithm: 'SHA256' }))
    await settlement.write(update(DocumentVersions, version, { storedVersionId: stored.VersionId ?? null }))
    const ofTransfer = { ...params, transferId: failed.transferId }
    await who.call(archive.resumeTransfer, { params: ofTransfer })
    expect(await endOf(who, params, failed.transferId)).toMatchObject({ state: 'sent', percent: 100 })
    const [entry] = await archived(lost)
    const download = await who.call(archive.downloadArchiveEntry, {
      params: { ...params, entryId: entry?.entryId ?? '' },
    })
    expect(await bytesAt(download)).toEqual(content)
    expect(codeOf(await who.ask(archive.resumeTransfer, { params: ofTransfer }))).toEqual([409, 'transfer-not-failed'])
  })
})

describe('P-10: what is archived stays as it is', () => {
  const archiveArn = `arn:aws:s3:::${outputs.ArchiveBucketName}`

  test('no function may delete, shorten or unlock anything there, and only the hand-over may put', async () => {
    const { Functions = [] } = await new LambdaClient(asOwner(stack)).send(new ListFunctionsCommand({ MaxItems: 100 }))
    const ours = Functions.filter(({ FunctionName }) => FunctionName?.startsWith('greffe-local-'))
    expect(ours.length).toBeGreaterThan(10)
    const never = [
      'DeleteObject',
      'DeleteObjectVersion',
      'PutObjectRetention',
      'PutObjectLegalHold',
      'BypassGovernanceRetention',
    ]
    const putting: (string | undefined)[] = []
    for (const { FunctionName, Role = '' } of ours) {
      const decided = await askIam(
        stack,
        Role,
        [...never, 'PutObject'].map((action) => `s3:${action}`),
        `${archiveArn}/dossiers/x`,
      )
      expect(
        never.map((action) => decided[`s3:${action}`]),
        FunctionName,
      ).toEqual(never.map(() => 'explicitDeny'))
      if (decided['s3:PutObject'] === 'allowed') putting.push(FunctionName)
    }
    expect(putting).toEqual(['greffe-local-hand-over'])
  })

  test('an object put over an archived one is not what anybody downloads', async () => {
    const documentId = await uploaded('vraie.pdf')
    await sendAndWait(who, params, [documentId])
    const [shown] = await archived(documentId)
    const entry = await settlement.stored<ArchiveEntry>(ArchiveEntries, { ...params, entryId: shown?.entryId })
    await s3.send(new PutObjectCommand({ Bucket: outputs.ArchiveBucketName, Key: fileKey(entry), Body: 'fausse' }))
    const download = await who.call(archive.downloadArchiveEntry, { params: { ...params, entryId: entry.entryId } })
    expect(await bytesAt(download)).toEqual(bytes('vraie.pdf'))
  })

  test('a newer version of a sent document starts over, and the archive keeps the old one beside the new', async () => {
    const documentId = await uploaded('statuts.pdf')
    await sendAndWait(who, params, [documentId])
    const ofDocument = { ...params, documentId }
    const newer = Buffer.from('Statuts révisés')
    const added = await who.call(documents.addVersion, {
      params: ofDocument,
      input: announcementOf({ name: 'statuts.pdf', bytes: newer }),
    })
    await put(added.upload, newer)
    await who.call(documents.completeUpload, { params: ofDocument, input: { versionId: added.versionId } })
    expect((await sendAndWait(who, params, [documentId])).state).toBe('sent')
    expect(await archived(documentId)).toHaveLength(2)
  })
})

test('P-09: the execution of a sending ended well under the name of its attempt', async () => {
  const { transferId } = await sendAndWait(who, params, [await uploaded('nommée.pdf')])
  const executionArn = `${outputs.ArchiveTransferStateMachineArn?.replace(':stateMachine:', ':execution:')}:${transferId}-1`
  const { status } = await until('end of the execution', async () => {
    const execution = await workflows.send(new DescribeExecutionCommand({ executionArn }))
    return execution.status === 'RUNNING' ? undefined : execution
  })
  expect(status).toBe('SUCCEEDED')
})
