/** A tenant at work, of a size that can be chosen: what operations are measured in. Its people and things are invented. */

import { openRequest } from '../../functions/access-requests/open-request.ts'
import { AccessRequests, RequestClaims } from '../../functions/access-requests/records.ts'
import {
  ArchiveEntries,
  type ArchiveEntry,
  type Transfer,
  Transfers,
} from '../../functions/archive-transfers/records.ts'
import { type BulkTransfer, BulkTransfers, type Outcome, Outcomes } from '../../functions/bulk-transfers/records.ts'
import {
  type Client,
  type ClientAssignment,
  ClientAssignments,
  Clients,
  type Contact,
  Contacts,
  dossierIdOf,
} from '../../functions/clients/records.ts'
import { SpaceEntryVersions } from '../../functions/collaborative-spaces/records.ts'
import {
  type Document,
  Documents,
  type DocumentVersion,
  DocumentVersions,
  fileKey,
} from '../../functions/documents/records.ts'
import {
  type Dossier,
  type DossierAccess,
  DossierAccesses,
  DossierCounters,
  Dossiers,
} from '../../functions/dossiers/records.ts'
import { unchosen } from '../../functions/feed/notice-kinds.ts'
import { FeedEntries, type FeedEntry, MailPreferences } from '../../functions/feed/records.ts'
import { ItemCopies, type Note, Notes, NoteVersions } from '../../functions/notes/records.ts'
import { type Offer, Offers } from '../../functions/offers/records.ts'
import { type OwnerRequest, OwnerRequests } from '../../functions/owner-requests/records.ts'
import { type Share, Shares } from '../../functions/sharing/records.ts'
import { type ConfidentialRead, ConfidentialReads } from '../../shared/confidential-reads.ts'
import { FollowUps } from '../../shared/follow-ups.ts'
import { type ClientUser, introduce, type Member, type Person } from '../../shared/people.ts'
import { addSeconds, DAY } from '../../shared/ports/clock.ts'
import type { NewId } from '../../shared/ports/ids.ts'
import { fullSheet, practitionerSheet } from '../../shared/sheet.ts'
import { create, type Write } from '../../shared/table/table.ts'
import { absenceOf, waiting } from './approvals-in-town.ts'
import { batchesInTown } from './batches-in-town.ts'
import { CONTENT } from './content.ts'
import { spacesInTown } from './spaces-in-town.ts'

export type Town = ReturnType<typeof townOf>

