/**
 * One request of each operation that must succeed in the standing world; where what is there already changes what has to
 * be read, one for each such case. `name` or `name: the case`, by the route's name. Budgets are held and times taken
 * with these.
 */

import { ClientAssignments, Clients, Contacts } from '../../functions/clients/records.ts'
import { type Dossier, DossierAccesses, Dossiers } from '../../functions/dossiers/records.ts'
import { NoteVersions } from '../../functions/notes/records.ts'
import { rulesVersion } from '../../functions/pages/describe-reach.ts'
import { writeCursor } from '../../functions/questions/stages.ts'
import { Shares } from '../../functions/sharing/records.ts'
import { type LinkPurpose, Links, makeLink } from '../../shared/links.ts'
import { type ClientUser, Holdings, introduce, type Member, type Person } from '../../shared/people.ts'
import { addSeconds, DAY } from '../../shared/ports/clock.ts'
import { fullSheet, practitionerSheet } from '../../shared/sheet.ts'
import { create, cursorAfter, type Write } from '../../shared/table/table.ts'
import { accessExamples } from './access-examples.ts'
import { approvalExamples } from './approval-examples.ts'
import { archiveExamples } from './archive-examples.ts'
import { CONTENT } from './content.ts'
import { documentExamples } from './document-examples.ts'
import { figuresExamples } from './figures-examples.ts'
import { importExamples } from './import-examples.ts'
import { offerExamples } from './offer-examples.ts'
import { ownerRequestExamples } from './owner-request-examples.ts'
import { paymentExamples } from './payment-examples.ts'
import { processingExamples } from './processing-examples.ts'
import { sendingExamples } from './sending-examples.ts'
import { spaceExamples } from './space-examples.ts'
import type { StandingWorld, Town } from './standing-world.ts'

export type Who = 'office' | 'practitioner' | 'coordinator' | 'clientAdministrator'

export type Example = {
  /** Whose token it carries; `null` for an open route. */
  readonly as: Who | null
  readonly params?: Readonly<Record<string, string>>
  readonly input?: Readonly<Record<string, unknown>>
  /** What one such request uses up: put into the table before it. */
  readonly before?: readonly Write[]
  /** Keys under which the file lies in the documents bucket. */
  readonly objects?: readonly string[]
  /** Who must be in the user pool. */
  readonly users?: readonly Person[]
}

const office = (input?: Example['input'], params: Example['params'] = {}): Example => ({
  as: 'office',
  params,
  ...(input && { input }),
})
const user = (
  { dossier: { dossierId } }: StandingWorld,
  params: Example['params'] = {},
  more: Partial<Example> = {},
): Example => ({
  as: 'clientAdministrator',
  params: { dossierId, ...params },
  ...more,
})

const coordinator = (input?: Example['input'], params: Example['params'] = {}): Example => ({
  as: 'coordinator',
  params,
  ...(input && { input }),
})
/** A coordinator's act on a page of dossiers of somebody, who go to the practitioner; by their ids, or all of them. */
const betweenTwo = (
  { town, client }: StandingWorld,
  { named = false, ...input }: { readonly named?: boolean; readonly reason?: string },
): Example => {
  const giver = town.member('Basile Tournemire')
  const held = { ownerId: giver.personId, responsibleId: giver.personId }
  const dossiers = Array.from({ length: 50 }, (_, at) => ({ ...town.dossier(client, at), ...held }))
  const holdings = { personId: giver.personId, dossiers: dossiers.length, responsibilities: dossiers.length }
  return {
    as: 'coordinator',
    input: {
      fromId: giver.personId,
      toId: town.practitioner.personId,
      ...(named && { dossierIds: dossiers.map(({ dossierId }) => dossierId) }),
      ...input,
    },
    before: [...introduced(giver), create(Holdings, holdings), ...dossiers.map((dossier) => create(Dossiers, dossier))],
  }
}

