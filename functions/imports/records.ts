import { indexed, record } from '../../shared/table/record.ts'
import type { FileFacts } from '../documents/records.ts'
import type { RefusalReason, SkipReason } from './mail-reasons.ts'
import type { PageFailure } from './page-failures.ts'

/** Many files that come together: announced in one act, each of which is a document of its own (P-06). */
export type Import = {
  readonly dossierId: string
  readonly importId: string
  readonly files: readonly ImportedFile[]
  readonly createdAt: string
  readonly createdBy: string
}
export type ImportedFile = { readonly documentId: string; readonly versionId: string; readonly sha256: string }

export const Imports = record<Import>()({
  name: 'import',
  holds: 'Many files that were announced together, each by its document.',
  key: ({ dossierId, importId }: { dossierId: string; importId: string }) => ({
    pk: `DOSSIER#${dossierId}`,
    sk: `IMPORT#${importId}`,
  }),
  by: {},
})

/** The address by which a dossier takes in e-mail: the part before the @, which nobody can guess. */
export type InboundAddress = {
  readonly dossierId: string
  readonly localPart: string
  readonly createdAt: string
}

export const InboundAddresses = record<InboundAddress>()({
  name: 'inbound-address',
  holds: 'The address by which a dossier takes in e-mail.',
  key: ({ dossierId }: { dossierId: string }) => ({ pk: `DOSSIER#${dossierId}`, sk: 'INBOUND-ADDRESS' }),
  by: {},
  secret: ['localPart'],
})

/** Whose dossier an address is; without it, what comes to the address is nobody's. */
export type InboundClaim = { readonly localPart: string; readonly dossierId: string }

export const InboundClaims = record<InboundClaim>()({
  name: 'inbound-claim',
  holds: 'The dossier that an address for e-mail leads to.',
  key: ({ localPart }: { localPart: string }) => ({ pk: `INBOUND#${localPart}`, sk: 'INBOUND' }),
  by: {},
  secret: ['localPart'],
})

export const inboundMailStates = ['received', 'imported', 'refused'] as const
export type InboundMailState = (typeof inboundMailStates)[number]

/** One file of an e-mail, and what became of it: a document, or nothing and why. */
export type Attachment = FileFacts & {
  /** The document that it becomes, unless it is left out. */
  readonly documentId: string | null
  readonly versionId: string | null
  readonly skipped: SkipReason | null
}

/** An e-mail that came to a dossier's address. Its raw text stays where it came in. */
export type InboundMail = {
  readonly dossierId: string
  /** Made from where its raw text lies and the dossier: read twice it is one. */
  readonly mailId: string
  readonly state: InboundMailState
  readonly reason: RefusalReason | null
  /** The address that it says it is from. */
  readonly from: string
  /** Who that is, where it is somebody and the mail is theirs by all that can be told. */
  readonly by: string | null
  readonly subject: string
  readonly attachments: readonly Attachment[]
  /** A program wrote it: it is never answered, lest two programs answer each other. */
  readonly automatic: boolean
  /** Where its raw text lies. */
  readonly key: string
  readonly storedVersionId: string | null
  readonly receivedAt: string
  readonly endedAt: string | null
}

export const InboundMails = record<InboundMail>()({
  name: 'inbound-mail',
  holds: "An e-mail that came to a dossier's address, and what became of each of its files.",
  key: ({ dossierId, mailId }: { dossierId: string; mailId: string }) => ({
    pk: `DOSSIER#${dossierId}`,
    sk: `INBOUND-MAIL#${mailId}`,
  }),
  by: {
    ofDossier: indexed<InboundMail, { dossierId: string }>(
      'gsi1',
      'The e-mails that came to a dossier, oldest first',
      ({ dossierId }) => `DOSSIER#${dossierId}#INBOUND-MAILS`,
      ({ receivedAt, mailId }) => `${receivedAt}#${mailId}`,
    ),
  },
})

export const pageArrangementStates = ['asked', 'done', 'failed'] as const
export type PageArrangementState = (typeof pageArrangementStates)[number]

/** A document that comes of it: its ids are given when it is asked for, so that it comes once. */
export type ArrangedPart = {
  readonly documentId: string
  readonly versionId: string
  readonly name: string
  /** As they were asked for, e.g. `1-3,5`; `null` for all pages of all sources, in order. */
  readonly pages: string | null
}

/** A splitting of one document, or a merging of several, by pages (P-06). */
export type PageArrangement = {
  readonly dossierId: string
  readonly arrangementId: string
  readonly kind: 'split' | 'merge'
  readonly state: PageArrangementState
  readonly reason: PageFailure | null
  /** The pages that a failure is about. */
  readonly pages: string | null
  readonly sources: readonly { readonly documentId: string; readonly versionId: string }[]
  readonly parts: readonly ArrangedPart[]
  /** Pages that are to be in no part. */
  readonly droppedPages: string | null
  readonly askedBy: string
  readonly askedAt: string
  readonly endedAt: string | null
}

export const PageArrangements = record<PageArrangement>()({
  name: 'page-arrangement',
  holds: 'A splitting or merging of documents by pages: of which, into which, and what came of it.',
  key: ({ dossierId, arrangementId }: { dossierId: string; arrangementId: string }) => ({
    pk: `DOSSIER#${dossierId}`,
    sk: `PAGE-ARRANGEMENT#${arrangementId}`,
  }),
  by: {},
})
