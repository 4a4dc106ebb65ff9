import { describe, expect, test } from 'vitest'
import { Outbox, type OutboxEntry } from '../../shared/events.ts'
import { EmailClaims, People, type Person } from '../../shared/people.ts'
import { compile } from '../../shared/rules/decide.ts'
import { type AnyRecord, fromStored, type Stored } from '../../shared/table/record.ts'
import { create, update } from '../../shared/table/table.ts'
import { holding } from '../../test/ask.ts'
import { killedAt } from '../../test/killing.ts'
import { emlOf, type WrittenMail } from '../../test/mails.ts'
import { memoryStore } from '../../test/memory-store.ts'
import { accessOf, dossier, sha256Of } from '../../test/one-dossier.ts'
import { Killed } from '../../test/run-workflow.ts'
import { idOf, NOW, personOf } from '../../test/world.ts'
import { type Document, Documents, type DocumentVersion, DocumentVersions, fileKey } from '../documents/records.ts'
import { type Dossier, DossierAccesses, Dossiers } from '../dossiers/records.ts'
import { jobTools } from '../kernel/job.ts'
import type { Outside } from '../kernel/line.ts'
import { rules } from '../rules.ts'
import { keepMail, MOST_BYTES } from './keep-mail.ts'
import { InboundClaims, type InboundMail, InboundMails } from './records.ts'

const policy = compile(rules)
const DOMAIN = 'courrier.greffe.example'
const sender = personOf('Document Delivery of the dossier')
const pdf = Buffer.from('%PDF-1.7\nUne facture.')
const text = Buffer.from('Un relevé.')
const parts = [
  { type: 'application/pdf', name: 'facture.pdf', bytes: pdf },
  { type: 'text/plain', name: 'relevé.txt', bytes: text },
] as const

type Given = {
  readonly mail?: Partial<WrittenMail>
  readonly dossier?: Partial<Dossier>
  readonly sender?: Partial<Person>
  readonly verdicts?: 'required' | 'optional'
  readonly length?: number
}

/** A dossier with its address, somebody who may mail to it, and a mail in the bucket. */
const given = ({ mail = {}, verdicts = 'optional', ...more }: Given = {}) => {
  const store = memoryStore()
  const person = { ...sender, ...more.sender } as Stored<Person>
  const table = holding(
    create(Dossiers, { ...dossier, ...more.dossier }),
    create(DossierAccesses, accessOf('Document Delivery of the dossier')),
    create(InboundClaims, { localPart: 'secret', dossierId: dossier.dossierId }),
    create(People, person),
    create(EmailClaims, { email: person.email, personId: person.personId }),
  )
  const key = 'inbound/0a1b'
  const raw = emlOf({ from: person.email, to: `secret@${DOMAIN}`, parts, ...mail })
  const versionId = store.put({ bucket: 'inbound', key }, raw)
  const all = <T>(record: AnyRecord): Stored<T>[] =>
    table
      .everything()
      .filter(({ recordName }) => recordName === record.name)
      .map((stored) => fromStored<T>(stored))
  let ids = 3000
  const run = (nth = Number.POSITIVE_INFINITY) => {
    const { steps, ...ports } = killedAt(nth, { table, files: store.files })
    const world = { ...ports, clock: () => NOW, newId: () => idOf(++ids) } as unknown as Outside
    const came = { key, versionId, length: more.length ?? raw.length, at: NOW }
    return { work: keepMail(came, jobTools(world, 'read-mail', 'run'), { policy, domain: DOMAIN, verdicts }), steps }
  }
  return {
    store,
    table,
    run,
    mails: () => all<InboundMail>(InboundMails),
    documents: () =>
      all<Document>(Documents).map((document) => {
        const version = all<DocumentVersion>(DocumentVersions).find(
          (one) => one.versionId === document.currentVersionId,
        )
        const place =
          version && ({ bucket: 'documents', key: fileKey(version), versionId: version.storedVersionId } as const)
        const bytes = place && store.bytesOf(place)
        return { ...document, isIntact: bytes !== undefined && sha256Of(bytes) === document.sha256 }
      }),
    dossier: () => all<Dossier>(Dossiers)[0] as Stored<Dossier>,
    events: () => all<OutboxEntry>(Outbox),
  }
}

test('P-06: each file of a mail becomes a document of whoever sent it, with the bytes that came', async () => {
  const it = given()
  expect(await it.run().work).toBe('kept')
  const [mail] = it.mails()
  expect(it.documents()).toMatchObject([
    { name: 'facture.pdf', state: 'received', detectedType: 'application/pdf', isIntact: true },
    { name: 'relevé.txt', state: 'received', detectedType: 'text/plain', isIntact: true },
  ])
  for (const document of it.documents())
    expect(document).toMatchObject({ createdBy: sender.personId, cameBy: { way: 'mail', id: mail?.mailId } })
  expect(mail).toMatchObject({
    state: 'imported',
    by: sender.personId,
    reason: null,
    endedAt: NOW,
    subject: 'Factures',
  })
  expect(it.dossier().contents).toEqual({ open: 2, confidential: 0 })
  expect(
    it
      .events()
      .map(({ type }) => type)
      .sort(),
  ).toEqual(['document-received', 'document-received', 'inbound-mail-read'])
})

