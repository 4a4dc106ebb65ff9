import { createHash } from 'node:crypto'
import { event } from '../../shared/events.ts'
import { EmailClaims, People, type Person } from '../../shared/people.ts'
import type { FilePlace } from '../../shared/ports/files.ts'
import { decide, type Policy } from '../../shared/rules/decide.ts'
import type { Stored } from '../../shared/table/record.ts'
import { create, perhaps, update, type Write } from '../../shared/table/table.ts'
import { newDocuments } from '../documents/new-document.ts'
import { type DocumentVersion, fileKey } from '../documents/records.ts'
import { type Dossier, Dossiers } from '../dossiers/records.ts'
import { tiesTo } from '../dossiers/resource.ts'
import { situationOf } from '../kernel/authorize.ts'
import { type JobTools, TryAgain } from '../kernel/job.ts'
import { doubtOf } from './check-sender.ts'
import { inTurn } from './in-turn.ts'
import { type MailFile, mailFilesOf } from './mail-files.ts'
import type { RefusalReason } from './mail-reasons.ts'
import { type ParsedMail, parseMail } from './parse-mail.ts'
import { InboundClaims, type InboundMail, InboundMails } from './records.ts'
import { untilWritten } from './until-written.ts'

/** Bounds of one mail: of its raw text in bytes, and of its files. */
export const MOST_BYTES = 30_000_000
export const MOST_ATTACHMENTS = 25
/** So much of a mail that is larger is read: enough for its headers. */
const HEAD_BYTES = 300_000
/** Of the addresses of a mail, so many are looked up: nobody writes to more dossiers at once. */
const MOST_DOSSIERS = 5
const SIDE_BY_SIDE = 4

/** A raw mail that lies in the bucket. */
export type Came = {
  readonly key: string
  readonly versionId: string | null
  readonly length: number
  readonly at: string
}

export type Believing = {
  readonly policy: Policy
  readonly domain: string
  readonly verdicts: 'required' | 'optional'
}

/**
 * Reads a mail that came in, and imports its files into each dossier whose address it was sent to, where its sender may
 * (P-06). Everything that matters is in the table, so that it may be interrupted anywhere and read again.
 */
export const keepMail = async (came: Came, tools: JobTools, how: Believing): Promise<'kept' | 'for nobody'> => {
  const place: FilePlace = { bucket: 'inbound', key: came.key, versionId: came.versionId }
  const isTooLarge = came.length > MOST_BYTES
  const raw = isTooLarge ? await tools.files.first(place, HEAD_BYTES) : await tools.files.get(place)
  const mail = raw && (await parseMail(raw))
  if (mail === undefined) return 'for nobody'
  const dossierIds = await dossiersOf(mail, how.domain, tools)
  const files = await mailFilesOf(isTooLarge ? [] : mail.files)
  const found: Read = { came, mail, files, isTooLarge, put: new Map() }
  for (const dossierId of dossierIds) await untilWritten(() => keepIn(dossierId, found, tools, how))
  return dossierIds.length === 0 ? 'for nobody' : 'kept'
}

type Read = {
  readonly came: Came
  readonly mail: ParsedMail
  readonly files: readonly MailFile[]
  readonly isTooLarge: boolean
  /** What was put already, by the id of its version: looked at again, a file is not put again. */
  readonly put: Map<string, string | null>
}

/** The dossiers whose addresses are among those that a mail was delivered to. */
const dossiersOf = async (
  { recipients }: ParsedMail,
  domain: string,
  { read }: Pick<JobTools, 'read'>,
): Promise<readonly string[]> => {
  const localParts = recipients
    .filter((address) => address.endsWith(`@${domain}`))
    .map((address) => address.slice(0, -domain.length - 1))
    .slice(0, MOST_DOSSIERS)
  if (localParts.length === 0) return []
  const claims = await read(
    Object.fromEntries(localParts.map((one) => [one, perhaps(InboundClaims, { localPart: one })])),
  )
  return [...new Set(Object.values(claims).flatMap((claim) => claim?.dossierId ?? []))]
}

const keepIn = async (dossierId: string, found: Read, tools: JobTools, how: Believing): Promise<void> => {
  const mailId = idOfMail(found.came, dossierId)
  const { before, dossier } = await tools.read({
    before: perhaps(InboundMails, { dossierId, mailId }),
    dossier: perhaps(Dossiers, { dossierId }),
  })
  if (dossier === undefined || (before !== undefined && before.state !== 'received')) return
  const { sender, reason } = await judge(dossier, found, tools, how)
  const mail = before ?? mailOf(mailId, dossierId, found, sender, tools)
  if (reason !== undefined) return refuse(mail, before, reason, tools)
  const noted = before ?? (await note(mail, tools))
  await importFiles(noted, dossier, found, tools)
}

/** The id of a mail in a dossier: the same whenever it is read, in the form of a UUID of our own making (version 8). */
const idOfMail = ({ key, versionId }: Came, dossierId: string): string => {
  const hash = createHash('sha256')
    .update(`${key}\n${versionId ?? ''}\n${dossierId}`)
    .digest('hex')
  const variant = ((Number.parseInt(hash[16] ?? '0', 16) & 3) | 8).toString(16)
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    variant + hash.slice(17, 20),
    hash.slice(20, 32),
  ].join('-')
}

