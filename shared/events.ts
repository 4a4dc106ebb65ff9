/**
 * What happened, told once: a commit writes its events into the outbox in the same transaction, and the relay hands
 * each to the consumers that asked for it. Events name things by id and hold no secret and no content.
 */
import { indexed, record } from './table/record.ts'

export type Events = {
  /** Somebody was given an account, or asked again for their invitation. */
  'person-invited': { readonly personId: string; readonly invitedBy: string; readonly dossierId: string | null }
  /** A client user made another one a user of their dossier: the office is told (P-13). */
  'client-user-created': { readonly dossierId: string; readonly personId: string; readonly by: string }
  /** Somebody's roles or status changed: whoever keeps something in step with them reads them again. */
  'person-changed': { readonly personId: string }
  /** What a member held was handed over to another: dossiers to own, or whose access requests to answer. */
  'dossiers-handed-over': {
    readonly from: string
    readonly to: string
    readonly owned: readonly string[]
    readonly answered: readonly string[]
  }
  /** A transfer to the archive was asked for, or is to be resumed. */
  'transfer-asked': { readonly dossierId: string; readonly transferId: string; readonly attempt: number }
  'transfer-ended': { readonly dossierId: string; readonly transferId: string; readonly outcome: 'sent' | 'failed' }
  'access-requested': { readonly dossierId: string; readonly requestId: string }
  /** Somebody is to be asked for their verdict, by a mail with a link of their own. */
  'access-verdict-asked': {
    readonly dossierId: string
    readonly requestId: string
    readonly personId: string
    /** The absent person they stand in for. */
    readonly for: string | null
    readonly reminder: boolean
  }
  'access-request-ended': {
    readonly dossierId: string
    readonly requestId: string
    readonly outcome: 'approved' | 'refused' | 'withdrawn' | 'expired' | 'closed'
  }
  /** A dossier is shared with a collaborator, or on other terms than before. */
  'share-given': SharedDossier & { readonly by: string }
  /** `by` is `null` where the share ended by its date. */
  'share-ended': SharedDossier & { readonly by: string | null }
  /** A dossier is offered to a colleague; its workflow starts (D-11). */
  'offer-made': OfferedDossier
  /** The recipient is to be asked for their answer, by a mail with a link of their own. */
  'offer-answer-asked': OfferedDossier & { readonly reminder: boolean }
  /** `by` is `null` where time ended it. */
  'offer-ended': OfferedDossier & {
    readonly outcome: 'accepted' | 'refused' | 'withdrawn' | 'expired'
    readonly by: string | null
  }
  /** Whoever made an offer is no longer active while it is pending: the coordinators look after it in their place. */
  'offer-giver-left': OfferedDossier
  /** Giver and recipient are to be told how the offer ended, by mail: the last step of its workflow (D-15). */
  'offer-told': OfferedDossier & {
    readonly outcome: 'accepted' | 'refused' | 'withdrawn' | 'expired'
    readonly by: string | null
  }
  /** A coordinator moves dossiers of one practitioner to another, or resumes that (D-12). */
  'bulk-transfer-asked': { readonly bulkTransferId: string; readonly attempt: number }
  'bulk-transfer-ended': {
    readonly bulkTransferId: string
    readonly from: string
    readonly to: string
    readonly by: string
    readonly moved: number
    readonly failed: number
  }
  /** A member asks the owner for a share or a transfer (D-22). */
  'owner-request-made': OwnerRequested
  'owner-request-ended': OwnerRequested & {
    readonly outcome: 'granted' | 'refused' | 'withdrawn' | 'expired'
    readonly by: string | null
  }
  'space-invited': { readonly spaceId: string; readonly personId: string; readonly by: string }
  /** `members` is how many stayed: where one did, they are asked to hand it over or close it before they leave (D-18). */
  'space-left': { readonly spaceId: string; readonly personId: string; readonly members: number }
  /** Something was written or put into a collaborative space. */
  'space-entry-added': { readonly spaceId: string; readonly entryId: string; readonly by: string }
  'space-closed': { readonly spaceId: string; readonly by: string }
  /** The parts of a version have been made one file, which is still to be read from end to end. */
  'document-assembled': { readonly dossierId: string; readonly documentId: string; readonly versionId: string }
  /** The bytes of a version have come, and are as announced. */
  'document-received': { readonly dossierId: string; readonly documentId: string; readonly versionId: string }
  /** The text of a version was read, or it was found to have none that is read: search may take it in (P-10). */
  'text-read': { readonly dossierId: string; readonly documentId: string; readonly versionId: string }
  'dossier-state-changed': {
    readonly dossierId: string
    readonly state: 'active' | 'closed' | 'archived'
    readonly by: string
  }
  /** A document waits for approval: its workflow starts (P-07). */
  'approval-begun': ApprovedDocument
  /** Somebody is to be asked to approve, by a mail with a link of their own; `for` is the absent person they stand in for. */
  'approval-asked': ApprovedDocument & {
    readonly personId: string
    readonly for: string | null
    readonly reminder: boolean
  }
  /** One of several gave their verdict, and the approval goes on: its workflow looks whose turn it is now. */
  'approval-given': ApprovedDocument & { readonly by: string }
  /**
   * Somebody is to be told of an approval that waits: whoever submitted it, that a deputy is asked; who may set the rules,
   * that nobody is left who could approve; the owner, that it has waited for long.
   */
  'approval-waits': ApprovedDocument & {
    readonly why: 'deputy-asked' | 'nobody-left' | 'long'
    /** Who is told. */
    readonly to: readonly string[]
    /** The deputy. */
    readonly personId: string | null
    /** The absent person whom they stand in for. */
    readonly for: string | null
  }
  'approval-ended': ApprovedDocument & {
    readonly outcome: 'approved' | 'rejected' | 'withdrawn'
    readonly by: string
  }
  /** A document is approved, or needs no approval: it may be sent (P-08). */
  'document-ready': { readonly dossierId: string; readonly documentId: string }
  /** What is sent without a person was set: what waits is looked through, from after that document on (P-08). */
  'transmission-set': { readonly dossierId: string; readonly after: string | null }
  /** A document was verified and recorded in the archive (P-09). */
  'document-archived': {
    readonly dossierId: string
    readonly documentId: string
    readonly entryId: string
    readonly transferId: string
  }
  /** Many documents are to be sent, or the rest of them: in as many transfers as it takes (P-09). */
  'sending-batch-asked': { readonly dossierId: string; readonly batchId: string; readonly attempt: number }
  'sending-batch-ended': {
    readonly dossierId: string
    readonly batchId: string
    readonly by: string
    readonly sent: number
    readonly failed: number
  }
  /** What came by e-mail was imported, or not, and why; `by` is the sender where they are known (P-06). */
  'inbound-mail-read': {
    readonly dossierId: string
    readonly mailId: string
    readonly outcome: 'imported' | 'refused'
    readonly by: string | null
  }
  /** Pages are to be split or merged into new documents (P-06). */
  'pages-asked': { readonly dossierId: string; readonly arrangementId: string }
  'pages-arranged': {
    readonly dossierId: string
    readonly arrangementId: string
    readonly by: string
    readonly outcome: 'done' | 'failed'
  }
  /** The archive of a period is to be put together in one file (P-10). */
  'archive-export-asked': { readonly dossierId: string; readonly personId: string; readonly exportId: string }
  'archive-export-ended': {
    readonly dossierId: string
    readonly personId: string
    readonly exportId: string
    readonly outcome: 'done' | 'failed'
  }
  /** The office published a report, or a series of figures (P-05). */
  'figures-published': {
    readonly dossierId: string
    readonly publicationId: string
    readonly kind: 'report' | 'series'
    readonly by: string
  }
  /** Payments were written into a file for the bank (P-04). */
  'payments-exported': { readonly dossierId: string; readonly paymentFileId: string; readonly by: string }
  /** Whoever is to decide asks the requester for more, or was answered (P-12). */
  'access-information-asked': { readonly dossierId: string; readonly requestId: string; readonly by: string }
  'access-information-given': { readonly dossierId: string; readonly requestId: string; readonly by: string }
  /** A client user's access to a dossier ended; `by` is `null` where it ended by its date (P-12). */
  'client-access-ended': { readonly dossierId: string; readonly personId: string; readonly by: string | null }
  /** It is morning for the daily mail of somebody: which one, and how many entries are to be told in it (B-06). */
  'digest-due': { readonly personId: string; readonly digest: number; readonly lines: number }
}
type ApprovedDocument = { readonly dossierId: string; readonly documentId: string; readonly approvalId: string }
type OfferedDossier = {
  readonly dossierId: string
  readonly offerId: string
  readonly from: string
  readonly to: string
}
type OwnerRequested = {
  readonly dossierId: string
  readonly requestId: string
  readonly requestedBy: string
  readonly ownerId: string
  readonly wants: 'share' | 'transfer'
}
type SharedDossier = {
  readonly dossierId: string
  readonly personId: string
  readonly access: 'read' | 'write'
  readonly until: string | null
}