/** Whoever owns the dossier: the one person who manages its shares. */
const owner = (world: StandingWorld, params: Example['params'] = {}, more: Partial<Example> = {}): Example => ({
  ...user(world, params, more),
  as: 'practitioner',
})
/** Another dossier of the same owner, as they ask about it. */
const owned = ({ dossierId }: { readonly dossierId: string }, input: Example['input']): Example => ({
  as: 'practitioner',
  params: { dossierId },
  ...(input && { input }),
})
/** A member with whom the dossier is not shared yet, and what a share with them would be. */
const colleague = ({ town, dossier }: StandingWorld) => {
  const person = town.member('Philippine Auzoux')
  return { personId: person.personId, share: town.share(dossier, person), writes: introduced(person) }
}
const terms = ({ town: { now } }: StandingWorld) => ({ access: 'read', until: addSeconds(now, 30 * DAY) })

/** A page whose items, with what the actor is to each, one BatchGetItem brings. */
const SMALL_PAGE = { limit: 30 }
/** Where an answer about reach goes on with a stage, and where a simulation does. */
const stage = (name: string): string => writeCursor([name, null])
const later = (name: string): string => writeCursor([name, null, '', 0])
const FIRST_ID = '00000000-0000-0000-0000-000000000000'

/** Somebody new of a dossier whose first user is an Administrator. */
const userOfDossier = (
  { town, dossier }: StandingWorld,
  { input, ...traits }: Partial<ClientUser> & { readonly input?: Example['input'] } = {},
): Example => {
  const user: ClientUser = { ...town.clientUser('Solange Abbeville', 'client-full-access'), dossiers: 1, ...traits }
  const { dossierId } = dossier
  return {
    ...office(input, { dossierId, personId: user.personId }),
    before: [...introduced(user), create(DossierAccesses, town.access(dossier, user))],
  }
}

/** The document at hand, as a question names it. */
const received = ({ dossier: { dossierId }, received: { document } }: StandingWorld) => ({
  dossierId,
  documentId: document.documentId,
})

const written = { kind: 'note', title: 'Entretien du 2 mars', markdown: '*Tout* va bien.' }

/** A note that goes into another dossier of the same owner and client. */
const intoAnother = (world: StandingWorld, more: Example['input'] = {}): Example => {
  const [one, other] = [1, 2].map((number) => world.town.dossier(world.client, number)) as [Dossier, Dossier]
  const { note, writes } = world.town.note(one)
  const input = { toDossierId: other.dossierId, ...more }
  const before = [...writes, create(Dossiers, one), create(Dossiers, other)]
  return owner(world, { dossierId: one.dossierId, noteId: note.noteId }, { input, before })
}

const announced = { name: 'relevé de compte.xlsx', length: CONTENT.length, sha256: CONTENT.sha256 }
const newPerson = ({ newId }: Town) => ({ name: 'Ferréol Astruc', email: `${newId()}@greffe.example`, language: 'fr' })
const introduced = (person: Person): Write[] => [...introduce(person)]
const newMember = ({ member }: Town, roles?: Member['roles']) => {
  const person = member('Philippine Auzoux', roles)
  return { personId: person.personId, writes: introduced(person) }
}
const linkTo = ({ now }: Town, purpose: LinkPurpose, { personId }: Person, subject: Record<string, string> = {}) => {
  const { token, link } = makeLink({ purpose, personId, subject, createdAt: now, expiresAt: addSeconds(now, DAY) })
  return { params: { token }, write: create(Links, link) }
}
/** The version of the decision page that whoever decides has seen: of the request, the dossier's set-up and the rules. */
const SEEN = `1.archive.figures.member.none.endless.${rulesVersion}`
const decisionOf = ({ town, dossier }: StandingWorld, input?: Example['input']): Example => {
  const { request, writes } = town.accessRequest(dossier)
  const { params, write } = linkTo(town, 'access-decision', town.practitioner, {
    dossierId: dossier.dossierId,
    requestId: request.requestId,
  })
  return { as: null, params, before: [...writes, write], ...(input && { input }) }
}
const activationOf = ({ town }: StandingWorld, input?: Example['input']): Example => {
  const person: Person = { ...town.clientUser('Sidonie Labrousse'), status: 'invited' }
  const { params, write } = linkTo(town, 'activation', person)
  return { as: null, params, before: [...introduced(person), write], users: [person], ...(input && { input }) }
}