test('P-06: what came to no address of a dossier is nobody’s, and leaves no trace', async () => {
  for (const to of [`autre@${DOMAIN}`, 'secret@ailleurs.example', `x.secret@${DOMAIN}`]) {
    const it = given({ mail: { to } })
    expect(await it.run().work).toBe('for nobody')
    expect([it.mails(), it.documents(), it.events()]).toEqual([[], [], []])
  }
})

test.each<readonly [string, string, Given]>([
  ['sender-not-allowed', 'a stranger', { mail: { from: 'inconnu@ailleurs.example' } }],
  ['sender-not-allowed', 'whose account is inactive', { sender: { status: 'inactive' } }],
  ['sender-not-allowed', 'whose profile imports nothing', { sender: { profile: 'client-full-feedback' } as object }],
  ['sender-not-allowed', 'into a closed dossier', { dossier: { state: 'closed' } }],
  ['sender-not-allowed', 'into a confidential dossier', { dossier: { confidential: true } }],
  ['suspicious', 'with malware in it', { mail: { headers: ['X-SES-Virus-Verdict: FAIL'] } }],
  ['not-verified', 'that nobody checked, where that is required', { verdicts: 'required' }],
  ['suspicious', 'of two senders', { mail: { from: `${sender.email}, ${personOf('owner').email}` } }],
  ['nothing-attached', 'without a file', { mail: { parts: [] } }],
  ['nothing-attached', 'with an empty file', { mail: { parts: [{ ...parts[0], bytes: Buffer.alloc(0) }] } }],
  ['too-many-attachments', 'with 26 files', { mail: { parts: Array.from({ length: 26 }, () => parts[0]) } }],
  ['too-large', 'larger than it may be', { length: MOST_BYTES + 1 }],
])('P-06: refused as %s, a mail %s changes nothing, and is told to the office', async (reason, _, more) => {
  const it = given(more)
  await it.run().work
  expect(it.mails()).toMatchObject([{ state: 'refused', reason, endedAt: NOW }])
  expect(it.documents()).toEqual([])
  expect(it.mails()[0]?.attachments.every(({ documentId }) => documentId === null)).toBe(true)
  expect(it.events()).toMatchObject([{ type: 'inbound-mail-read', data: { outcome: 'refused' } }])
})

test('P-06: who is named as its sender and disowned by a check is not taken for its sender', async () => {
  const it = given({ mail: { headers: ['Authentication-Results: x; dmarc=fail'] } })
  await it.run().work
  expect(it.mails()).toMatchObject([{ reason: 'suspicious', by: null }])
  expect(it.events()).toMatchObject([{ data: { by: null } }])
})

const outcomeOf = (it: ReturnType<typeof given>) => ({
  mails: it.mails().map(({ mailId, state, reason }) => [mailId, state, reason]),
  documents: it.documents().map(({ name, isIntact }) => [name, isIntact]),
  contents: it.dossier().contents,
  events: it
    .events()
    .map(({ type }) => type)
    .sort(),
})

const STEPS = 18

test('P-06: there is a moment for every step', async () => {
  const { work, steps } = given().run()
  await work
  expect(steps()).toBe(STEPS)
})

describe('P-06: read twice, a mail is imported once', () => {
  test.each(Array.from({ length: STEPS }, (_, nth) => nth))(
    'killed at moment %i and read again, and once more',
    async (nth) => {
      const whole = given()
      await whole.run().work
      const it = given()
      await expect(it.run(nth).work).rejects.toThrow(Killed)
      expect([0, 2]).toContain(it.documents().length)
      await it.run().work
      await it.run().work
      expect(outcomeOf(it)).toEqual(outcomeOf(whole))
    },
  )

  test('by two at once', async () => {
    const whole = given()
    await whole.run().work
    const it = given()
    await Promise.allSettled([it.run().work, it.run().work])
    await it.run().work
    expect(outcomeOf(it)).toEqual(outcomeOf(whole))
  })

  test('in a dossier that changes meanwhile, and its files are put once', async () => {
    const it = given()
    const { commit } = it.table
    let changed = 0
    Object.assign(it.table, {
      commit: async (writes: Parameters<typeof commit>[0]) => {
        const isOfDossier = writes.some(({ record }) => record === Dossiers)
        if (isOfDossier && changed++ < 2) await commit([update(Dossiers, it.dossier(), { clientName: `${changed}` })])
        return commit(writes)
      },
    })
    await it.run().work
    expect([changed, it.documents().length, it.mails()[0]?.state]).toEqual([3, 2, 'imported'])
    for (const { documentId, currentVersionId } of it.documents()) {
      const key = fileKey({ dossierId: dossier.dossierId, documentId, versionId: currentVersionId ?? '' })
      expect(it.store.countOf({ bucket: 'documents', key })).toBe(1)
    }
  })

  test('also one that is refused', async () => {
    const it = given({ mail: { parts: [] } })
    await it.run().work
    await it.run().work
    expect([it.mails().length, it.events().length]).toEqual([1, 1])
  })
})