export type EventType = keyof Events

/** An event as a handler returns it. */
export type DomainEvent = { readonly [T in EventType]: { readonly type: T; readonly data: Events[T] } }[EventType]

export const event = <T extends EventType>(type: T, data: Events[T]): DomainEvent => ({ type, data }) as DomainEvent

/** An event as the outbox holds it and as consumers receive it. */
export type OutboxEntry = DomainEvent & {
  readonly eventId: string
  readonly at: string
  /** Unset until the relay has handed it to every consumer. */
  readonly relayedAt?: string | undefined
}

const DAYS_KEPT_ONCE_RELAYED = 30

export const Outbox = record<OutboxEntry>()({
  name: 'outbox-entry',
  holds: 'An event that consumers are to be told of, kept until the relay has handed it on.',
  key: ({ eventId }: { eventId: string }) => ({ pk: `EVENT#${eventId}`, sk: 'EVENT' }),
  by: {
    waiting: indexed<OutboxEntry, { relayedAt?: string | undefined }>(
      'gsi1',
      'The events not yet handed on, oldest first: what the sweep sends again',
      ({ relayedAt }) => (relayedAt === undefined ? 'OUTBOX' : undefined),
      ({ eventId }) => eventId,
      { shards: 4 },
    ),
  },
  expires: ({ relayedAt }) =>
    relayedAt === undefined ? undefined : Math.floor(Date.parse(relayedAt) / 1000) + DAYS_KEPT_ONCE_RELAYED * 86_400,
})

/** That a consumer has done its work for an event: delivered again, it does nothing. */
export type Receipt = {
  readonly eventId: string
  readonly consumer: string
  readonly at: string
  readonly state: 'begun' | 'done'
}

export const Receipts = record<Receipt>()({
  name: 'receipt',
  holds: "A consumer's work for one event: done once, whatever is delivered again.",
  key: ({ eventId, consumer }: { eventId: string; consumer: string }) => ({
    pk: `EVENT#${eventId}`,
    sk: `RECEIPT#${consumer}`,
  }),
  by: {},
  expires: ({ at }) => Math.floor(Date.parse(at) / 1000) + DAYS_KEPT_ONCE_RELAYED * 86_400,
})