export const examples: Readonly<Record<string, (world: StandingWorld) => Example>> = {
  ...documentExamples,
  ...importExamples,
  ...figuresExamples,
  ...paymentExamples,
  ...archiveExamples,
  ...spaceExamples,
  ...ownerRequestExamples,
  ...processingExamples,
  ...accessExamples,
  ...approvalExamples,
  ...offerExamples,
  ...sendingExamples,

  addMember: ({ town }) => office({ ...newPerson(town), roles: ['practitioner'] }),
  listMembers: () => office(),
  readMember: ({ town }) => office(undefined, { personId: town.practitioner.personId }),
  readSelf: () => office(),
  changeRoles: ({ town }) => {
    const { personId, writes } = newMember(town, ['practitioner', 'coordinator'])
    return { ...office({ roles: ['practitioner'] }, { personId }), before: writes }
  },
  'changeRoles: of a guest': ({ town }) => {
    const { personId, writes } = newMember(town, ['guest'])
    return { ...office({ roles: ['practitioner'] }, { personId }), before: writes }
  },
  readSheet: ({ town: { practitioner } }) => office(undefined, { personId: practitioner.personId }),
  'changeSheet: of somebody who edits the settings': ({ town }) => {
    const { personId, writes } = newMember(town, ['administrator'])
    return { ...office(practitionerSheet, { personId }), before: writes }
  },
  listInventory: ({ town: { practitioner } }) => office(undefined, { personId: practitioner.personId }),
  handOver: ({ town, client }) => {
    const [leaver, successor] = [newMember(town), newMember(town)]
    const held = { ownerId: leaver.personId, responsibleId: leaver.personId }
    const dossier = { ...town.dossier(client, 1), ...held }
    const { dossierId } = dossier
    const items = (['dossier', 'responsibility'] as const).map((kind) => ({
      kind,
      dossierId,
      successorId: successor.personId,
    }))
    const holdings = create(Holdings, { personId: leaver.personId, dossiers: 1, responsibilities: 1 })
    const before = [...leaver.writes, ...successor.writes, create(Dossiers, dossier), holdings]
    return { ...office({ items }, { personId: leaver.personId }), before }
  },
  deactivateMember: ({ town }) => {
    const { personId, writes } = newMember(town)
    return { ...office({}, { personId }), before: writes }
  },
  reactivateMember: ({ town }) => {
    const person: Person = { ...town.member('Philippine Auzoux'), status: 'inactive', statusBefore: 'invited' }
    return { ...office({}, { personId: person.personId }), before: introduced(person) }
  },

  readSheetDefaults: () => office(),
  changeSheetDefault: () => office(practitionerSheet, { role: 'practitioner' }),

  createClient: () => office({ name: 'Atelier Verrières', kind: 'company' }),
  listClients: () => office(),
  readClient: ({ client: { clientId } }) => office(undefined, { clientId }),
  changeClient: ({ client: { clientId } }) => office({ name: 'Atelier Verrières & Fils' }, { clientId }),
  archiveClient: ({ town }) => {
    const client = town.client()
    return { ...office({}, { clientId: client.clientId }), before: [create(Clients, client)] }
  },
  unarchiveClient: ({ town }) => {
    const client = { ...town.client(), state: 'archived' as const }
    return { ...office({}, { clientId: client.clientId }), before: [create(Clients, client)] }
  },
  addContact: ({ client: { clientId } }) => office({ name: 'Hippolyte Carvajal', relation: 'comptable' }, { clientId }),
  listContacts: ({ client: { clientId } }) => office(undefined, { clientId }),
  readContact: ({ client: { clientId }, contact: { contactId } }) => office(undefined, { clientId, contactId }),
  changeContact: ({ client: { clientId }, contact: { contactId } }) =>
    office({ phone: '05 55 01 02 03' }, { clientId, contactId }),
  removeContact: ({ town, client }) => {
    const contact = town.contact(client)
    const { clientId, contactId } = contact
    return { ...office(undefined, { clientId, contactId }), before: [create(Contacts, contact)] }
  },
  assignClient: ({ town, client: { clientId } }) => {
    const person = town.member('Philippine Auzoux')
    return { ...office({}, { clientId, personId: person.personId }), before: introduced(person) }
  },
  unassignClient: ({ town, client }) => {
    const person = town.member('Philippine Auzoux')
    const before = [...introduced(person), create(ClientAssignments, town.assignment(client, person))]
    return { ...office(undefined, { clientId: client.clientId, personId: person.personId }), before }
  },
  listMemberClients: ({ keeper: { personId } }) => office(SMALL_PAGE, { personId }),
  listClientMembers: ({ client: { clientId } }) => office(undefined, { clientId }),

  createDossier: ({ client: { clientId }, town }) => office({ clientId, ownerId: town.office.personId }),
  'listDossiers: all of them': () => office(SMALL_PAGE),
  "listDossiers: one's own": () => ({ as: 'practitioner', input: SMALL_PAGE }),
  'listDossiers: assigned to one': () => ({ as: 'clientAdministrator', input: SMALL_PAGE }),
  'listDossiers: of assigned clients': ({ town }) => {
    const clients = Array.from({ length: 3 }, () => town.client())
    const dossiers = clients.map((client) => ({ ...town.dossier(client, 1), ownerId: town.office.personId }))
    // From the first of them on, whatever else was assigned before.
    const cursor = cursorAfter(`${clients[0]?.clientId}/${FIRST_ID}`)
    return {
      as: 'practitioner',
      input: { ...SMALL_PAGE, cursor },
      before: [
        ...clients.flatMap((client) => [
          create(Clients, client),
          create(ClientAssignments, town.assignment(client, town.practitioner)),
        ]),
        ...dossiers.map((dossier) => create(Dossiers, { ...dossier, responsibleId: town.office.personId })),
      ],
    }
  },
  'listDossiers: with filters': ({ town }) =>
    office({
      ...SMALL_PAGE,
      state: 'active',
      label: 'open',
      ownerId: town.practitioner.personId,
      changedSince: town.now,
    }),
  'countDossiers: of one that is assigned': () => ({ as: 'clientAdministrator', input: { state: 'active' } }),
  readDossier: (world) => user(world),
  configureDossier: ({ town, client }) => {
    const dossier = town.dossier(client, 1)
    const input = { modules: ['archive'], responsibleId: town.office.personId }
    return { ...office(input, { dossierId: dossier.dossierId }), before: [create(Dossiers, dossier)] }
  },

  closeDossier: ({ town, client }) => {
    const dossier = town.dossier(client, 1)
    return { ...owned(dossier, {}), before: [create(Dossiers, dossier)] }
  },
  archiveDossier: ({ town, client }) => {
    const dossier = { ...town.dossier(client, 1), state: 'closed' as const }
    return { ...owned(dossier, {}), before: [create(Dossiers, dossier)] }
  },
  reopenDossier: ({ town, client }) => {
    const dossier = { ...town.dossier(client, 1), state: 'archived' as const }
    return { ...owned(dossier, {}), before: [create(Dossiers, dossier)] }
  },
  setConfidentiality: ({ town, client }) => {
    const dossier = town.dossier(client, 1)
    return { ...owned(dossier, { confidential: true }), before: [create(Dossiers, dossier)] }
  },
  listConfidentialReads: (world) => owner(world),

  'createClientUser: a new person': ({ town, dossier: { dossierId } }) =>
    office({ ...newPerson(town), profile: 'client-full-access' }, { dossierId }),
  'createClientUser: somebody of another dossier': ({ town, dossier: { dossierId } }) => {
    const person = town.clientUser('Rosemonde Mazeret', 'client-full-access')
    const { name, email, language, profile } = person
    return { ...office({ name, email, language, profile }, { dossierId }), before: introduced(person) }
  },
  listClientUsers: ({ dossier: { dossierId } }) => office(undefined, { dossierId }),
  readClientUser: (world) => userOfDossier(world),
  'changeProfile: of whoever is no Administrator': (world) =>
    userOfDossier(world, { input: { profile: 'client-document-delivery' } }),
  'changeProfile: of an Administrator': (world) =>
    userOfDossier(world, { profile: 'client-administrator', input: { profile: 'client-document-delivery' } }),
  'endAccess: of whoever is no Administrator': (world) => userOfDossier(world),
  'endAccess: of an Administrator': (world) => userOfDossier(world, { profile: 'client-administrator' }),
  'deactivateClientUser: of whoever is no Administrator': (world) => userOfDossier(world, { input: {} }),
  'deactivateClientUser: of an Administrator': (world) =>
    userOfDossier(world, { profile: 'client-administrator', input: {} }),
  reactivateClientUser: (world) => userOfDossier(world, { status: 'inactive', input: {} }),

  'giveShare: anew': (world) => {
    const { personId, writes } = colleague(world)
    return owner(world, { personId }, { input: terms(world), before: writes })
  },
  'giveShare: on other terms': (world) => {
    const { personId, writes, share } = colleague(world)
    return owner(world, { personId }, { input: { access: 'write' }, before: [...writes, create(Shares, share)] })
  },
  shareDossier: (world) => {
    const colleagues = Array.from({ length: 3 }, () => colleague(world))
    const input = { personIds: colleagues.map(({ personId }) => personId), ...terms(world) }
    return owner(world, {}, { input, before: colleagues.flatMap(({ writes }) => writes) })
  },
  endShare: (world) => {
    const { personId, writes, share } = colleague(world)
    return owner(world, { personId }, { before: [...writes, create(Shares, share)] })
  },
  listShares: (world) => owner(world),

  importDocument: (world) => user(world, {}, { input: announced }),
  'listDocuments: all of them': (world) => user(world),
  readDocument: (world) => user(world, { documentId: world.received.document.documentId }),
  'readDocument: what is confidential': (world) => {
    const { document, writes } = world.town.document(world.dossier, { confidential: true })
    return owner(world, { documentId: document.documentId }, { before: writes })
  },
  addVersion: (world) => user(world, { documentId: world.received.document.documentId }, { input: announced }),
  listVersions: (world) => user(world, { documentId: world.received.document.documentId }),
  renewUpload: (world) => awaiting(world),
  completeUpload: (world) => awaiting(world),
  downloadDocument: (world) =>
    user(world, { documentId: world.received.document.documentId }, { objects: [world.received.key] }),

  createNote: (world) => owner(world, {}, { input: written }),
  createConfidentialNote: (world) => owner(world, {}, { input: written }),
  listNotes: (world) => {
    const { writes } = world.town.note(world.dossier, { confidential: true })
    return owner(world, {}, { before: writes })
  },
  'readNote: one that is not confidential': (world) => owner(world, { noteId: world.note.noteId }),
  'readNote: a confidential one': (world) => {
    const { note, writes } = world.town.note(world.dossier, { confidential: true })
    return owner(world, { noteId: note.noteId }, { before: writes })
  },
  changeNote: (world) => {
    const { note, writes } = world.town.note(world.dossier)
    const { title, markdown } = written
    return owner(world, { noteId: note.noteId }, { input: { title, markdown }, before: writes })
  },
  markNote: (world) => {
    const { note, writes } = world.town.note(world.dossier)
    return owner(world, { noteId: note.noteId }, { input: { confidential: true }, before: writes })
  },
  listNoteVersions: (world) => owner(world, { noteId: world.note.noteId }),
  readNoteVersion: (world) => owner(world, { noteId: world.note.noteId, number: '1' }),
  restoreNoteVersion: (world) => {
    const { note, version, writes } = world.town.note(world.dossier, { current: 2 })
    const later = create(NoteVersions, { ...version, number: 2 })
    return owner(world, { noteId: note.noteId, number: '1' }, { input: {}, before: [...writes, later] })
  },
  copyNote: (world) => intoAnother(world),
  moveNote: (world) => intoAnother(world, { fewer: true }),
  copyNoteToSpace: (world) => {
    const { note, writes } = world.town.note(world.dossier)
    const space = world.town.space([world.town.practitioner])
    const input = { spaceId: space.space.spaceId }
    return owner(world, { noteId: note.noteId }, { input, before: [...writes, ...space.writes] })
  },
  listItemCopies: (world) => owner(world),

  sendDocuments: (world) => {
    const documents = Array.from({ length: 3 }, () => world.town.document(world.dossier))
    const input = { documentIds: documents.map(({ document: { documentId } }) => documentId) }
    return user(
      world,
      {},
      { input, before: documents.flatMap(({ writes }) => writes), objects: documents.map(({ key }) => key) },
    )
  },
  listTransfers: (world) => user(world),
  'readTransfer: one at work': (world) => user(world, { transferId: world.transfer.transferId }),
  resumeTransfer: (world) => {
    const { transfer, writes } = world.town.transfer(world.dossier, 'failed')
    return user(world, { transferId: transfer.transferId }, { before: writes })
  },
  listArchive: (world) => user(world),
  readArchiveEntry: (world) => user(world, { entryId: world.entry.entryId }),
  downloadArchiveEntry: (world) => user(world, { entryId: world.entry.entryId }),

  'requestAccess: for a new person': (world) =>
    user(world, {}, { input: { ...newPerson(world.town), profile: 'client-full-access' } }),
  'requestAccess: for somebody of another dossier': (world) => {
    const person = world.town.clientUser('Rosemonde Mazeret', 'client-full-access')
    const { name, email, profile } = person
    return user(world, {}, { input: { name, email, profile }, before: introduced(person) })
  },
  'requestAccess: for somebody whom a colleague asked for': (world) => {
    const person = world.town.clientUser('Rosemonde Mazeret', 'client-full-access')
    const { name, email, profile } = person
    const colleague = world.town.clientUser('Solange Abbeville')
    const { writes } = world.town.accessRequest(world.dossier, email, colleague)
    return user(world, {}, { input: { name, email, profile }, before: [...introduced(person), ...writes] })
  },
  listAccessRequests: (world) => user(world),
  readAccessRequest: (world) => user(world, { requestId: world.request.requestId }),
  withdrawAccessRequest: (world) => {
    const { request, writes } = world.town.accessRequest(world.dossier)
    return user(world, { requestId: request.requestId }, { before: writes })
  },

  explainSelf: (world) => user(world, {}, { input: { action: 'document.read', ...received(world) }, params: {} }),
  explainPerson: (world) =>
    office({ action: 'document.read', ...received(world) }, { personId: world.town.practitioner.personId }),
  explainInDossier: ({ town, dossier: { dossierId }, received: { document } }) => ({
    as: 'practitioner',
    params: { dossierId },
    input: { personId: town.clientAdministrator.personId, action: 'document.read', documentId: document.documentId },
  }),
  'listWhoCanInDossier: at present': ({ dossier: { dossierId } }) => ({
    as: 'practitioner',
    params: { dossierId },
    input: SMALL_PAGE,
  }),
  'listWhoCanInDossier: with a document': ({ dossier: { dossierId }, received: { document } }) => ({
    as: 'practitioner',
    params: { dossierId },
    input: { ...SMALL_PAGE, documentId: document.documentId },
  }),
  listWhoCanWithClient: ({ client: { clientId } }) => office(undefined, { clientId }),
  listWhoCanInSettings: () => office(),
  'listOwnReach: of the organisation': () => office(),
  'listOwnReach: members': () => office({ ...SMALL_PAGE, cursor: stage('members') }),
  'listOwnReach: clients': () => office({ ...SMALL_PAGE, cursor: stage('clients') }),
  'listOwnReach: all dossiers': () => office({ ...SMALL_PAGE, cursor: stage('dossiers') }),
  "listOwnReach: one's own dossiers": () => ({
    as: 'practitioner',
    input: { limit: 5, cursor: stage('dossiers') },
  }),
  'listOwnReach: the documents of a dossier': (world) =>
    user(world, {}, { input: { limit: 5, dossierId: world.dossier.dossierId }, params: {} }),
  'listReach: dossiers': ({ town: { practitioner } }) =>
    office({ limit: 5, cursor: stage('dossiers') }, { personId: practitioner.personId }),
  'listReach: the shares of a dossier': ({ town: { practitioner }, dossier: { dossierId } }) =>
    office({ ...SMALL_PAGE, dossierId, cursor: stage('shares') }, { personId: practitioner.personId }),

  'simulateSheet: of the organisation': ({ town: { practitioner } }) =>
    office({ sheet: fullSheet }, { personId: practitioner.personId }),
  'simulateSheet: of dossiers': ({ town: { practitioner } }) =>
    office({ sheet: fullSheet, ...SMALL_PAGE, cursor: later('dossiers') }, { personId: practitioner.personId }),
  'simulateRoles: of dossiers': ({ town: { practitioner } }) =>
    office(
      { roles: ['practitioner', 'coordinator'], ...SMALL_PAGE, cursor: later('dossiers') },
      { personId: practitioner.personId },
    ),
  'simulateDeactivation: of those who may give them something': ({ town: { practitioner } }) =>
    office({ ...SMALL_PAGE, cursor: later('others') }, { personId: practitioner.personId }),
  'simulateAssignment: of the dossiers of the client': (world) => {
    const { personId, writes } = colleague(world)
    const input = { ...SMALL_PAGE, cursor: later('dossiers') }
    return { ...office(input, { personId, clientId: world.client.clientId }), before: writes }
  },
  'simulateUnassignment: of the dossiers of the client': (world) => {
    const { personId, writes } = colleague(world)
    const input = { ...SMALL_PAGE, cursor: later('dossiers') }
    return { ...office(input, { personId, clientId: world.client.clientId }), before: writes }
  },
  simulateShare: (world) => {
    const { personId, writes } = colleague(world)
    return owner(world, { personId }, { input: { access: 'write' }, before: writes })
  },
  simulateEndOfShare: (world) => {
    const { personId, writes, share } = colleague(world)
    return owner(world, { personId }, { before: [...writes, create(Shares, share)] })
  },
  simulateConfiguration: ({ dossier: { dossierId } }) => office({ modules: ['figures'], ...SMALL_PAGE }, { dossierId }),
  simulateConfidentiality: (world) => owner(world, {}, { input: { confidential: true, ...SMALL_PAGE } }),
  simulateProfile: (world) => {
    const input = { profile: 'client-full-feedback', ...SMALL_PAGE, cursor: later('dossiers') }
    return userOfDossier(world, { input })
  },

  'dryRunBulkTransfer: of all': (world) => betweenTwo(world, {}),
  'dryRunBulkTransfer: of some named': (world) => betweenTwo(world, { named: true }),
  'makeBulkTransfer: of all': (world) => betweenTwo(world, { reason: 'Départ en congé' }),
  'makeBulkTransfer: of some named': (world) => betweenTwo(world, { reason: 'Départ en congé', named: true }),
  listBulkTransfers: () => coordinator(),
  readBulkTransfer: ({ bulkTransfer: { bulkTransferId } }) => coordinator(undefined, { bulkTransferId }),
  'listBulkTransferDossiers: all of them': ({ bulkTransfer: { bulkTransferId } }) =>
    coordinator(undefined, { bulkTransferId }),
  'listBulkTransferDossiers: in one state': ({ bulkTransfer: { bulkTransferId } }) =>
    coordinator({ state: 'failed' }, { bulkTransferId }),
  resumeBulkTransfer: ({ town }) => {
    const { transfer, writes } = town.bulkTransfer(town.office.personId)
    return { ...coordinator({}, { bulkTransferId: transfer.bulkTransferId }), before: writes }
  },

  showDecision: (world) => decisionOf(world),
  'decide: approve': (world) =>
    decisionOf(world, { decision: 'approve', profile: 'client-full-access', reason: '', version: SEEN }),
  'decide: ask for information': (world) =>
    decisionOf(world, { decision: 'ask', question: 'Depuis quand ?', version: SEEN }),
  'decide: refuse': (world) =>
    decisionOf(world, { decision: 'refuse', reason: "Ce n'est plus nécessaire.", version: SEEN }),
  showActivation: (world) => activationOf(world),
  activate: (world) =>
    activationOf(world, { password: 'un mot de passe assez long 7', repeat: 'un mot de passe assez long 7' }),
}

/** An upload whose bytes lie there already and that nobody has completed. */
const awaiting = (world: StandingWorld): Example => {
  const { document, version, key, writes } = world.town.document(world.dossier, { state: 'awaiting-upload' })
  return user(
    world,
    { documentId: document.documentId },
    { input: { versionId: version.versionId }, before: writes, objects: [key] },
  )
}
