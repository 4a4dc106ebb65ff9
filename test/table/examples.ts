/**
 * Example items for every record of the catalogue, and for every question who is asked about. Items made with greater
 * numbers lie later; those made `there` belong to another dossier, person or client than those made `here`.
 */
import { Absences } from '../../functions/absences/records.ts'
import { AccessRequests, Refusals, RequestClaims, RequestProgresses } from '../../functions/access-requests/records.ts'
import { ApprovalProgresses } from '../../functions/approvals/records.ts'
import {
  ArchiveExports,
  ArchivePlaces,
  CountedEntries,
  EntryWordsOf,
  PartyHistories,
} from '../../functions/archive/records.ts'
import { BatchParts, SendingBatches } from '../../functions/archive-transfers/batches/records.ts'
import { ArchiveEntries, Transfers } from '../../functions/archive-transfers/records.ts'
import { BulkTransfers, NamedDossiersOf, Outcomes } from '../../functions/bulk-transfers/records.ts'
import { ClientGroups, GroupedDossiers } from '../../functions/client-groups/records.ts'
import { ClientAssignments, Clients, Contacts } from '../../functions/clients/records.ts'
import {
  CollaborativeSpaces,
  Companions,
  SpaceEntries,
  SpaceEntryVersions,
} from '../../functions/collaborative-spaces/records.ts'
import {
  AwaitedApprovals,
  Documents,
  DocumentTexts,
  DocumentThumbnails,
  DocumentVersions,
} from '../../functions/documents/records.ts'
import { DossierAccesses, DossierCounters, DossierNumbers, Dossiers } from '../../functions/dossiers/records.ts'
import { unchosen } from '../../functions/feed/notice-kinds.ts'
import { Digests, FeedEntries, MailPreferences } from '../../functions/feed/records.ts'
import { Reports, Series, SeriesVersions } from '../../functions/figures/records.ts'
import {
  Imports,
  InboundAddresses,
  InboundClaims,
  InboundMails,
  PageArrangements,
} from '../../functions/imports/records.ts'
import { ItemCopies, Notes, NoteVersions } from '../../functions/notes/records.ts'
import { OfferClaims, OfferProgresses, Offers } from '../../functions/offers/records.ts'
import { OwnerRequestClaims, OwnerRequests } from '../../functions/owner-requests/records.ts'
import { BankAccounts, IbanClaims, Payables, PaymentClaims, PaymentFiles } from '../../functions/payments/records.ts'
import { PortalSettingsOf } from '../../functions/portal/records.ts'
import { Parties, PartyVatClaims } from '../../functions/processing/records.ts'
import { Seats } from '../../functions/rooms/records.ts'
import { SheetDefaults, Workspaces } from '../../functions/settings/records.ts'
import { Shares } from '../../functions/sharing/records.ts'
import { SpaceMemberships } from '../../functions/spaces/records.ts'
import { AuditEntries } from '../../shared/audit.ts'
import { ConfidentialReads } from '../../shared/confidential-reads.ts'
import { Outbox, Receipts } from '../../shared/events.ts'
import { FollowUps } from '../../shared/follow-ups.ts'
import { GivenAnswers } from '../../shared/idempotency.ts'
import { LinkAttempts, Links } from '../../shared/links.ts'
import { EmailClaims, Holdings, People, SettingsEditors, WideReaches } from '../../shared/people.ts'
import { fullSheet } from '../../shared/sheet.ts'
import type { AnyQuestion, AnyRecord, RecordKind } from '../../shared/table/record.ts'
import { idOf } from '../world.ts'

export type Where = 'here' | 'there'

type Asked = {
  readonly of: (where: Where) => object
  /** Which items the answer holds, when not those of the place asked about: `everywhere` for the whole organisation. */
  readonly holds?: Where | 'everywhere'
  /** The change that takes an item out of the answer. */
  readonly leavesBy?: object
}

export type Example = {
  readonly record: AnyRecord
  readonly make: (number: number, where: Where) => object
  readonly asked: Readonly<Record<string, Asked>>
}

const example = <T extends object, K, I extends Record<string, AnyQuestion>>(
  record: RecordKind<T, K, I>,
  make: NoInfer<(number: number, where: Where) => T>,
  asked: { readonly [Q in keyof I]: Asked },
): Example => ({ record, make, asked })

