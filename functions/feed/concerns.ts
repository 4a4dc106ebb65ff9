/**
 * Whom each event concerns, what kind of notice it is, and how it is told. An event that is missing here does not
 * compile: one that concerns nobody says so. Feed, daily mails and the mails that have no words of their own are made
 * from it (D-05, B-06).
 */
import type { Events, EventType } from '../../shared/events.ts'
import { perhaps } from '../../shared/table/table.ts'
import { findPeopleToAsk } from '../access-requests/find-people-to-ask.ts'
import { AccessRequests } from '../access-requests/records.ts'
import { Transfers } from '../archive-transfers/records.ts'
import { CollaborativeSpaces } from '../collaborative-spaces/records.ts'
import { Documents } from '../documents/records.ts'
import { type Dossier, Dossiers } from '../dossiers/records.ts'
import type { JobTools } from '../kernel/job.ts'
import { type Share, Shares } from '../sharing/records.ts'
import { findCoordinators } from './find-coordinators.ts'
import { findUsersWho } from './find-users-who.ts'
import type { NoticeKind } from './notice-kinds.ts'
import type { Facts, Subject } from './records.ts'

/** The words that a sentence is made of. Where the reader may not know of it any more, they name nothing. */
export type Words = {
  /** ‘ by Odile’, ‘ par Odile’; nothing where it is not told who. */
  readonly by: string
  /** ‘dossier 12’, ‘le dossier 12’; ‘a dossier’, ‘un dossier’. */
  readonly dossier: string
  /** ‘of dossier 12’, ‘du dossier 12’; ‘of a dossier’, ‘d'un dossier’. */
  readonly ofDossier: string
  /** ‘the collaborative space Relève’; ‘a collaborative space’. */
  readonly space: string
  /** The names of the further people, in the order of the entry. */
  readonly names: readonly string[]
}

type Reader = Pick<JobTools, 'read' | 'table' | 'now'>

export type Concern<T extends EventType = EventType, F extends Facts = Facts> = {
  readonly kind: NoticeKind
  readonly whom: (data: Events[T], reader: Reader) => readonly string[] | Promise<readonly string[]>
  readonly by: (data: Events[T]) => string | null
  readonly about: (data: Events[T]) => Subject
  readonly people?: (data: Events[T]) => readonly string[]
  readonly facts?: (data: Events[T]) => F
  readonly en: (words: Words, facts: F) => string
  readonly fr: (words: Words, facts: F) => string
}

// oxlint-disable-next-line typescript/no-explicit-any -- each event has facts of its own; `on` below ties texts to them.
type Concerns = { readonly [T in EventType]: Concern<T, any> | 'nobody' }

const on = <T extends EventType, F extends Facts>(_event: T, concern: Concern<T, F>): Concern<T, F> => concern

/** Everybody but who did it: they know. */
const but = (by: string | null, people: readonly (string | undefined)[]): readonly string[] => [
  ...new Set(people.filter((one) => one !== undefined && one !== by) as string[]),
]

const membersOf = async (spaceId: string, { read }: Reader): Promise<readonly string[]> =>
  (await read({ space: perhaps(CollaborativeSpaces, { spaceId }) })).space?.memberIds ?? []

/** Who works in a dossier: its owner, its responsible, and with whom it is shared. */
const workingIn = async (dossierId: string, { read, table }: Reader): Promise<readonly string[]> => {
  const { dossier } = await read({ dossier: perhaps(Dossiers, { dossierId }) })
  const people = dossier === undefined ? [] : [dossier.ownerId, dossier.responsibleId]
  let cursor: string | undefined
  do {
    const page = await table.list<Share>(Shares.by.ofDossier, { dossierId }, { limit: 100, cursor })
    people.push(...page.items.map(({ personId }) => personId))
    cursor = page.cursor ?? undefined
  } while (cursor !== undefined)
  return people
}

/** Who answers for a dossier at this moment, or in their place. */
const answeringFor = async (dossier: Dossier, reader: Reader): Promise<readonly string[]> =>
  (await findPeopleToAsk(dossier, reader, reader.now)).map(({ personId }) => personId)