/** Makes things one by one; each is told with the writes that put it into the table. */
export const townOf = ({ now, newId }: { readonly now: string; readonly newId: NewId }) => {
  const someone = (name: string) => {
    const personId = newId()
    return {
      personId,
      email: `${personId}@greffe.example`,
      name,
      language: 'fr',
      status: 'active',
      createdAt: now,
    } as const
  }
  const member = (name: string, roles: Member['roles'] = ['practitioner']): Member => ({
    ...someone(name),
    kind: 'member',
    roles,
    sheet: roles.includes('administrator') ? fullSheet : practitionerSheet,
  })
  const clientUser = (name: string, profile: ClientUser['profile'] = 'client-administrator'): ClientUser => ({
    ...someone(name),
    kind: 'client-user',
    profile,
  })
  const office = member('Odile Marchetti-Brun', ['administrator', 'practitioner'])
  const practitioner = member('Basile Tournemire')
  const clientAdministrator = clientUser('Camille Verrier')
  const coordinator = member('Florimond Delacq', ['coordinator'])

  const client = (): Client => ({
    clientId: newId(),
    name: 'Atelier Verrières',
    kind: 'company',
    state: 'active',
    email: 'bonjour@atelier-verrieres.example',
    createdAt: now,
    createdBy: office.personId,
  })
  const contact = ({ clientId }: Client): Contact => ({
    clientId,
    contactId: newId(),
    name: 'Hippolyte Carvajal',
    relation: 'comptable',
    email: 'h.carvajal@atelier-verrieres.example',
    phone: '05 55 01 02 03',
    address: null,
    note: null,
    createdAt: now,
    createdBy: office.personId,
  })
  const dossier = ({ clientId, name }: Client, number: number): Dossier => ({
    // Ids of one process begin alike within a millisecond; many dossiers of one client are told apart by their numbers.
    dossierId: dossierIdOf(newId().slice(0, 15) + (number % 4096).toString(16).padStart(3, '0'), clientId),
    number,
    clientId,
    clientName: name,
    ownerId: practitioner.personId,
    responsibleId: practitioner.personId,
    state: 'active',
    modules: ['archive', 'figures'],
    createdAt: now,
    createdBy: office.personId,
  })
  const access = ({ dossierId }: Dossier, { personId }: Person): DossierAccess => ({
    dossierId,
    personId,
    grantedBy: office.personId,
    grantedAt: now,
    requestId: null,
  })
  /** That somebody was assigned a client by name. */
  const assignment = ({ clientId }: Client, { personId }: Person): ClientAssignment => ({
    clientId,
    personId,
    assigned: { by: office.personId, at: now },
    dossierIds: [],
  })
  /** A share that has an end date, so that it lies in every index that shares have. */
  const share = ({ dossierId }: Pick<Dossier, 'dossierId'>, { personId }: Person): Share => ({
    dossierId,
    personId,
    access: 'read',
    givenBy: practitioner.personId,
    givenAt: now,
    until: addSeconds(now, 30 * DAY),
  })
  /** That the owner read a note that is confidential. */
  const confidentialRead = ({ dossierId }: Pick<Dossier, 'dossierId'>): ConfidentialRead => ({
    dossierId,
    readId: newId(),
    at: now,
    personId: practitioner.personId,
    door: 'api',
    action: 'note.read',
    items: [{ kind: 'note', id: newId() }],
    ruleId: 'note.read/owner',
    path: ['ownership'],
  })
  const file = {
    name: 'facture-2026-0187.pdf',
    contentType: 'application/pdf',
    length: CONTENT.length,
    sha256: CONTENT.sha256,
  }
  const authored = { createdAt: now, createdBy: clientAdministrator.personId }

  /** A document with one version, which has come unless its state says otherwise. */
  const document = ({ dossierId }: Pick<Dossier, 'dossierId'>, more: Partial<Document> = {}) => {
    const documentId = newId()
    const state = more.state ?? 'received'
    const came = state !== 'awaiting-upload'
    const version: DocumentVersion = {
      dossierId,
      documentId,
      versionId: newId(),
      ...file,
      state: came ? 'received' : 'awaiting-upload',
      storedVersionId: null,
      receivedAt: came ? now : null,
      ...authored,
    }
    const document: Document = {
      dossierId,
      documentId,
      ...file,
      currentVersionId: came ? version.versionId : null,
      transferId: null,
      failure: null,
      ...authored,
      ...more,
      state,
    }
    return {
      document,
      version,
      key: fileKey(version),
      writes: [create(Documents, document), create(DocumentVersions, version)],
    }
  }

  /** A note at its first version, which is short. */
  const note = ({ dossierId }: Pick<Dossier, 'dossierId'>, more: Partial<Note> = {}) => {
    const noteId = newId()
    const title = 'Entretien du 2 mars'
    const written = { createdAt: now, createdBy: practitioner.personId }
    const changed = { changedAt: now, changedBy: practitioner.personId }
    const note: Note = { dossierId, noteId, kind: 'note', title, current: 1, ...written, ...changed, ...more }
    const version = { noteId, number: 1, dossierId, title, text: { inline: '*Tout* va bien.' }, ...written }
    return { note, version, writes: [create(Notes, note), create(NoteVersions, version)] }
  }

  /** That a dossier was closed by the office, in the feed of its owner. */
  const feedEntry = ({ dossierId }: Pick<Dossier, 'dossierId'>): FeedEntry => ({
    personId: practitioner.personId,
    feedEntryId: newId(),
    at: now,
    kind: 'dossiers',
    type: 'dossier-state-changed',
    by: office.personId,
    about: { dossierId },
    people: [],
    facts: { state: 'closed' },
    digest: null,
  })
  const mailPreference = { personId: practitioner.personId, choices: unchosen, changedAt: now, before: unchosen }
  /** A request of the office to the owner, which was refused. */
  const ownerRequest = ({ dossierId }: Pick<Dossier, 'dossierId'>): OwnerRequest => ({
    dossierId,
    requestId: newId(),
    requestedBy: office.personId,
    wants: 'share',
    access: 'read',
    message: null,
    state: 'refused',
    askedAt: now,
    expiresAt: addSeconds(now, 14 * DAY),
    outcome: { by: practitioner.personId, at: now, reason: 'Pas cette année.', offerId: null },
  })
  /** A sending of some documents of its own. */
  const transfer = (of: Pick<Dossier, 'dossierId'>, state: Transfer['state'], size = 3) => {
    const transferId = newId()
    const reason = state === 'failed' ? 'source-missing' : null
    const documents = Array.from({ length: size }, () => document(of, { state, transferId, failure: reason }))
    const transfer: Transfer = {
      dossierId: of.dossierId,
      transferId,
      state,
      attempt: 1,
      documents: documents.map(({ version: { documentId, versionId } }) => ({
        documentId,
        versionId,
        ...file,
        state,
        reason,
      })) as Transfer['documents'],
      askedBy: clientAdministrator.personId,
      askedAt: now,
      activeAt: now,
      endedAt: state === 'sending' ? null : now,
    }
    return { transfer, writes: [create(Transfers, transfer), ...documents.flatMap(({ writes }) => writes)] }
  }
  const archiveEntry = ({ dossierId }: Pick<Dossier, 'dossierId'>): ArchiveEntry => {
    const versionId = newId()
    const ids = { dossierId, entryId: versionId, versionId, documentId: newId(), transferId: newId() }
    return { ...ids, ...file, storedVersionId: null, sentBy: clientAdministrator.personId, archivedAt: now }
  }
  const accessRequest = (
    of: Pick<Dossier, 'dossierId'>,
    email = `${newId()}@greffe.example`,
    asker: Person = clientAdministrator,
  ) => {
    const wanted = {
      name: 'Inès Quintal-Roy',
      email,
      profile: 'client-full-access',
    } as const
    const { request, followUp } = openRequest({ actor: asker, dossier: of, input: wanted, days: 14, now, newId })
    const { dossierId, requestId } = request
    const claim = { dossierId, requestId, email }
    return {
      request,
      writes: [create(AccessRequests, request), create(FollowUps, followUp), create(RequestClaims, claim)],
    }
  }
  /** An offer of a dossier, which was refused unless said otherwise. */
  const offer = (
    { dossierId }: Pick<Dossier, 'dossierId'>,
    giver: Person,
    recipient: Person,
    more: Partial<Offer> = {},
  ) => {
    const offer: Offer = {
      dossierId,
      offerId: newId(),
      giverId: giver.personId,
      recipientId: recipient.personId,
      message: 'Je pars en congé à la fin du mois.',
      state: 'refused',
      offeredAt: now,
      expiresAt: addSeconds(now, 14 * DAY),
      outcome: { by: recipient.personId, at: now, reason: 'Plus de place.' },
      ...more,
    }
    return { offer, writes: [create(Offers, offer)] }
  }
  /** A transfer of dossiers between two practitioners, of which one failed; with the first of its dossiers. */
  const bulkTransfer = (toId: string, size = 1) => {
    const bulkTransferId = newId()
    const transfer: BulkTransfer = {
      bulkTransferId,
      fromId: practitioner.personId,
      toId,
      reason: 'Départ en congé de longue durée',
      scope: 'all',
      askedBy: coordinator.personId,
      askedAt: now,
      state: 'done-with-failures',
      attempt: 1,
      attemptAt: now,
      plannedUpTo: null,
      isPlanned: true,
      counts: { dossiers: size, moved: 0, failed: size },
      activeAt: now,
      endedAt: now,
    }
    const outcome = (number: number): Outcome => ({
      bulkTransferId,
      dossierId: newId(),
      number,
      state: 'failed',
      reason: 'not-active',
      attempt: 1,
      at: now,
    })
    const outcomes = Array.from({ length: size }, (_, at) => create(Outcomes, outcome(at + 1)))
    return { transfer, writes: [create(BulkTransfers, transfer), ...outcomes] }
  }
  return {
    now,
    newId,
    office,
    coordinator,
    bulkTransfer,
    practitioner,
    clientAdministrator,
    member,
    clientUser,
    client,
    contact,
    dossier,
    access,
    assignment,
    share,
    confidentialRead,
    document,
    note,
    feedEntry,
    mailPreference,
    ownerRequest,
    transfer,
    archiveEntry,
    accessRequest,
    offer,
    ...spacesInTown({ now, newId }),
    ...batchesInTown({ now, newId, clientAdministrator }),
  }
}