const at = (number: number): string => new Date(Date.UTC(2026, 2, 2, 9, 0, number)).toISOString()
const dossierOf = (where: Where): string => idOf(where === 'here' ? 1001 : 1002)
const personOf = (where: Where): string => idOf(where === 'here' ? 2001 : 2002)
const clientOf = (where: Where): string => idOf(where === 'here' ? 4001 : 4002)
const documentOf = (where: Where): string => idOf(where === 'here' ? 3001 : 3002)
const bulkTransferOf = (where: Where): string => idOf(where === 'here' ? 8001 : 8002)
const roomOf = (where: Where): string => idOf(where === 'here' ? 6001 : 6002)
const spaceOf = (where: Where): string => idOf(where === 'here' ? 7001 : 7002)
/** Ids of the two halves interleave, so that a list over both has to merge them. */
const id = (number: number, where: Where): string => idOf(number * 2 + (where === 'here' ? 0 : 1))

const file = { name: 'Procès-verbal.pdf', contentType: 'application/pdf', length: 2048, sha256: 'a'.repeat(64) }

const said = { number: 'F-1', partyId: idOf(9001), amount: { minor: 12_000, currency: 'EUR' } }

export const examples: readonly Example[] = [
  example(
    Imports,
    (number, where) => ({
      dossierId: dossierOf(where),
      importId: id(number, where),
      files: [{ documentId: documentOf(where), versionId: id(number, where), sha256: file.sha256 }],
      createdAt: at(number),
      createdBy: personOf(where),
    }),
    {},
  ),
  example(
    InboundAddresses,
    (number, where) => ({ dossierId: id(number, where), localPart: `secret${number}`, createdAt: at(number) }),
    {},
  ),
  example(
    InboundClaims,
    (number, where) => ({ localPart: `secret-${id(number, where)}`, dossierId: dossierOf(where) }),
    {},
  ),
  example(
    InboundMails,
    (number, where) => ({
      dossierId: dossierOf(where),
      mailId: id(number, where),
      state: 'refused',
      reason: 'nothing-attached',
      from: 'camille@atelier-verrieres.example',
      by: personOf(where),
      subject: 'Factures',
      attachments: [{ ...file, documentId: null, versionId: null, skipped: 'empty' }],
      automatic: false,
      key: `inbound/${number}`,
      storedVersionId: null,
      receivedAt: at(number),
      endedAt: at(number),
    }),
    { ofDossier: { of: (where) => ({ dossierId: dossierOf(where) }) } },
  ),
  example(
    PageArrangements,
    (number, where) => ({
      dossierId: dossierOf(where),
      arrangementId: id(number, where),
      kind: 'split',
      state: 'asked',
      reason: null,
      pages: null,
      sources: [{ documentId: documentOf(where), versionId: id(number, where) }],
      parts: [{ documentId: id(number, where), versionId: id(number, where), name: file.name, pages: '1-3' }],
      droppedPages: null,
      askedBy: personOf(where),
      askedAt: at(number),
      endedAt: null,
    }),
    {},
  ),
  example(
    People,
    (number, where) => ({
      personId: id(number, where),
      email: `person-${id(number, where)}@greffe.example`,
      name: 'Odile Marchetti-Brun',
      language: 'fr',
      status: 'active',
      createdAt: at(number),
      kind: 'member',
      roles: ['practitioner'],
      sheet: fullSheet,
    }),
    {
      members: {
        of: () => ({}),
        holds: 'everywhere',
        leavesBy: { kind: 'client-user', profile: 'client-full-access', roles: undefined, sheet: undefined },
      },
    },
  ),
  example(
    EmailClaims,
    (number, where) => ({ email: `${id(number, where)}@greffe.example`, personId: id(number, where) }),
    {},
  ),
  example(
    Clients,
    (number, where) => ({
      clientId: id(number, where),
      name: 'Atelier Vermeil',
      kind: 'company',
      state: 'active',
      email: null,
      createdAt: at(number),
      createdBy: personOf(where),
    }),
    { all: { of: () => ({}), holds: 'everywhere' } },
  ),
  example(
    Dossiers,
    (number, where) => ({
      dossierId: id(number, where),
      number,
      clientId: clientOf(where),
      clientName: 'Atelier Vermeil',
      ownerId: personOf(where),
      responsibleId: personOf(where),
      state: 'active',
      modules: ['archive'],
      createdAt: at(number),
      createdBy: personOf(where),
    }),
    {
      owned: { of: (where) => ({ ownerId: personOf(where) }) },
      answered: { of: (where) => ({ responsibleId: personOf(where) }) },
      ofClient: { of: (where) => ({ clientId: clientOf(where) }) },
      all: { of: () => ({}), holds: 'everywhere' },
    },
  ),
  example(
    DossierAccesses,
    (number, where) => ({
      // `here` one dossier has many users, `there` one user has many dossiers.
      dossierId: where === 'here' ? dossierOf(where) : id(number, where),
      personId: where === 'here' ? id(number, where) : personOf(where),
      grantedBy: personOf(where),
      grantedAt: at(number),
      requestId: null,
      until: at(number * 2 + (where === 'here' ? 0 : 1)),
    }),
    {
      ofDossier: { of: () => ({ dossierId: dossierOf('here') }), holds: 'here' },
      ofPerson: { of: () => ({ personId: personOf('there') }), holds: 'there' },
      ending: { of: () => ({ until: '' }), holds: 'everywhere', leavesBy: { until: null } },
    },
  ),
  example(DossierCounters, () => ({ last: 1 }), {}),
  example(
    Reports,
    (number, where) => ({
      ...file,
      dossierId: dossierOf(where),
      reportId: id(number, where),
      title: 'Bilan',
      from: '2025-01-01',
      until: '2025-12-31',
      state: 'published',
      storedVersionId: null,
      createdAt: at(number),
      createdBy: personOf(where),
      publishedAt: at(number),
      withdrawnAt: null,
    }),
    { ofDossier: { of: (where) => ({ dossierId: dossierOf(where) }) } },
  ),
  example(
    Series,
    (number, where) => ({
      dossierId: dossierOf(where),
      seriesId: id(number, where),
      number: 1,
      name: 'Ventes',
      currency: 'EUR',
      points: 1,
      publishedAt: at(number),
      publishedBy: personOf(where),
      createdAt: at(number),
      createdBy: personOf(where),
      withdrawnAt: null,
    }),
    { ofDossier: { of: (where) => ({ dossierId: dossierOf(where) }) } },
  ),
  example(
    SeriesVersions,
    (number, where) => ({
      dossierId: dossierOf(where),
      seriesId: documentOf(where),
      number,
      name: 'Ventes',
      currency: 'EUR',
      points: 1,
      publishedAt: at(number),
      publishedBy: personOf(where),
      periods: ['2026'],
      accounts: [{ code: '70', label: 'Ventes' }],
      amounts: [[0, 0, 12_000]],
    }),
    { ofSeries: { of: (where) => ({ seriesId: documentOf(where) }) } },
  ),
  example(
    BankAccounts,
    (number, where) => ({
      dossierId: dossierOf(where),
      accountId: id(number, where),
      label: 'Compte courant',
      holder: 'Atelier Verrières',
      iban: 'FR7630006000011234567890189',
      bic: null,
      createdAt: at(number),
      createdBy: personOf(where),
    }),
    { ofDossier: { of: (where) => ({ dossierId: dossierOf(where) }) } },
  ),
  example(
    IbanClaims,
    (number, where) => ({ dossierId: dossierOf(where), iban: `FR${number}`, accountId: id(number, where) }),
    {},
  ),
  example(
    Payables,
    (number, where) => ({
      ...said,
      dossierId: dossierOf(where),
      documentId: id(number, where),
      kind: 'purchase',
      name: file.name,
      notedAt: at(number),
    }),
    { ofDossier: { of: (where) => ({ dossierId: dossierOf(where) }) } },
  ),
  example(
    PaymentClaims,
    (number, where) => ({
      dossierId: dossierOf(where),
      documentId: id(number, where),
      paymentFileId: documentOf(where),
    }),
    {},
  ),
  example(
    PaymentFiles,
    (number, where) => ({
      dossierId: dossierOf(where),
      paymentFileId: id(number, where),
      state: 'made',
      account: {
        accountId: documentOf(where),
        label: 'Compte courant',
        holder: 'Atelier Verrières',
        iban: 'FR7630006000011234567890189',
        bic: null,
      },
      executionDate: '2026-03-03',
      payments: [],
      total: said.amount,
      confidential: false,
      length: 1,
      sha256: file.sha256,
      storedVersionId: null,
      createdAt: at(number),
      createdBy: personOf(where),
      cancelledAt: null,
      cancelledBy: null,
    }),
    { ofDossier: { of: (where) => ({ dossierId: dossierOf(where) }) } },
  ),
  example(
    Parties,
    (number, where) => ({
      dossierId: dossierOf(where),
      partyId: id(number, where),
      name: `Papeterie ${String(number).padStart(4, '0')}`,
      roles: ['supplier'],
      vatNumber: null,
      iban: null,
      createdAt: at(number),
      createdBy: personOf(where),
    }),
    {
      ofDossier: { of: (where) => ({ dossierId: dossierOf(where) }) },
      byName: { of: (where) => ({ dossierId: dossierOf(where) }) },
    },
  ),
  example(
    PartyVatClaims,
    (number, where) => ({ dossierId: dossierOf(where), vatNumber: `FR${number}`, partyId: id(number, where) }),
    {},
  ),
  example(
    Documents,
    (number, where) => ({
      ...file,
      ...said,
      dossierId: dossierOf(where),
      documentId: id(number, where),
      state: 'received',
      currentVersionId: null,
      transferId: null,
      failure: null,
      createdAt: at(number),
      createdBy: personOf(where),
    }),
    {
      ofDossier: { of: (where) => ({ dossierId: dossierOf(where) }) },
      ofAuthor: { of: (where) => ({ dossierId: dossierOf(where), createdBy: personOf(where) }) },
      sameFacts: { of: (where) => ({ dossierId: dossierOf(where), ...said }), leavesBy: { number: 'F-2' } },
    },
  ),
  example(
    AwaitedApprovals,
    (number, where) => ({
      personId: personOf(where),
      dossierId: dossierOf(where),
      documentId: id(number, where),
      approvalId: id(number, where),
      since: at(number),
    }),
    {
      ofPerson: { of: (where) => ({ personId: personOf(where) }) },
      ofPersonInDossier: { of: (where) => ({ dossierId: dossierOf(where), personId: personOf(where) }) },
    },
  ),
  example(
    Notes,
    (number, where) => ({
      dossierId: dossierOf(where),
      noteId: id(number, where),
      kind: 'note',
      title: 'Entretien',
      current: 1,
      createdAt: at(number),
      createdBy: personOf(where),
      changedAt: at(number),
      changedBy: personOf(where),
    }),
    { ofDossier: { of: (where) => ({ dossierId: dossierOf(where) }) } },
  ),
  example(
    NoteVersions,
    (number, where) => ({
      noteId: documentOf(where),
      number: number + 1,
      dossierId: dossierOf(where),
      title: 'Entretien',
      text: { inline: 'Tout va bien.' },
      createdAt: at(number),
      createdBy: personOf(where),
    }),
    { ofNote: { of: (where) => ({ noteId: documentOf(where) }) } },
  ),
  example(
    ItemCopies,
    (number, where) => ({
      dossierId: dossierOf(where),
      copyId: id(number, where),
      way: 'copied-to-space',
      kind: 'note',
      itemId: documentOf(where),
      itemVersion: '1',
      other: { spaceId: spaceOf(where), itemId: id(number, where) },
      at: at(number),
      by: personOf(where),
    }),
    { ofDossier: { of: (where) => ({ dossierId: dossierOf(where) }) } },
  ),
  example(
    DocumentVersions,
    (number, where) => ({
      ...file,
      dossierId: dossierOf(where),
      documentId: documentOf(where),
      versionId: id(number, where),
      state: 'received',
      storedVersionId: 'v1',
      createdAt: at(number),
      createdBy: personOf(where),
      receivedAt: at(number),
    }),
    {
      ofDocument: { of: (where) => ({ documentId: documentOf(where) }) },
      sameContent: {
        of: (where) => ({ dossierId: dossierOf(where), sha256: file.sha256 }),
        leavesBy: { state: 'differs' },
      },
    },
  ),
  example(
    DocumentTexts,
    (number, where) => ({
      dossierId: dossierOf(where),
      documentId: documentOf(where),
      versionId: id(number, where),
      state: 'done',
      reason: null,
      characters: 1200,
      length: 1248,
      sha256: 'b'.repeat(64),
      storedVersionId: 'v1',
      pages: 2,
      at: at(number),
    }),
    {},
  ),
  example(
    DocumentThumbnails,
    (number, where) => ({
      dossierId: dossierOf(where),
      documentId: documentOf(where),
      versionId: id(number, where),
      state: 'done',
      width: 320,
      height: 240,
      length: 9000,
      sha256: 'c'.repeat(64),
      storedVersionId: 'v1',
      at: at(number),
    }),
    {},
  ),
  example(
    Transfers,
    (number, where) => ({
      dossierId: dossierOf(where),
      transferId: id(number, where),
      state: 'sending',
      attempt: 1,
      documents: [],
      askedBy: personOf(where),
      askedAt: at(number),
      activeAt: at(number),
      endedAt: null,
    }),
    {
      ofDossier: { of: (where) => ({ dossierId: dossierOf(where) }) },
      atWork: { of: () => ({}), holds: 'everywhere', leavesBy: { state: 'sent' } },
      ofAsker: { of: (where) => ({ dossierId: dossierOf(where), askedBy: personOf(where) }) },
    },
  ),
  example(
    PortalSettingsOf,
    (number, where) => ({
      dossierId: id(number, where),
      transmission: 'approved',
      rulesVersion: 1,
      rules: [{ ruleId: idOf(9002), name: 'Achats', kinds: ['purchase'], approverIds: [personOf(where)], mode: 'any' }],
      changedAt: at(number),
      changedBy: personOf(where),
    }),
    {},
  ),
  example(
    SendingBatches,
    (number, where) => ({
      dossierId: dossierOf(where),
      batchId: id(number, where),
      scope: 'named',
      askedBy: personOf(where),
      askedAt: at(number),
      by: personOf(where),
      state: 'running',
      attempt: 1,
      attemptAt: at(number),
      documents: 3,
      isPlanned: true,
      leavesMore: false,
      endedAt: null,
    }),
    {
      ofDossier: { of: (where) => ({ dossierId: dossierOf(where) }) },
      atWork: { of: () => ({}), holds: 'everywhere', leavesBy: { state: 'done' } },
      ofAsker: { of: (where) => ({ dossierId: dossierOf(where), askedBy: personOf(where) }) },
    },
  ),
  example(
    BatchParts,
    (number, where) => ({
      dossierId: dossierOf(where),
      batchId: id(0, where),
      part: number,
      entries: [{ documentId: documentOf(where), state: 'refused', reason: 'not-found', attempt: 1 }],
    }),
    {},
  ),
  example(
    BulkTransfers,
    (number, where) => ({
      bulkTransferId: id(number, where),
      fromId: personOf('here'),
      toId: personOf('there'),
      reason: 'Départ en congé de longue durée',
      scope: 'all',
      askedBy: personOf('here'),
      askedAt: at(number),
      state: 'running',
      attempt: 1,
      attemptAt: at(number),
      plannedUpTo: null,
      isPlanned: true,
      counts: { dossiers: 3, moved: 1, failed: 0 },
      activeAt: at(number),
      endedAt: null,
    }),
    {
      all: { of: () => ({}), holds: 'everywhere' },
      atWork: { of: () => ({}), holds: 'everywhere', leavesBy: { state: 'done' } },
    },
  ),
  example(
    NamedDossiersOf,
    (number, where) => ({ bulkTransferId: id(number, where), dossierIds: [dossierOf('here')] }),
    {},
  ),
  example(
    Outcomes,
    (number, where) => ({
      bulkTransferId: bulkTransferOf(where),
      dossierId: id(number, where),
      number,
      state: 'planned',
      reason: null,
      attempt: 1,
      at: at(number),
    }),
    {
      ofTransfer: { of: (where) => ({ bulkTransferId: bulkTransferOf(where) }) },
      inState: { of: (where) => ({ bulkTransferId: bulkTransferOf(where), state: 'planned' }) },
    },
  ),
  example(
    ArchiveEntries,
    (number, where) => ({
      ...file,
      dossierId: dossierOf(where),
      entryId: id(number, where),
      documentId: documentOf(where),
      versionId: id(number, where),
      transferId: idOf(5001),
      storedVersionId: 'v1',
      sentBy: personOf(where),
      archivedAt: at(number),
    }),
    { ofDossier: { of: (where) => ({ dossierId: dossierOf(where) }) } },
  ),
  example(
    ArchivePlaces,
    (number, where) => ({
      dossierId: dossierOf(where),
      confidential: where === 'there',
      entryId: id(number, where),
      length: 2048,
      day: '2026-03-02',
      under: 'WORD#fa',
      at: `facture#${id(number, where)}`,
    }),
    {
      under: { of: (where) => ({ dossierId: dossierOf(where), confidential: where === 'there', under: 'WORD#fa' }) },
    },
  ),
  example(
    EntryWordsOf,
    (number, where) => ({ dossierId: dossierOf(where), entryId: id(number, where), words: 'facture papeterie' }),
    {},
  ),
  example(
    PartyHistories,
    (number, where) => ({
      dossierId: dossierOf(where),
      confidential: where === 'there',
      partyId: id(number, where),
      documents: 1,
      lastDay: '2026-03-02',
      totals: [{ kind: 'purchase', year: 2026, currency: 'EUR', minor: 12_345, documents: 1 }],
    }),
    { ofDossier: { of: (where) => ({ dossierId: dossierOf(where), confidential: where === 'there' }) } },
  ),
  example(
    CountedEntries,
    (number, where) => ({ dossierId: dossierOf(where), entryId: id(number, where), at: at(number) }),
    {},
  ),
  example(
    ArchiveExports,
    (number, where) => ({
      dossierId: dossierOf(where),
      personId: personOf(where),
      exportId: id(number, where),
      from: '2026-01-01',
      until: '2026-03-31',
      state: 'asked',
      reason: null,
      attempt: 1,
      askedAt: at(number),
      activeAt: at(number),
      endedAt: null,
      expiresAt: null,
      entries: null,
      length: null,
      sha256: null,
      storedVersionId: null,
    }),
    {
      ofPerson: { of: (where) => ({ dossierId: dossierOf(where), personId: personOf(where) }) },
      atWork: { of: () => ({}), holds: 'everywhere', leavesBy: { state: 'done' } },
    },
  ),
  example(
    AccessRequests,
    (number, where) => ({
      dossierId: dossierOf(where),
      requestId: id(number, where),
      requestedBy: personOf(where),
      joinedBy: [],
      name: 'Zacharie Sorbier',
      email: 'zacharie.sorbier@vermeil.example',
      language: 'fr',
      profile: 'client-full-access',
      message: null,
      state: 'pending',
      askedAt: at(number),
      expiresAt: at(number + 60),
      outcome: null,
    }),
    {
      ofDossier: { of: (where) => ({ dossierId: dossierOf(where) }) },
      ofAddress: { of: (where) => ({ dossierId: dossierOf(where), email: 'zacharie.sorbier@vermeil.example' }) },
    },
  ),
  example(
    Refusals,
    (number, where) => ({
      dossierId: dossierOf(where),
      email: `${number}@vermeil.example`,
      at: at(number),
      reason: 'Pas cette année.',
      message: null,
    }),
    {},
  ),
  example(
    RequestProgresses,
    (number, where) => ({
      dossierId: dossierOf(where),
      requestId: id(number, where),
      steps: [{ step: 'asked', at: at(number), whom: ['member'] }],
    }),
    {},
  ),
  example(
    ClientGroups,
    (number, where) => ({
      clientGroupId: id(number, where),
      name: 'Familles du quartier',
      responsibleIds: [personOf(where)],
      dossiers: 1,
      createdAt: at(number),
      createdBy: personOf(where),
    }),
    { all: { of: () => ({}), holds: 'everywhere' } },
  ),
  example(
    GroupedDossiers,
    (number, where) => ({
      clientGroupId: clientOf(where),
      dossierId: id(number, where),
      at: at(number),
      by: personOf(where),
    }),
    { ofGroup: { of: (where) => ({ clientGroupId: clientOf(where) }) } },
  ),
  example(
    RequestClaims,
    (number, where) => ({
      dossierId: dossierOf(where),
      email: `${number}@vermeil.example`,
      requestId: id(number, where),
    }),
    { ofDossier: { of: (where) => ({ dossierId: dossierOf(where) }) } },
  ),
  example(
    FollowUps,
    (number, where) => ({
      dossierId: dossierOf(where),
      requestId: id(number, where),
      asks: 1,
      nextAskAt: null,
      dueAt: at(number),
      standIns: [],
      revivals: 0,
    }),
    { due: { of: () => ({}), holds: 'everywhere' } },
  ),
  example(
    Offers,
    (number, where) => ({
      dossierId: dossierOf(where),
      offerId: id(number, where),
      giverId: personOf(where),
      recipientId: personOf(where),
      message: null,
      state: 'pending',
      offeredAt: at(number),
      expiresAt: at(number + 100),
      outcome: null,
    }),
    {
      ofDossier: { of: (where) => ({ dossierId: dossierOf(where) }) },
      ofGiver: { of: (where) => ({ giverId: personOf(where) }) },
      ofRecipient: { of: (where) => ({ recipientId: personOf(where) }) },
    },
  ),
  example(OfferClaims, (number, where) => ({ dossierId: id(number, where), offerId: id(number, where) }), {}),
  example(
    OfferProgresses,
    (number, where) => ({
      dossierId: dossierOf(where),
      offerId: id(number, where),
      steps: [{ step: 'asked', at: at(number) }],
    }),
    {},
  ),
  example(
    ApprovalProgresses,
    (number, where) => ({
      dossierId: dossierOf(where),
      approvalId: id(number, where),
      documentId: documentOf(where),
      begunAt: at(number),
      since: at(number),
      steps: [{ step: 'asked', at: at(number), personId: personOf(where), for: null }],
    }),
    {},
  ),
  example(
    Absences,
    (number, where) => ({
      personId: id(number, where),
      deputyId: personOf(where),
      from: at(number),
      until: at(number + 100),
      setAt: at(number),
    }),
    { ofDeputy: { of: (where) => ({ deputyId: personOf(where) }) } },
  ),
  example(
    Outbox,
    (number, where) => ({
      eventId: id(number, where),
      at: at(number),
      type: 'access-requested',
      data: { dossierId: dossierOf(where), requestId: id(number, where) },
    }),
    { waiting: { of: () => ({}), holds: 'everywhere', leavesBy: { relayedAt: at(0) } } },
  ),
  example(
    Receipts,
    (number, where) => ({ eventId: id(number, where), consumer: 'send-mail', at: at(number), state: 'done' }),
    {},
  ),
  example(
    AuditEntries,
    (number, where) => ({
      auditId: id(number, where),
      at: at(number),
      actorId: personOf(where),
      door: 'api',
      action: 'dossier.configure',
      ruleId: null,
      trail: `DOSSIER#${dossierOf(where)}`,
      requestId: 'r',
      changes: [{ record: 'dossier', before: null, after: { state: 'active' } }],
    }),
    { ofTrail: { of: (where) => ({ trail: `DOSSIER#${dossierOf(where)}` }) } },
  ),
  example(
    ConfidentialReads,
    (number, where) => ({
      dossierId: dossierOf(where),
      readId: id(number, where),
      at: at(number),
      personId: personOf(where),
      door: 'api',
      action: 'note.read',
      items: [{ kind: 'note', id: id(number, where) }],
      ruleId: 'note.read/owner',
      path: ['ownership'],
    }),
    { ofDossier: { of: (where) => ({ dossierId: dossierOf(where) }) } },
  ),
  example(
    Shares,
    (number, where) => ({
      dossierId: where === 'here' ? dossierOf(where) : id(number, where),
      personId: where === 'here' ? id(number, where) : personOf('here'),
      access: 'read',
      givenBy: personOf(where),
      givenAt: at(number),
      // Those of the two halves interleave, as ids do.
      until: at(number * 2 + (where === 'here' ? 0 : 1)),
    }),
    {
      ofDossier: { of: () => ({ dossierId: dossierOf('here') }), holds: 'here' },
      ofPerson: { of: () => ({ personId: personOf('here') }), holds: 'there' },
      ending: { of: () => ({}), holds: 'everywhere', leavesBy: { until: null } },
    },
  ),
  example(
    DossierNumbers,
    (number, where) => ({ number: number * 2 + (where === 'here' ? 0 : 1), dossierId: id(number, where) }),
    {},
  ),
  example(
    OwnerRequests,
    (number, where) => ({
      dossierId: dossierOf(where),
      requestId: id(number, where),
      requestedBy: personOf(where),
      wants: 'share',
      access: 'read',
      message: 'Pour la clôture.',
      state: 'pending',
      askedAt: at(number),
      // Those of the two halves interleave, as ids do.
      expiresAt: at(number * 2 + (where === 'here' ? 0 : 1)),
      outcome: null,
    }),
    {
      ofDossier: { of: (where) => ({ dossierId: dossierOf(where) }) },
      due: { of: () => ({}), holds: 'everywhere', leavesBy: { state: 'refused' } },
    },
  ),
  example(
    OwnerRequestClaims,
    (number, where) => ({
      dossierId: dossierOf(where),
      personId: id(number, where),
      requestId: id(number, where),
      expiresAt: at(number),
    }),
    { ofDossier: { of: (where) => ({ dossierId: dossierOf(where) }) } },
  ),
  example(
    FeedEntries,
    (number, where) => ({
      personId: personOf(where),
      feedEntryId: id(number, where),
      at: at(number),
      kind: 'shares',
      type: 'share-given',
      by: personOf('here'),
      about: { dossierId: dossierOf(where) },
      people: [],
      facts: { access: 'read' },
      digest: 4,
    }),
    {
      ofPerson: { of: (where) => ({ personId: personOf(where) }) },
      ofKind: { of: (where) => ({ personId: personOf(where), kind: 'shares' }), leavesBy: { kind: 'offers' } },
      ofDigest: { of: (where) => ({ personId: personOf(where), digest: 4 }), leavesBy: { digest: null } },
    },
  ),
  example(
    MailPreferences,
    (number, where) => ({
      personId: id(number, where),
      choices: unchosen,
      changedAt: at(number),
      before: unchosen,
    }),
    {},
  ),
  example(
    Digests,
    (number, where) => ({
      personId: id(number, where),
      number: 1,
      lines: number,
      // Those of the two halves interleave, as ids do.
      dueAt: at(number * 2 + (where === 'here' ? 0 : 1)),
      lastAt: null,
    }),
    { due: { of: () => ({}), holds: 'everywhere', leavesBy: { dueAt: null } } },
  ),
  example(Workspaces, (number) => ({ dossiersMet: number % 2 === 0 }), {}),
  example(
    ClientAssignments,
    (number, where) => ({
      clientId: where === 'here' ? idOf(5001) : id(number, where),
      personId: where === 'here' ? id(number, where) : personOf('here'),
      assigned: { by: personOf(where), at: at(number) },
      dossierIds: [],
    }),
    {
      ofClient: { of: () => ({ clientId: idOf(5001) }), holds: 'here' },
      ofMember: { of: () => ({ personId: personOf('here') }), holds: 'there' },
    },
  ),
  example(
    Contacts,
    (number, where) => ({
      clientId: where === 'here' ? idOf(5001) : idOf(5002),
      contactId: id(number, where),
      name: `Contact ${number}`,
      relation: 'comptable',
      email: `${number}@vermeil.example`,
      phone: null,
      address: null,
      note: null,
      createdAt: at(number),
      createdBy: personOf(where),
    }),
    { ofClient: { of: (where) => ({ clientId: where === 'here' ? idOf(5001) : idOf(5002) }) } },
  ),
  example(WideReaches, (number, where) => ({ personId: id(number, where) }), {
    all: { of: () => ({}), holds: 'everywhere' },
  }),
  // One for each role; the table does not know how many there are.
  example(SheetDefaults, (number, where) => ({ role: id(number, where) as 'practitioner', sheet: fullSheet }), {}),
  example(SettingsEditors, (number, where) => ({ personId: id(number, where) }), {
    all: { of: () => ({}), holds: 'everywhere' },
  }),
  example(Holdings, (number, where) => ({ personId: id(number, where), dossiers: number, responsibilities: 0 }), {}),
  example(
    GivenAnswers,
    (number, where) => ({
      actorId: personOf(where),
      idempotencyKey: `key-${number}`,
      requestHash: 'h',
      status: 201,
      headers: { etag: '"1"' },
      body: '{}',
      at: at(number),
    }),
    {},
  ),
  example(
    Links,
    (number, where) => ({
      tokenHash: `hash-${id(number, where)}`,
      purpose: 'activation',
      personId: personOf(where),
      subject: {},
      createdAt: at(number),
      expiresAt: at(number + 60),
    }),
    {},
  ),
  example(LinkAttempts, (number, where) => ({ source: id(number, where), failures: 1, lastAt: at(number) }), {}),
  example(
    Seats,
    (number, where) => ({
      // `here` one room has many people, `there` one person is in many rooms.
      roomId: where === 'here' ? roomOf(where) : id(number, where),
      personId: where === 'here' ? id(number, where) : personOf(where),
      role: 'assistant',
      groupIds: [],
      manages: [],
      attachedTo: { personId: idOf(2003), role: 'member', groupIds: [idOf(8001)], active: true },
      givenBy: personOf(where),
      givenAt: at(number),
    }),
    {
      ofRoom: { of: () => ({ roomId: roomOf('here') }), holds: 'here' },
      ofPerson: { of: () => ({ personId: personOf('there') }), holds: 'there' },
    },
  ),
  example(
    SpaceMemberships,
    (number, where) => ({
      spaceId: where === 'here' ? spaceOf(where) : id(number, where),
      personId: where === 'here' ? id(number, where) : personOf(where),
      level: 'member',
      applications: { pages: 'author', forum: 'reader' },
      givenBy: personOf(where),
      givenAt: at(number),
    }),
    {
      ofSpace: { of: () => ({ spaceId: spaceOf('here') }), holds: 'here' },
      ofPerson: { of: () => ({ personId: personOf('there') }), holds: 'there' },
    },
  ),
  example(
    Companions,
    (number, where) => ({
      spaceId: id(number, where),
      personId: personOf(where),
      invitedBy: personOf(where),
      joinedAt: at(number),
    }),
    { ofPerson: { of: (where) => ({ personId: personOf(where) }) } },
  ),
  example(
    CollaborativeSpaces,
    (number, where) => ({
      spaceId: id(number, where),
      name: 'Rentrée scolaire',
      about: { kind: 'group', text: 'Les familles du quartier' },
      boundTo: null,
      state: 'open',
      memberIds: [personOf(where)],
      members: 1,
      createdAt: at(number),
      createdBy: personOf(where),
      closedAt: null,
      closedBy: null,
    }),
    {},
  ),
  example(
    SpaceEntries,
    (number, where) => ({
      spaceId: spaceOf(where),
      entryId: id(number, where),
      kind: 'note',
      title: 'Premier contact',
      currentVersionId: id(number, where),
      copiedFrom: null,
      createdAt: at(number),
      createdBy: personOf(where),
      changedAt: at(number),
      changedBy: personOf(where),
    }),
    { ofSpace: { of: (where) => ({ spaceId: spaceOf(where) }) } },
  ),
  example(
    SpaceEntryVersions,
    (number, where) => ({
      spaceId: spaceOf(where),
      entryId: documentOf(where),
      versionId: id(number, where),
      title: 'Premier contact',
      text: { inline: 'Elle rappellera *mardi*.' },
      file: null,
      createdAt: at(number),
      createdBy: personOf(where),
    }),
    { ofEntry: { of: (where) => ({ entryId: documentOf(where) }) } },
  ),
]