/** Those who asked for an access. */
const askersOf = async (
  key: { dossierId: string; requestId: string },
  { read }: Reader,
): Promise<readonly string[]> => {
  const { request } = await read({ request: perhaps(AccessRequests, key) })
  return request === undefined ? [] : [request.requestedBy, ...request.joinedBy]
}

const endings = {
  accepted: { en: 'was accepted', fr: 'a été acceptée' },
  approved: { en: 'was approved', fr: 'a été approuvée' },
  granted: { en: 'was granted', fr: 'a été accordée' },
  refused: { en: 'was refused', fr: 'a été refusée' },
  withdrawn: { en: 'was withdrawn', fr: 'a été retirée' },
  expired: { en: 'has expired without an answer', fr: 'a expiré sans réponse' },
  closed: { en: 'was closed without a verdict', fr: 'a été close sans verdict' },
} as const
const waitings = {
  'deputy-asked': {
    en: ({ ofDossier, names: [deputy, absent] }: Words) =>
      `${absent} is absent: ${deputy} is asked to approve a document ${ofDossier} in their place.`,
    fr: ({ ofDossier, names: [deputy, absent] }: Words) =>
      `En l'absence de ${absent}, l'approbation d'un document ${ofDossier} est demandée à ${deputy}.`,
  },
  'nobody-left': {
    en: ({ ofDossier }: Words) => `A document ${ofDossier} waits for approval, and nobody is left who could give it.`,
    fr: ({ ofDossier }: Words) => `Un document ${ofDossier} attend d'être approuvé, et plus personne ne peut le faire.`,
  },
  long: {
    en: ({ ofDossier }: Words) => `A document ${ofDossier} has waited for approval for ten days.`,
    fr: ({ ofDossier }: Words) => `Un document ${ofDossier} attend d'être approuvé depuis dix jours.`,
  },
} as const
const approvalEndings = {
  approved: { en: 'was approved', fr: 'a été approuvé' },
  rejected: { en: 'was rejected', fr: 'a été rejeté' },
  withdrawn: { en: 'was withdrawn from approval', fr: "a été retiré de l'approbation" },
} as const
const states = {
  active: { en: 'is active again', fr: 'est de nouveau actif' },
  closed: { en: 'was closed', fr: 'a été fermé' },
  archived: { en: 'was archived', fr: 'a été archivé' },
} as const
const wanted = {
  share: { en: 'a share', fr: 'un partage' },
  transfer: { en: 'the transfer', fr: 'le transfert' },
} as const

const dossiersInWords = (count: number) => ({
  en: count === 1 ? '1 dossier' : `${count} dossiers`,
  fr: count < 2 ? `${count} dossier` : `${count} dossiers`,
})