/** Who sent it, where they are somebody and the mail is theirs, and why it is not imported, if it is not. */
const judge = async (
  dossier: Stored<Dossier>,
  { mail, files, isTooLarge }: Read,
  { read, now }: JobTools,
  { policy, verdicts }: Believing,
): Promise<{ readonly sender: Stored<Person> | undefined; readonly reason?: RefusalReason }> => {
  if (mail.from === null) return { sender: undefined, reason: 'suspicious' }
  const doubt = doubtOf(mail.headers, mail.from, verdicts)
  if (doubt !== undefined) return { sender: undefined, reason: doubt }
  const { claim } = await read({ claim: perhaps(EmailClaims, { email: mail.from }) })
  if (claim === undefined) return { sender: undefined, reason: 'sender-not-allowed' }
  const { personId } = claim
  const { sender, ...ties } = await read({
    sender: perhaps(People, { personId }),
    ...tiesTo(dossier.dossierId, personId),
  })
  if (sender === undefined) return { sender, reason: 'sender-not-allowed' }
  const situation = situationOf(sender, { dossier, ...ties }, now)
  if (!decide(policy, 'document.import', situation).allowed) return { sender, reason: 'sender-not-allowed' }
  if (isTooLarge) return { sender, reason: 'too-large' }
  if (mail.isBroken) return { sender, reason: 'unreadable' }
  const kept = files.filter(({ attachment }) => attachment.skipped === null)
  if (kept.length === 0) return { sender, reason: 'nothing-attached' }
  return kept.length > MOST_ATTACHMENTS ? { sender, reason: 'too-many-attachments' } : { sender }
}

const MOST_NAMED = 100

const mailOf = (
  mailId: string,
  dossierId: string,
  { came, mail, files }: Read,
  sender: Person | undefined,
  { newId }: JobTools,
): InboundMail => ({
  dossierId,
  mailId,
  state: 'received',
  reason: null,
  from: mail.from ?? '',
  by: sender?.personId ?? null,
  subject: mail.subject,
  attachments: files.slice(0, MOST_NAMED).map(({ attachment }) => {
    const ids =
      attachment.skipped === null ? { documentId: newId(), versionId: newId() } : { documentId: null, versionId: null }
    return { ...attachment, ...ids }
  }),
  automatic: mail.automatic,
  key: came.key,
  storedVersionId: came.versionId,
  receivedAt: came.at,
  endedAt: null,
})

/** Writes down that a mail came, with the ids that its documents will have. */
const note = async (mail: InboundMail, { act }: JobTools): Promise<Stored<InboundMail>> => {
  const { dossierId } = mail
  const noted = await act({ action: 'document.import', dossierId, writes: [create(InboundMails, mail)] })
  if (noted === 'conflict') throw new TryAgain('This mail was being read at the same moment.')
  return { ...mail, version: 1 }
}

const refuse = async (
  mail: InboundMail,
  before: Stored<InboundMail> | undefined,
  reason: RefusalReason,
  { act, now }: JobTools,
): Promise<void> => {
  const { dossierId, mailId, by } = mail
  const attachments = mail.attachments.map((one) => ({ ...one, documentId: null, versionId: null }))
  const ended = { ...mail, attachments, state: 'refused', reason, endedAt: now } as const
  const write: Write = before === undefined ? create(InboundMails, ended) : update(InboundMails, before, ended)
  const committed = await act({
    action: 'document.import',
    dossierId,
    writes: [write],
    events: [event('inbound-mail-read', { dossierId, mailId, outcome: 'refused', by })],
  })
  if (committed === 'conflict') throw new TryAgain('This mail was being read at the same moment.')
}

/** Puts the bytes of each file where its document says, and then makes all documents in one moment. */
const importFiles = async (
  mail: Stored<InboundMail>,
  dossier: Stored<Dossier>,
  { files, put }: Read,
  { act, files: store, now }: JobTools,
): Promise<void> => {
  const { dossierId, mailId, by } = mail
  const coming = mail.attachments.flatMap(({ documentId, versionId, skipped: _, ...facts }, at) => {
    const bytes = files[at]?.bytes
    if (documentId === null || versionId === null || bytes === undefined) return []
    return [{ ids: { dossierId, documentId, versionId }, facts, bytes }]
  })
  const versions = await inTurn(SIDE_BY_SIDE, coming, async ({ ids, facts, bytes }): Promise<DocumentVersion> => {
    if (!put.has(ids.versionId)) put.set(ids.versionId, (await store.put(fileKey(ids), Buffer.from(bytes))).versionId)
    const created = { createdAt: now, createdBy: by ?? '', receivedAt: now }
    return { ...ids, ...facts, state: 'received', storedVersionId: put.get(ids.versionId) ?? null, ...created }
  })
  const cameBy = { way: 'mail', id: mailId } as const
  const { writes } = newDocuments(
    dossier,
    versions.map((version) => ({ version, cameBy, current: true })),
  )
  const committed = await act({
    action: 'document.import',
    dossierId,
    writes: [update(InboundMails, mail, { state: 'imported', endedAt: now }), ...writes],
    events: [
      ...versions.map(({ documentId, versionId }) => event('document-received', { dossierId, documentId, versionId })),
      event('inbound-mail-read', { dossierId, mailId, outcome: 'imported', by }),
    ],
  })
  if (committed === 'conflict') throw new TryAgain('The dossier changed while a mail was being imported.')
}
