/** What an operation may cost: calls one after another, and capacity. Operations that may take more say why. */
import type { Operation } from '../../bench/operations/run-example.ts'
import type { Route } from '../../shared/contract/route.ts'

export type Budget = { readonly sequential: number; readonly readUnits: number; readonly writeUnits: number }

/** Whether a route answers with a page of a list; a simulation has pages as well, and may cost what it says it does. */
export const isList = ({ method, input }: Route): boolean =>
  method === 'GET' && 'cursor' in ((input as unknown as { shape?: object }).shape ?? {})

const base = (route: Route): Budget => {
  // A list re-checks its page: for each item what it is and what the actor is to it, besides what the actor is loaded with.
  if (isList(route)) return { sequential: 3, readUnits: 10 + 2.5 * 50, writeUnits: 0 }
  // A dossier is loaded with three ties of the actor: an access, a share, an assignment.
  if (route.method === 'GET') return { sequential: 2, readUnits: 10, writeUnits: 0 }
  return { sequential: 3, readUnits: 10, writeUnits: 20 }
}

type More = Partial<Budget> & { readonly because: string }

const aPageOfSimulation: More = {
  sequential: 1,
  readUnits: 10 + 2.5 * 50,
  because:
    'it is a page of a list for somebody else: whom the change is about is read by the simulation itself, as it is when a saver quotes it',
}

const aPageOfDryRun: More = {
  readUnits: 2.5 * 50,
  because: 'it is a page of a list, asked for with a body: each dossier is read again, with whether it is offered',
}

const aPaymentFile: More = {
  sequential: 1,
  readUnits: 4,
  writeUnits: 16,
  because: 'what is to be paid leads to its suppliers; the example pays two documents, each claimed for the file',
}

const namedApprovers =
  'each person named is read with what they are to the dossier, and whether they could approve is decided (P-07)'
const stillToAnswer =
  'each person still to answer is read with what they are to the dossier: whoever left is skipped at every step (P-07)'