export const concerns = {
  'person-invited': on('person-invited', {
    kind: 'dossiers',
    // An invitation into the organisation itself comes by a mail with a link.
    whom: ({ personId, dossierId }) => (dossierId === null ? [] : [personId]),
    by: ({ invitedBy }) => invitedBy,
    about: ({ dossierId }) => (dossierId === null ? {} : { dossierId }),
    en: ({ dossier, by }) => `${dossier} is open to you${by}.`,
    fr: ({ dossier, by }) => `${dossier} vous est ouvert${by}.`,
  }),
  'client-user-created': on('client-user-created', {
    kind: 'access-requests',
    whom: async ({ dossierId, by }, tools) => {
      const { dossier } = await tools.read({ dossier: perhaps(Dossiers, { dossierId }) })
      if (dossier === undefined) return []
      return but(by, await answeringFor(dossier, tools))
    },
    by: ({ by }) => by,
    about: ({ dossierId }) => ({ dossierId }),
    en: ({ ofDossier, by }) => `A new user ${ofDossier} was created${by}.`,
    fr: ({ ofDossier, by }) => `Un nouvel utilisateur ${ofDossier} a été créé${by}.`,
  }),
  'person-changed': 'nobody',
  'dossiers-handed-over': on('dossiers-handed-over', {
    kind: 'transfers',
    whom: ({ to }) => [to],
    by: () => null,
    about: () => ({}),
    people: ({ from }) => [from],
    facts: ({ owned, answered }) => ({ owned: owned.length, answered: answered.length }),
    en: ({ names: [from] }, { owned, answered }) =>
      `What ${from} held is yours from now on: ${dossiersInWords(owned).en} to own, ${dossiersInWords(answered).en} whose access requests you answer.`,
    fr: ({ names: [from] }, { owned, answered }) =>
      `Ce que détenait ${from} vous revient désormais\u00a0: ${dossiersInWords(owned).fr} dont vous êtes propriétaire, ${dossiersInWords(answered).fr} dont vous traitez les demandes d'accès.`,
  }),
  'transfer-asked': 'nobody',
  'transfer-ended': on('transfer-ended', {
    kind: 'sendings',
    whom: async ({ dossierId, transferId }, { read }) => {
      const { dossier, transfer } = await read({
        dossier: perhaps(Dossiers, { dossierId }),
        transfer: perhaps(Transfers, { dossierId, transferId }),
      })
      // What is a part of a batch is told by the end of that.
      return transfer?.batchId === undefined ? but(null, [dossier?.ownerId, transfer?.askedBy]) : []
    },
    by: () => null,
    about: ({ dossierId, transferId }) => ({ dossierId, transferId }),
    facts: ({ outcome }) => ({ outcome }),
    en: ({ ofDossier }, { outcome }) =>
      outcome === 'sent'
        ? `Documents ${ofDossier} have arrived in the archive.`
        : `Documents ${ofDossier} could not all be sent to the archive.`,
    fr: ({ ofDossier }, { outcome }) =>
      outcome === 'sent'
        ? `Des documents ${ofDossier} sont arrivés dans l'archive.`
        : `Des documents ${ofDossier} n'ont pas tous pu être envoyés à l'archive.`,
  }),
  'access-requested': 'nobody',
  'access-verdict-asked': on('access-verdict-asked', {
    kind: 'access-requests',
    whom: ({ personId }) => [personId],
    by: () => null,
    about: ({ dossierId, requestId }) => ({ dossierId, requestId }),
    facts: ({ reminder }) => ({ reminder }),
    en: ({ dossier }, { reminder }) =>
      `A request for access to ${dossier} ${reminder ? 'still waits' : 'waits'} for your decision.`,
    fr: ({ dossier }, { reminder }) =>
      `Une demande d'accès pour ${dossier} attend ${reminder ? 'toujours ' : ''}votre décision.`,
  }),
  'access-request-ended': on('access-request-ended', {
    kind: 'access-requests',
    whom: async ({ dossierId, requestId }, { read }) => {
      const { request } = await read({ request: perhaps(AccessRequests, { dossierId, requestId }) })
      return request === undefined ? [] : but(request.outcome?.by ?? null, [request.requestedBy, ...request.joinedBy])
    },
    by: () => null,
    about: ({ dossierId, requestId }) => ({ dossierId, requestId }),
    facts: ({ outcome }) => ({ outcome }),
    en: ({ dossier }, { outcome }) => `A request for access to ${dossier} ${endings[outcome].en}.`,
    fr: ({ dossier }, { outcome }) => `Une demande d'accès pour ${dossier} ${endings[outcome].fr}.`,
  }),
  'share-given': on('share-given', {
    kind: 'shares',
    whom: ({ personId, by }) => but(by, [personId]),
    by: ({ by }) => by,
    about: ({ dossierId }) => ({ dossierId }),
    facts: ({ access }) => ({ access }),
    en: ({ dossier, by }, { access }) =>
      `${dossier} is shared with you${by}, ${access === 'write' ? 'to read and write' : 'to read'}.`,
    fr: ({ dossier, by }, { access }) =>
      `${dossier} est partagé avec vous${by}, ${access === 'write' ? 'en lecture et écriture' : 'en lecture'}.`,
  }),
  'share-ended': on('share-ended', {
    kind: 'shares',
    whom: ({ personId, by }) => but(by, [personId]),
    by: ({ by }) => by,
    about: ({ dossierId }) => ({ dossierId }),
    en: ({ ofDossier, by }) => `The share ${ofDossier} with you was ended${by}.`,
    fr: ({ ofDossier, by }) => `Le partage ${ofDossier} avec vous a pris fin${by}.`,
  }),
  'offer-made': on('offer-made', {
    kind: 'offers',
    whom: ({ to }) => [to],
    by: ({ from }) => from,
    about: ({ dossierId, offerId }) => ({ dossierId, offerId }),
    en: ({ dossier, by }) => `${dossier} is offered to you${by}.`,
    fr: ({ dossier, by }) => `${dossier} vous est offert${by}.`,
  }),
  'offer-answer-asked': on('offer-answer-asked', {
    kind: 'offers',
    // The first asking is the offer itself.
    whom: ({ to, reminder }) => (reminder ? [to] : []),
    by: ({ from }) => from,
    about: ({ dossierId, offerId }) => ({ dossierId, offerId }),
    en: ({ ofDossier, by }) => `The offer ${ofDossier}${by} still waits for your answer.`,
    fr: ({ ofDossier, by }) => `L'offre ${ofDossier}${by} attend toujours votre réponse.`,
  }),
  'offer-ended': on('offer-ended', {
    kind: 'offers',
    whom: ({ from, to, by }) => but(by, [from, to]),
    by: ({ by }) => by,
    about: ({ dossierId, offerId }) => ({ dossierId, offerId }),
    facts: ({ outcome }) => ({ outcome }),
    en: ({ ofDossier, by }, { outcome }) => `The offer ${ofDossier} ${endings[outcome].en}${by}.`,
    fr: ({ ofDossier, by }, { outcome }) => `L'offre ${ofDossier} ${endings[outcome].fr}${by}.`,
  }),
  'offer-giver-left': on('offer-giver-left', {
    kind: 'offers',
    whom: (_, reader) => findCoordinators(reader),
    by: () => null,
    about: ({ dossierId, offerId }) => ({ dossierId, offerId }),
    people: ({ from }) => [from],
    en: ({ ofDossier, names: [from] }) =>
      `${from} is no longer active, and their offer ${ofDossier} is pending: you look after it in their place.`,
    fr: ({ ofDossier, names: [from] }) =>
      `${from} n'est plus actif et son offre ${ofDossier} est en attente : vous en assurez le suivi.`,
  }),
  // Told by the end of the offer itself; this is the step that mails it.
  'offer-told': 'nobody',
  'bulk-transfer-asked': 'nobody',
  'bulk-transfer-ended': on('bulk-transfer-ended', {
    kind: 'transfers',
    // Whoever began it is told as well: it ran without them.
    whom: ({ from, to, by }) => but(null, [from, to, by]),
    by: ({ by }) => by,
    about: ({ bulkTransferId }) => ({ bulkTransferId }),
    people: ({ from, to }) => [from, to],
    facts: ({ moved, failed }) => ({ moved, failed }),
    en: ({ names: [from, to], by }, { moved, failed }) =>
      `${dossiersInWords(moved).en} went from ${from} to ${to}${by}; ${failed} could not be moved.`,
    fr: ({ names: [from, to], by }, { moved, failed }) =>
      `${dossiersInWords(moved).fr}\u00a0: transfert de ${from} à ${to}${by}\u202f; ${failed} en échec.`,
  }),
  'owner-request-made': on('owner-request-made', {
    kind: 'owner-requests',
    whom: ({ ownerId }) => [ownerId],
    by: ({ requestedBy }) => requestedBy,
    about: ({ dossierId, requestId }) => ({ dossierId, ownerRequestId: requestId }),
    facts: ({ wants }) => ({ wants }),
    en: ({ ofDossier, by }, { wants }) => `You are asked${by} for ${wanted[wants].en} ${ofDossier}.`,
    fr: ({ ofDossier, by }, { wants }) => `Une demande vous est faite${by}\u00a0: ${wanted[wants].fr} ${ofDossier}.`,
  }),
  'owner-request-ended': on('owner-request-ended', {
    kind: 'owner-requests',
    whom: ({ requestedBy, ownerId, by }) => but(by, [requestedBy, ownerId]),
    by: ({ by }) => by,
    about: ({ dossierId, requestId }) => ({ dossierId, ownerRequestId: requestId }),
    facts: ({ wants, outcome }) => ({ wants, outcome }),
    en: ({ ofDossier, by }, { wants, outcome }) =>
      `The request for ${wanted[wants].en} ${ofDossier} ${endings[outcome].en}${by}.`,
    fr: ({ ofDossier, by }, { wants, outcome }) =>
      `La demande portant sur ${wanted[wants].fr} ${ofDossier} ${endings[outcome].fr}${by}.`,
  }),
  'space-invited': on('space-invited', {
    kind: 'spaces',
    whom: ({ personId, by }) => but(by, [personId]),
    by: ({ by }) => by,
    about: ({ spaceId }) => ({ spaceId }),
    en: ({ space, by }) => `You are a member of ${space}, invited${by || ' by a member'}.`,
    fr: ({ space, by }) => `Vous êtes membre de ${space}, sur invitation${by || " d'un membre"}.`,
  }),
  'space-left': on('space-left', {
    kind: 'spaces',
    whom: async ({ spaceId, personId }, reader) => but(personId, await membersOf(spaceId, reader)),
    by: ({ personId }) => personId,
    about: ({ spaceId }) => ({ spaceId }),
    people: ({ personId }) => [personId],
    // Whoever is left alone in it is asked to hand it over or close it, before they leave as well (D-18).
    facts: ({ members }) => ({ isLast: members === 1 }),
    en: ({ space, names: [who] }, { isLast }) =>
      `${who} has left ${space}.${isLast ? ' You are its last member: before you leave it, invite somebody, or close it.' : ''}`,
    fr: ({ space, names: [who] }, { isLast }) =>
      `${who} a quitté ${space}.${isLast ? " Vous en êtes le dernier membre\u00a0: avant de le quitter, invitez quelqu'un ou fermez-le." : ''}`,
  }),
  'space-entry-added': on('space-entry-added', {
    kind: 'space-entries',
    whom: async ({ spaceId, by }, reader) => but(by, await membersOf(spaceId, reader)),
    by: ({ by }) => by,
    about: ({ spaceId, entryId }) => ({ spaceId, entryId }),
    en: ({ space, by }) => `Something was put into ${space}${by}.`,
    fr: ({ space, by }) => `Un élément a été ajouté dans ${space}${by}.`,
  }),
  'space-closed': on('space-closed', {
    kind: 'spaces',
    whom: async ({ spaceId, by }, reader) => but(by, await membersOf(spaceId, reader)),
    by: ({ by }) => by,
    about: ({ spaceId }) => ({ spaceId }),
    en: ({ space, by }) => `${space} was closed${by}.`,
    fr: ({ space, by }) => `${space} a été fermé${by}.`,
  }),
  'document-received': 'nobody',
  'document-assembled': 'nobody',
  'text-read': 'nobody',
  'dossier-state-changed': on('dossier-state-changed', {
    kind: 'dossiers',
    whom: async ({ dossierId, by }, reader) => but(by, await workingIn(dossierId, reader)),
    by: ({ by }) => by,
    about: ({ dossierId }) => ({ dossierId }),
    facts: ({ state }) => ({ state }),
    en: ({ dossier, by }, { state }) => `${dossier} ${states[state].en}${by}.`,
    fr: ({ dossier, by }, { state }) => `${dossier} ${states[state].fr}${by}.`,
  }),
  'approval-begun': 'nobody',
  'approval-asked': on('approval-asked', {
    kind: 'approvals',
    whom: ({ personId }) => [personId],
    by: () => null,
    about: ({ dossierId, documentId }) => ({ dossierId, documentId }),
    facts: ({ reminder }) => ({ reminder }),
    en: ({ ofDossier }, { reminder }) =>
      `A document ${ofDossier} ${reminder ? 'still waits' : 'waits'} for your approval.`,
    fr: ({ ofDossier }, { reminder }) =>
      `Un document ${ofDossier} attend ${reminder ? 'toujours ' : ''}votre approbation.`,
  }),
  'approval-given': 'nobody',
  'approval-waits': on('approval-waits', {
    kind: 'approvals',
    whom: ({ to }) => to,
    by: () => null,
    about: ({ dossierId, documentId }) => ({ dossierId, documentId }),
    people: ({ personId, for: absent }) => [personId, absent].filter((one) => one !== null),
    facts: ({ why }) => ({ why }),
    en: (words, { why }) => waitings[why].en(words),
    fr: (words, { why }) => waitings[why].fr(words),
  }),
  'approval-ended': on('approval-ended', {
    kind: 'approvals',
    whom: async ({ dossierId, documentId, by }, { read }) => {
      const { document } = await read({ document: perhaps(Documents, { dossierId, documentId }) })
      return but(by, [document?.createdBy, document?.approval?.begunBy])
    },
    by: ({ by }) => by,
    about: ({ dossierId, documentId }) => ({ dossierId, documentId }),
    facts: ({ outcome }) => ({ outcome }),
    en: ({ ofDossier, by }, { outcome }) => `A document ${ofDossier} ${approvalEndings[outcome].en}${by}.`,
    fr: ({ ofDossier, by }, { outcome }) => `Un document ${ofDossier} ${approvalEndings[outcome].fr}${by}.`,
  }),
  'document-ready': 'nobody',
  'transmission-set': 'nobody',
  'document-archived': 'nobody',
  'sending-batch-asked': 'nobody',
  'sending-batch-ended': on('sending-batch-ended', {
    kind: 'sendings',
    // Whoever asked for it is told as well: it ran without them.
    whom: async ({ dossierId, by }, { read }) => {
      const { dossier } = await read({ dossier: perhaps(Dossiers, { dossierId }) })
      return but(null, [dossier?.ownerId, by])
    },
    by: ({ by }) => by,
    about: ({ dossierId, batchId }) => ({ dossierId, batchId }),
    facts: ({ sent, failed }) => ({ sent, failed }),
    en: ({ ofDossier, by }, { sent, failed }) =>
      `A batch of documents ${ofDossier} was sent${by}: ${sent} arrived in the archive; ${failed} were not sent.`,
    fr: ({ ofDossier, by }, { sent, failed }) =>
      `Un lot de documents ${ofDossier} a été envoyé${by}\u00a0: dans l'archive, ${sent}\u202f; non envoyés, ${failed}.`,
  }),
  'inbound-mail-read': on('inbound-mail-read', {
    kind: 'documents',
    whom: async ({ dossierId, by }, { read }) => {
      const { dossier } = await read({ dossier: perhaps(Dossiers, { dossierId }) })
      return but(by, [dossier?.ownerId, dossier?.responsibleId])
    },
    by: ({ by }) => by,
    about: ({ dossierId }) => ({ dossierId }),
    facts: ({ outcome }) => ({ outcome }),
    en: ({ ofDossier, by }, { outcome }) =>
      outcome === 'imported'
        ? `Documents were sent${by} by e-mail to the address ${ofDossier}.`
        : `An e-mail sent${by} to the address ${ofDossier} was refused.`,
    fr: ({ ofDossier, by }, { outcome }) =>
      outcome === 'imported'
        ? `Des documents ont été envoyés${by} par courriel à l'adresse ${ofDossier}.`
        : `Un courriel envoyé${by} à l'adresse ${ofDossier} a été refusé.`,
  }),
  'pages-asked': 'nobody',
  'pages-arranged': on('pages-arranged', {
    kind: 'documents',
    // It went on without whoever asked for it.
    whom: ({ by }) => [by],
    by: () => null,
    about: ({ dossierId }) => ({ dossierId }),
    facts: ({ outcome }) => ({ outcome }),
    en: ({ ofDossier }, { outcome }) =>
      outcome === 'done'
        ? `Pages of documents ${ofDossier} are arranged as you asked.`
        : `Pages of documents ${ofDossier} could not be arranged as you asked.`,
    fr: ({ ofDossier }, { outcome }) =>
      outcome === 'done'
        ? `Des pages de documents ${ofDossier} ont été réparties comme vous l'avez demandé.`
        : `Des pages de documents ${ofDossier} n'ont pas pu être réparties comme vous l'avez demandé.`,
  }),
  'archive-export-asked': 'nobody',
  'archive-export-ended': on('archive-export-ended', {
    kind: 'exports',
    whom: ({ personId }) => [personId],
    by: () => null,
    about: ({ dossierId }) => ({ dossierId }),
    facts: ({ outcome }) => ({ outcome }),
    en: ({ ofDossier }, { outcome }) =>
      outcome === 'done'
        ? `Your export of the archive ${ofDossier} can be fetched for seven days.`
        : `Your export of the archive ${ofDossier} could not be made.`,
    fr: ({ ofDossier }, { outcome }) =>
      outcome === 'done'
        ? `Votre exportation de l'archive ${ofDossier} peut être récupérée pendant sept jours.`
        : `Votre exportation de l'archive ${ofDossier} n'a pas pu être créée.`,
  }),
  'figures-published': on('figures-published', {
    kind: 'figures',
    whom: async ({ dossierId, by }, reader) =>
      but(
        by,
        (await findUsersWho('figures.read', dossierId, reader)).map(({ personId }) => personId),
      ),
    by: ({ by }) => by,
    about: ({ dossierId }) => ({ dossierId }),
    facts: ({ kind }) => ({ what: kind }),
    en: ({ ofDossier, by }, { what }) =>
      what === 'report'
        ? `A report was published among the reports ${ofDossier}${by}.`
        : `Figures ${ofDossier} were published${by}.`,
    fr: ({ ofDossier, by }, { what }) =>
      what === 'report'
        ? `Un rapport a été publié parmi ceux ${ofDossier}${by}.`
        : `Des chiffres ${ofDossier} ont été publiés${by}.`,
  }),
  'payments-exported': on('payments-exported', {
    kind: 'payments',
    whom: async ({ dossierId, by }, reader) => {
      const { dossier } = await reader.read({ dossier: perhaps(Dossiers, { dossierId }) })
      const users = await findUsersWho('payment.use', dossierId, reader)
      const administrators = users.filter(({ profile }) => profile === 'client-administrator')
      return but(by, [dossier?.ownerId, ...administrators.map(({ personId }) => personId)])
    },
    by: ({ by }) => by,
    about: ({ dossierId }) => ({ dossierId }),
    en: ({ ofDossier, by }) => `Payments ${ofDossier} were written into a file for the bank${by}.`,
    fr: ({ ofDossier, by }) => `Des paiements ${ofDossier} ont été inscrits dans un fichier pour la banque${by}.`,
  }),
  'access-information-asked': on('access-information-asked', {
    kind: 'access-requests',
    whom: async (data, reader) => but(data.by, await askersOf(data, reader)),
    by: ({ by }) => by,
    about: ({ dossierId, requestId }) => ({ dossierId, requestId }),
    en: ({ dossier, by }) => `Information is asked for${by} about a request for access to ${dossier}.`,
    fr: ({ dossier, by }) => `Une information est demandée${by} sur une demande d'accès pour ${dossier}.`,
  }),
  // Those who are to decide are asked again, and told by that.
  'access-information-given': 'nobody',
  'client-access-ended': on('client-access-ended', {
    kind: 'dossiers',
    whom: ({ personId }) => [personId],
    by: ({ by }) => by,
    about: ({ dossierId }) => ({ dossierId }),
    en: ({ dossier, by }) => `Your access to ${dossier} has ended${by}.`,
    fr: ({ dossier, by }) => `Votre accès a pris fin${by}\u00a0: ${dossier}.`,
  }),
  'digest-due': 'nobody',
} as const satisfies Concerns

/** The concern of an event, whichever it is. */
export const concernOf = (type: EventType): Concern | undefined => {
  const concern = concerns[type]
  return concern === 'nobody' ? undefined : (concern as unknown as Concern)
}

/** The events that concern somebody. */
export const concerning = (Object.keys(concerns) as EventType[]).filter((type) => concerns[type] !== 'nobody')
