import { expect, test } from 'vitest'
import { create } from '../../../shared/table/table.ts'
import { ask, granted, holding } from '../../../test/ask.ts'
import { documentAt, dossier } from '../../../test/one-dossier.ts'
import { idOf, NOW, personOf } from '../../../test/world.ts'
import { Documents } from '../../documents/records.ts'
import { type InboundMail, InboundMails } from '../records.ts'
import { listInboundMails } from './list-inbound-mails.ts'
import { readInboundMail } from './read-inbound-mail.ts'

const made = documentAt(1, 'owner', { confidential: true })
const file = { contentType: 'application/pdf', length: 12, sha256: 'a'.repeat(64) }
const mail: InboundMail = {
  dossierId: dossier.dossierId,
  mailId: idOf(850),
  state: 'imported',
  reason: null,
  from: 'camille@atelier.example',
  by: personOf('owner').personId,
  subject: 'Facture confidentielle',
  attachments: [
    {
      ...file,
      name: 'facture.pdf',
      documentId: made.document.documentId,
      versionId: made.version.versionId,
      skipped: null,
    },
    { ...file, name: 'logo.png', documentId: null, versionId: null, skipped: 'picture-of-the-text' },
  ],
  automatic: false,
  key: 'inbound/a',
  storedVersionId: null,
  receivedAt: NOW,
  endedAt: NOW,
}
const refused = { ...mail, mailId: idOf(851), state: 'refused', reason: 'sender-not-allowed', by: null } as const
const table = holding(
  create(InboundMails, mail),
  create(InboundMails, { ...refused, receivedAt: '2026-03-02T10:00:00.000Z' }),
  create(Documents, made.document),
)

const read = (persona: Parameters<typeof personOf>[0], one: InboundMail = mail) =>
  granted(ask(readInboundMail, { as: personOf(persona), table, things: { dossier, mail: one } }))

test('P-06: what came by e-mail is listed newest first, refused or not, without its words', async () => {
  const { view } = await granted(
    ask(listInboundMails, { as: personOf('owner'), table, things: { dossier }, input: { limit: 50 } }),
  )
  expect(view.items).toMatchObject([
    {
      state: 'refused',
      reason: { code: 'sender-not-allowed', text: expect.stringContaining('expéditeur') },
      attachments: 2,
    },
    { state: 'imported', reason: null, attachments: 2 },
  ])
  expect(JSON.stringify(view)).not.toMatch(/facture|confidentielle/i)
})

test('P-06: of each file it is told which document it became, or why it became none', async () => {
  const { view, revealed } = await read('owner')
  expect(view.subject).toBe('Facture confidentielle')
  expect(view.attachments).toMatchObject([
    { name: 'facture.pdf', documentId: made.document.documentId, skipped: null },
    { name: 'logo.png', documentId: null, skipped: { code: 'picture-of-the-text' } },
  ])
  expect(revealed).toEqual([{ kind: 'document', id: made.document.documentId }])
})

test('D-09: to whoever may not see a confidential document, its mail tells neither its name nor its words', async () => {
  const { view, revealed } = await read('office member')
  expect(view).toMatchObject({ subject: null, attachments: [{ name: null, documentId: null }, { name: null }] })
  expect(revealed).toEqual([])
})

test('P-06: of a mail that was refused, whoever would see its documents sees its words', async () => {
  expect((await read('office member', refused)).view.subject).toBe(mail.subject)
  expect((await read('Document Delivery of the dossier', refused)).view.subject).toBeNull()
})
