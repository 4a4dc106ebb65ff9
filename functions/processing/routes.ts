import * as z from 'zod/mini'
import { route } from '../../shared/contract/route.ts'
import { cursor, id, limit, line, nothing, pageOf, time } from '../../shared/contract/schemas.ts'
import { documentKindNames } from '../documents/records.ts'
import { document } from '../documents/resource.ts'
import { DocumentView } from '../documents/routes.ts'
import { documentStateNames } from '../documents/states.ts'
import { dossier } from '../dossiers/resource.ts'
import { Money } from './amount.ts'
import { NewParty, PartyChanges } from './party-input.ts'
import { partyRoles } from './records.ts'
import { party } from './resource.ts'

/** Another document of the dossier that may be the same one, and by what. */
const DuplicateView = z.object({
  documentId: id,
  name: z.string(),
  state: z.enum(documentStateNames),
  /** The same bytes as it has or had; the same number, party and amount. */
  by: z.array(z.enum(['content', 'facts'])),
  createdAt: time,
  createdBy: id,
})

const PartyView = z.object({
  dossierId: id,
  partyId: id,
  name: z.string(),
  roles: z.array(z.enum(partyRoles)),
  vatNumber: z.nullable(z.string()),
  iban: z.nullable(z.string()),
  createdAt: time,
  createdBy: id,
})

export const routes = {
  processDocument: route('PUT /v1/dossiers/{dossierId}/documents/{documentId}/processing', {
    summary: 'Say what a document is: kind, party, number, date, amount',
    description:
      'All of it is said at once: what is left out is said no longer. What was approved or rejected starts over. The answer names other documents that may be the same.',
    action: 'document.process',
    on: document,
    input: z.strictObject({
      kind: z.optional(z.nullable(z.enum(documentKindNames))),
      partyId: z.optional(z.nullable(id)),
      number: z.optional(z.nullable(line(100))),
      date: z.optional(z.nullable(z.iso.date())),
      amount: z.optional(z.nullable(Money)),
    }),
    output: z.object({ document: DocumentView, duplicates: z.array(DuplicateView) }),
    reveals: true,
    problems: [
      'upload-not-complete',
      'document-in-approval',
      'document-in-transfer',
      'already-sent',
      'document-replaced',
      'conflict',
      'precondition-failed',
    ],
    uses: { table: 'write' },
  }),
  readDuplicates: route('GET /v1/dossiers/{dossierId}/documents/{documentId}/duplicates', {
    summary: 'Read which documents of the dossier may be the same as this one, as far as one may see them',
    description:
      'By content: the same bytes, in whatever version and state. By what was said: number, party and amount. Of very many, the oldest fifty by each are looked at.',
    action: 'document.read',
    on: document,
    input: nothing,
    output: z.object({ items: z.array(DuplicateView) }),
    reveals: true,
    uses: { table: 'read' },
  }),
  submitDocument: route('POST /v1/dossiers/{dossierId}/documents/{documentId}/submission', {
    summary: 'Submit a document: for approval where a rule covers it, to be sent where none does',
    action: 'document.submit',
    on: document,
    input: nothing,
    output: DocumentView,
    reveals: true,
    problems: [
      'upload-not-complete',
      'document-in-approval',
      'already-approved',
      'document-rejected',
      'document-in-transfer',
      'already-sent',
      'document-replaced',
      'no-approver',
      'conflict',
      'precondition-failed',
    ],
    uses: { table: 'write' },
    repeatable: true,
  }),
  withdrawSubmission: route('DELETE /v1/dossiers/{dossierId}/documents/{documentId}/submission', {
    summary: 'Withdraw a document from approval: it is in process again',
    action: 'document.submit',
    on: document,
    input: nothing,
    output: DocumentView,
    reveals: true,
    problems: ['not-in-approval', 'conflict', 'precondition-failed'],
    uses: { table: 'write' },
    repeatable: true,
  }),
  createParty: route('POST /v1/dossiers/{dossierId}/parties', {
    summary: 'Add a supplier or customer to a dossier',
    action: 'party.change',
    on: dossier,
    input: NewParty,
    output: PartyView,
    status: 201,
    problems: ['invalid-input', 'party-exists'],
    uses: { table: 'write' },
    repeatable: true,
  }),
  listParties: route('GET /v1/dossiers/{dossierId}/parties', {
    summary: 'List the suppliers and customers of a dossier by name',
    action: 'party.read',
    on: dossier,
    input: z.strictObject({
      /** How their name begins, without regard to case and accents. */
      name: z.optional(line(200)),
      role: z.optional(z.enum(partyRoles)),
      limit,
      cursor,
    }),
    output: pageOf(PartyView),
    uses: { table: 'read' },
  }),
  readParty: route('GET /v1/dossiers/{dossierId}/parties/{partyId}', {
    summary: 'Read a supplier or customer',
    action: 'party.read',
    on: party,
    input: nothing,
    output: PartyView,
    uses: { table: 'read' },
  }),
  changeParty: route('PATCH /v1/dossiers/{dossierId}/parties/{partyId}', {
    summary: 'Change a supplier or customer',
    description: 'Documents and the archive go on naming the same party.',
    action: 'party.change',
    on: party,
    input: PartyChanges,
    output: PartyView,
    problems: ['invalid-input', 'party-exists', 'conflict', 'precondition-failed'],
    uses: { table: 'write' },
  }),
}
