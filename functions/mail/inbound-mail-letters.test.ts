import { expect, test } from 'vitest'
import { People } from '../../shared/people.ts'
import { create } from '../../shared/table/table.ts'
import { holding } from '../../test/ask.ts'
import { documentAt, dossier } from '../../test/one-dossier.ts'
import { idOf, NOW, personOf } from '../../test/world.ts'
import { Documents } from '../documents/records.ts'
import { Dossiers } from '../dossiers/records.ts'
import { type InboundMail, InboundMails } from '../imports/records.ts'
import type { JobTools } from '../kernel/job.ts'
import { answeringMail } from './inbound-mail-letters.ts'

const from = personOf('Document Delivery of the dossier')
const mailId = idOf(850)
const made = [documentAt(1, 'owner'), documentAt(2, 'owner', { confidential: true })]
const sender = { organisation: 'Cabinet Marchetti-Brun', timeZone: 'Europe/Paris' }

const imported: InboundMail = {
  dossierId: dossier.dossierId,
  mailId,
  state: 'imported',
  reason: null,
  from: from.email,
  by: from.personId,
  subject: 'Factures',
  attachments: [
    ...made.map(({ document: { name, contentType, length, sha256, documentId }, version: { versionId } }) => {
      return { name, contentType, length, sha256, documentId, versionId, skipped: null }
    }),
    {
      name: 'logo.png',
      contentType: 'image/png',
      length: 9,
      sha256: '',
      documentId: null,
      versionId: null,
      skipped: 'empty',
    },
  ],
  automatic: false,
  key: 'inbound/a',
  storedVersionId: null,
  receivedAt: NOW,
  endedAt: NOW,
}

const letters = (changes: Partial<InboundMail> = {}, person: object = {}) => {
  const mail = { ...imported, ...changes }
  const { version: _, ...known } = from
  const table = holding(
    create(Dossiers, dossier),
    create(InboundMails, mail),
    create(People, { ...known, ...person }),
    ...made.map(({ document }) => create(Documents, document)),
  )
  const outcome = mail.state === 'imported' ? 'imported' : 'refused'
  const told = { dossierId: dossier.dossierId, mailId, outcome, by: mail.by } as const
  return answeringMail(told, sender, { read: table.load as JobTools['read'] })
}

test('P-06, D-09: whoever mailed documents is told which came; a confidential one has no name', async () => {
  expect(await letters()).toMatchObject([
    {
      to: { personId: from.personId },
      kind: 'inbound-mail-read',
      data: { reason: null, skipped: 1, documents: [{ name: 'facture-1.pdf' }, { name: null }] },
    },
  ])
})

test('P-06: whose mail was refused is told why; and of no dossier that they may not put anything into', async () => {
  const refused = { state: 'refused', attachments: [] } as const
  expect(await letters({ ...refused, reason: 'nothing-attached' })).toMatchObject([
    { data: { dossier: expect.stringContaining('7'), reason: expect.stringContaining('aucun fichier joint') } },
  ])
  expect(await letters({ ...refused, reason: 'sender-not-allowed' })).toMatchObject([{ data: { dossier: null } }])
})

test('P-06: strangers, programs and whoever has left are never answered', async () => {
  expect(await letters({ state: 'refused', by: null, reason: 'suspicious' })).toEqual([])
  expect(await letters({ automatic: true })).toEqual([])
  expect(await letters({}, { status: 'inactive' })).toEqual([])
})