export type StandingWorld = ReturnType<typeof standingWorld>

/** A town whose every list holds `size` things, and the ones that operations are about. */
export const standingWorld = (town: Town, size: number) => {
  const many = <T>(make: (at: number) => T): T[] => Array.from({ length: size }, (_, at) => make(at))
  const client = town.client()
  const dossier = town.dossier(client, 1)
  const contact = town.contact(client)
  const others = many((at) => town.dossier(client, at + 2))
  const received = town.document(dossier)
  const sending = town.transfer(dossier, 'sending')
  const batch = town.sendingBatch(dossier)
  const noted = town.note(dossier, { current: 2 })
  const versionAt = (number: number) => create(NoteVersions, { ...noted.version, number })
  const copied = { dossierId: dossier.dossierId, way: 'copied-out', kind: 'note', itemVersion: '1' } as const
  const entry = town.archiveEntry(dossier)
  const pending = town.accessRequest(dossier)
  const offered = town.offer(dossier, town.practitioner, town.office)
  const bulk = town.bulkTransfer(town.office.personId, size)
  const users = many(() => town.clientUser('Solange Abbeville', 'client-full-access'))
  const clients = many(() => town.client())
  /** Whom every client but the first is assigned to. */
  const keeper = town.member('Célestine Vaugirard')
  const collaborators = many(() => town.member('Lazare Pontcarré'))
  // Its members' ids lie in one item, which grows no further.
  const circle = town.space([town.practitioner, ...collaborators.slice(0, 55)])
  const written = town.spaceEntry(circle.space)
  /** Who have a right over the whole organisation. */
  const coordinators = many(() => town.member('Philippine Auzoux', ['coordinator']))
  const everyone: Person[] = [
    town.office,
    town.practitioner,
    town.clientAdministrator,
    town.coordinator,
    ...users,
    keeper,
    ...collaborators,
    ...coordinators,
  ]

  const writes: Write[] = [
    ...everyone.flatMap((person) => introduce(person)),
    ...[client, ...clients].map((one) => create(Clients, one)),
    ...[contact, ...many(() => town.contact(client))].map((one) => create(Contacts, one)),
    ...clients.map((one) => create(ClientAssignments, town.assignment(one, keeper))),
    ...collaborators.map((person) => create(ClientAssignments, town.assignment(client, person))),
    ...[dossier, ...others].map((one) => create(Dossiers, one)),
    ...others.map((one) => create(FeedEntries, town.feedEntry(one))),
    create(MailPreferences, town.mailPreference),
    ...many(() => create(OwnerRequests, town.ownerRequest(dossier))),
    create(DossierCounters, { last: size + 1 }),
    ...[town.clientAdministrator, ...users].map((person) => create(DossierAccesses, town.access(dossier, person))),
    ...collaborators.map((person) => create(Shares, town.share(dossier, person))),
    ...received.writes,
    ...many(() => create(DocumentVersions, { ...received.version, versionId: town.newId() })),
    ...many(() => town.document(dossier).writes).flat(),
    ...sending.writes,
    ...noted.writes,
    ...many((at) => versionAt(at + 2)),
    ...many(() => town.note(dossier).writes).flat(),
    ...many(() =>
      create(ItemCopies, {
        ...copied,
        copyId: town.newId(),
        itemId: noted.note.noteId,
        other: { dossierId: town.newId(), itemId: town.newId() },
        at: town.now,
        by: town.practitioner.personId,
      }),
    ),
    ...many(() => town.transfer(dossier, 'sent', 1).writes).flat(),
    ...batch.writes,
    ...many(() => town.sendingBatch(dossier).writes).flat(),
    ...[entry, ...many(() => town.archiveEntry(dossier))].map((one) => create(ArchiveEntries, one)),
    ...pending.writes,
    ...many(() => create(ConfidentialReads, town.confidentialRead(dossier))),
    ...many(() => town.accessRequest(dossier).writes).flat(),
    ...offered.writes,
    // From and to somebody of whom no example makes an offer, so that their lists stay as they are.
    ...many(() => town.offer(dossier, town.practitioner, town.coordinator).writes).flat(),
    ...many(() => town.offer(dossier, town.coordinator, town.office).writes).flat(),
    ...circle.writes,
    ...written.writes,
    ...many(() => create(SpaceEntryVersions, { ...written.version, versionId: town.newId() })),
    ...many(() => town.spaceEntry(circle.space).writes).flat(),
    ...many(() => town.space([town.office, keeper]).writes).flat(),
    // Of another dossier, so that lists of documents stay as they are.
    ...[town.practitioner, keeper].flatMap(({ personId }) =>
      many(() => waiting(town, others[0] ?? dossier, [personId]).writes).flat(),
    ),
    absenceOf(town, keeper, town.office),
    absenceOf(town, town.coordinator, keeper, 10),
    ...bulk.writes,
    ...many(() => town.bulkTransfer(town.office.personId).writes).flat(),
  ]
  return {
    town,
    client,
    contact,
    keeper,
    dossier,
    received,
    note: noted.note,
    transfer: sending.transfer,
    sendingBatch: batch.batch,
    entry,
    request: pending.request,
    offer: offered.offer,
    bulkTransfer: bulk.transfer,
    space: circle.space,
    spaceEntry: written.entry,
    writes,
  }
}