const more: Readonly<Record<string, More>> = {
  makePaymentFile: aPaymentFile,
  'makePaymentFile: from the only account': aPaymentFile,
  importDocuments: {
    writeUnits: 64,
    because: 'the example announces ten documents, each written with its version, listed by its author and audited',
  },
  readImport: { readUnits: 20, because: 'the example follows ten files, each with its document and version' },
  completeImport: {
    readUnits: 20,
    writeUnits: 104,
    because: 'the example receives ten documents, each written with its version, told of and audited',
  },
  'readInboundAddress: the first time': {
    writeUnits: 6,
    because: 'whoever asks first gives the dossier its address, which is written, claimed and audited',
  },
  createDossier: {
    writeUnits: 6,
    because: 'its owner is assigned to its client and holds one more, and it lies in four indexes',
  },
  'readDocument: what is confidential': {
    writeUnits: 4,
    because: 'who reads it is written down before they are answered, with the audit entry (D-10)',
  },
  'countDossiers: of one that is assigned': {
    sequential: 1,
    because: 'it counts by walking the list, whose dossiers are read again, so that the two agree',
  },
  'listDossiers: of assigned clients': {
    sequential: 1,
    because: 'the clients assigned lead to their dossiers, which are asked for side by side in a second step',
  },
  'changeProfile: of an Administrator': {
    sequential: 3,
    readUnits: 11,
    because: 'their dossiers are found, and in each another Administrator, so that none is left without',
  },
  'deactivateClientUser: of an Administrator': {
    sequential: 3,
    readUnits: 11,
    because: 'their dossiers are found, and in each another Administrator, so that none is left without',
  },
  'endAccess: of an Administrator': {
    sequential: 2,
    readUnits: 11,
    because: 'another Administrator of the dossier is found, so that it is not left without',
  },
  'createClientUser: somebody of another dossier': {
    sequential: 1,
    because: 'an address leads to a person, who is read in a second step',
  },
  'requestAccess: for somebody of another dossier': {
    sequential: 1,
    readUnits: 2,
    because: 'an address leads to a person, who is read in a second step',
  },
  'requestAccess: for somebody whom a colleague asked for': {
    sequential: 1,
    readUnits: 5,
    because: 'an address leads to a person and to a pending request, each read in a second step',
  },
  findCard: {
    sequential: 2,
    because: 'a number leads to a dossier, and that to its owner, each read in a further step',
  },
  'grantOwnerRequest: of a share': {
    writeUnits: 4,
    because: 'it ends a request and gives a share, each written, audited and told of',
  },
  'grantOwnerRequest: of a transfer': {
    writeUnits: 14,
    because: 'it ends a request and makes an offer that is followed, each written, audited and told of',
  },
  shareDossier: {
    readUnits: 4,
    writeUnits: 24,
    because: 'the example shares with three people, each looked at, written, told of and in the audit entry',
  },
  handOver: {
    readUnits: 3,
    writeUnits: 8,
    because:
      'a dossier that changes hands changes what two people hold and what each is to its client, each audited; no share of either is left; the spaces they are in are looked for',
  },
  listNotes: {
    writeUnits: 10,
    because: 'that what is confidential was shown is written down before the answer (D-10)',
  },
  'readNote: a confidential one': {
    sequential: 1,
    writeUnits: 10,
    because: 'that it is read is written down before the answer (D-10)',
  },
  copyNote: {
    sequential: 2,
    readUnits: 6,
    writeUnits: 20,
    because: 'who would see the copy is found out before it is decided, and both sides hold a record of it (D-21)',
  },
  copyDocument: {
    sequential: 2,
    readUnits: 6,
    writeUnits: 24,
    because: 'who would see the copy is found out before it is decided, and both sides hold a record of it (D-21)',
  },
  moveNote: {
    sequential: 3,
    readUnits: 10,
    writeUnits: 20,
    because:
      'who would see it, and who would no more, is found out before it moves, and both sides hold a record (D-21)',
  },
  copyDocumentToSpace: { writeUnits: 4, because: 'both sides hold a record of it, and each is audited (D-19)' },
  copyNoteToSpace: { writeUnits: 16, because: 'both sides hold a record of it, and each is audited (D-19)' },
  inviteCompanions: {
    writeUnits: 15,
    because: 'the example invites three people, each written, told of, and met by whoever deactivates them meanwhile',
  },
  'handOver: a space that nobody else is in': {
    sequential: 1,
    because: 'the spaces they are in are found and then read, to say how many are left to hand over',
  },
  'deactivateMember: who is in a space with others': {
    sequential: 1,
    writeUnits: 6,
    because: 'the spaces they are in are found and then read, so that they leave each in the same transaction',
  },
  readOffer: {
    readUnits: 8,
    because: 'an offer shows who gives and receives it, and counts the shares of its dossier',
  },
  'makeOffer: of a dossier that is not offered': {
    readUnits: 8,
    writeUnits: 8,
    because: 'the recipient is looked at, and the offer is shown with the shares of its dossier counted',
  },
  'makeOffer: after one that expired': {
    readUnits: 8,
    writeUnits: 18,
    because: 'the earlier offer is ended with it, audited and told of',
  },
  acceptOffer: {
    readUnits: 14,
    writeUnits: 16,
    because: 'a dossier that changes hands changes what two people hold and what each is to its client, each audited',
  },
  refuseOffer: { readUnits: 8, because: 'the offer is shown as it then is, with the shares of its dossier counted' },
  withdrawOffer: { readUnits: 8, because: 'the offer is shown as it then is, with the shares of its dossier counted' },
  showOffer: { readUnits: 4, because: 'the page shows who gives, and counts the shares of the dossier' },
  addApprovalRule: { readUnits: 11, because: namedApprovers },
  changeApprovalRule: { readUnits: 11, because: namedApprovers },
  'listAwaitedApprovals: in the place of somebody': {
    sequential: 2,
    because: 'whom one stands in for is found by an index and read again, and leads to what waits for them (B-11)',
  },
  readApproval: { readUnits: 16, because: stillToAnswer },
  giveVerdict: {
    sequential: 1,
    readUnits: 31,
    writeUnits: 4,
    because: `${stillToAnswer}; and again after the verdict`,
  },
  'giveVerdict: reject': { sequential: 1, readUnits: 31, writeUnits: 4, because: stillToAnswer },
  'giveVerdict: in the place of somebody': {
    sequential: 2,
    readUnits: 33,
    writeUnits: 4,
    because: `the absence that the right rests on is read for the rules; ${stillToAnswer}`,
  },
  'answerDocumentApproval: approve': { readUnits: 12, writeUnits: 6, because: stillToAnswer },
  'answerDocumentApproval: reject': { readUnits: 12, writeUnits: 8, because: stillToAnswer },
  'setAbsence: of a client user': {
    sequential: 2,
    because: 'a deputy is a user of a dossier in common: theirs are found, and read for both',
  },
  'answerOffer: accept': {
    readUnits: 6,
    writeUnits: 18,
    because: 'a dossier that changes hands changes what two people hold and what each is to its client, each audited',
  },
  sendDocuments: { writeUnits: 16, because: 'the example sends three documents, each written and in the audit entry' },
  'sendBatch: of some named': {
    writeUnits: 10,
    because: 'the example names fifty documents, written down in parts and in the audit entry',
  },
  resumeTransfer: {
    writeUnits: 16,
    because: 'the example resumes three documents, each written and in the audit entry',
  },
  explainInDossier: {
    readUnits: 3,
    because: 'the dossier is read for whoever asks, and again for whoever is asked about, with what each is to it',
  },
  'simulateSheet: of dossiers': aPageOfSimulation,
  'simulateRoles: of dossiers': aPageOfSimulation,
  'simulateDeactivation: of those who may give them something': aPageOfSimulation,
  'simulateAssignment: of the dossiers of the client': aPageOfSimulation,
  'simulateUnassignment: of the dossiers of the client': aPageOfSimulation,
  simulateConfiguration: aPageOfSimulation,
  simulateConfidentiality: aPageOfSimulation,
  simulateProfile: aPageOfSimulation,
  simulateShare: {
    readUnits: 4,
    because: 'what a share gives is decided for whoever receives it, with what they are to the dossier',
  },
  simulateEndOfShare: {
    readUnits: 4,
    because: 'what a share gives is decided for whoever receives it, with what they are to the dossier',
  },
  'dryRunBulkTransfer: of all': aPageOfDryRun,
  'dryRunBulkTransfer: of some named': aPageOfDryRun,
  'makeBulkTransfer: of all': {
    readUnits: 10,
    because: 'the first dossiers of the giver are looked at, so that nobody transfers nothing',
  },
  countDocuments: { readUnits: 20, because: 'the example counts sixty documents, by walking the list' },
  readDuplicates: {
    sequential: 1,
    because: 'what it may be the same as is found by key, and each is decided on before anybody is told of it',
  },
  processDocument: {
    sequential: 1,
    because: 'what it may be the same as is found by key, and each is decided on before anybody is told of it',
  },
  'submitDocument: which a rule covers': {
    sequential: 1,
    readUnits: 10,
    writeUnits: 12,
    because:
      'the rule names people, of whom each is looked at: whether they may approve it, by what they are to the dossier; each finds it among what they are to approve',
  },
  showDecision: { readUnits: 4, because: 'the page shows who asks, and what was asked before' },
  'decide: approve': {
    sequential: 2,
    readUnits: 8,
    writeUnits: 16,
    because: 'the decision is compared with the page as it would be made now, and makes the new user as well',
  },
  'decide: ask for information': {
    readUnits: 6,
    because: 'the decision is compared with the page as it would be made now',
  },
  'decide: refuse': {
    sequential: 1,
    readUnits: 6,
    because: 'the decision is compared with the page as it would be made now',
  },
}

/** The title of an example, as budgets and examples name it. */
export const titleOf = ({ name }: Operation, special: string): string => (special === '' ? name : `${name}: ${special}`)

/** What this example may cost, with the reasons why it may cost more than others of its kind. */
export const budgetOf = (operation: Operation, special: string): Budget & { readonly because: readonly string[] } => {
  const { route } = operation
  const own = base(route)
  const grown = more[titleOf(operation, special)]
  // A link says what it is for, so that can only be loaded once the link has been.
  const followed = route.on.follow === undefined ? 0 : 1
  return {
    sequential: own.sequential + followed + (grown?.sequential ?? 0),
    readUnits: own.readUnits + (grown?.readUnits ?? 0),
    writeUnits: own.writeUnits + (grown?.writeUnits ?? 0),
    because: [...(followed ? ['a link leads to what it is for'] : []), ...(grown ? [grown.because] : [])],
  }
}

/** Names of operations that are allowed more and that no example has: an allowance nobody needs any more. */
export const surplus = (titles: readonly string[]): string[] =>
  Object.keys(more).filter((title) => !titles.includes(title))
