import type { ReactNode } from 'react'
import type { Bilingual, Profile } from '../../../shared/roles.ts'

export type Language = 'fr' | 'en'

/** In every mail: who sends it, and the IANA time zone in which its dates are told (`Europe/Paris`, `UTC`). */
type Common = { organisation: string; timeZone: string }

type AccessRequest = Common & {
  /** The person, office or client group that answers for the dossier. */
  responsible: string
  requester: string
  dossier: string
  newUser: { name: string; email: string }
  /** The profile asked for. */
  profile: Profile
  message: string | null
  link: string
  expiresAt: string
  /** How many requests for the same person came before this one. */
  earlier: number
  /** The absent person in whose place the reader decides, if so. */
  standsInFor: string | null
  /** What was asked last about the request, and the answer, if something was. */
  answered: { question: string; answer: string } | null
}

type Offer = Common & {
  name: string
  giver: string
  dossier: string
  message: string | null
  link: string
  expiresAt: string
}

type Approval = Common & {
  name: string
  /** Null where it is confidential: what it is, is not said by mail. */
  document: {
    name: string
    kind: Bilingual | null
    party: string | null
    date: string | null
    /** As it is read in each language. */
    amount: Bilingual | null
  } | null
  dossier: string
  rule: string
  submittedBy: string
  /** The absent person whom the reader stands in for. */
  inPlaceOf: string | null
  /** Null where no link serves this reader: they answer when signed in. */
  link: string | null
  expiresAt: string
}

/**
 * What each mail needs to be written. Times are UTC ISO-8601; `length` is in bytes; `link` is an absolute http(s)
 * address; `message` and `reason` may have several lines, every other text is one line.
 */
export type MailData = {
  invitation: Common & {
    name: string
    invitedBy: string
    /** The dossier that a client user is invited to, or null for a member of the organisation. */
    dossier: string | null
    link: string
    expiresAt: string
  }
  'dossier-assigned': Common & { name: string; invitedBy: string; dossier: string }
  /** To who answers for a dossier, when an Administrator of it created a user. */
  'client-user-created': Common & {
    name: string
    by: string
    dossier: string
    newUser: { name: string; email: string }
    profile: Profile
  }
  'dossier-shared': Common & {
    name: string
    by: string
    dossier: string
    mayWrite: boolean
    /** When the share ends by itself; `null` for as long as nobody ends it. */
    endsAt: string | null
  }
  /** `by` is null where the share ended by its date. */
  'share-ended': Common & { name: string; by: string | null; dossier: string }
  /** Dossiers by their numbers: to own, and to answer the access requests of. */
  'dossier-handed-over': Common & { name: string; from: string; owned: string[]; answered: string[] }
  /** To both people between whom a coordinator moved dossiers: how many, and by their numbers those that failed. */
  'bulk-transfer-ended': Common & {
    name: string
    reader: 'giver' | 'recipient'
    by: string
    giver: string
    recipient: string
    moved: number
    failed: number
    /** The first of those that failed, where they have a number. */
    failedNumbers: string[]
  }
  /** One thing that happened, in the sentence of the feed. */
  notice: Common & { name: string; line: Bilingual }
  /** What happened since the last one, in the sentences of the feed, oldest first, and how many more there are. */
  'daily-digest': Common & { name: string; lines: Bilingual[]; more: number }
  /** To the owner of a dossier, which is named by its number alone: somebody asks for a share, or for all of it. */
  'owner-request': Common & {
    name: string
    by: string
    dossier: string
    transfer: boolean
    /** Of a share: to write as well. */
    mayWrite: boolean
    message: string | null
    endsAt: string
  }
  'owner-request-refused': Common & { name: string; by: string; dossier: string; transfer: boolean; reason: string }
  'access-request': AccessRequest
  'access-request-reminder': AccessRequest
  'access-request-approved': Common & {
    requester: string
    newUser: { name: string }
    dossier: string
    /** The profile granted, which may differ from the one asked for. */
    profile: Profile
    askedProfile: Profile
    decidedBy: string
  }
  'access-request-refused': Common & {
    requester: string
    newUser: { name: string }
    dossier: string
    reason: string
    decidedBy: string
  }
  'access-request-expired': Common & {
    requester: string
    newUser: { name: string }
    dossier: string
    askedAt: string
  }
  /** To the requester: whoever is to decide needs to know something. */
  'access-information-asked': Common & {
    requester: string
    askedBy: string
    question: string
    newUser: { name: string }
    dossier: string
    expiresAt: string
  }
  'access-request-deputy': Common & {
    requester: string
    absent: string
    deputy: string
    newUser: { name: string }
    dossier: string
  }
  'access-request-closed': Common & {
    requester: string
    newUser: { name: string }
    dossier: string
    reason: Bilingual
  }
  /** `by` is null where the access ended by its date. */
  'access-ended': Common & { name: string; by: string | null; dossier: string }
  /** To who answers for the dossier, when the last Administrator's access ended by its date. */
  'dossier-without-administrator': Common & { name: string; user: string; dossier: string }
  'documents-sent': Common & {
    name: string
    dossier: string
    /** `null` where they were sent without a person. */
    by: string | null
    /** A confidential document has no name in a mail. */
    documents: { name: string | null; length: number }[]
    sentAt: string
  }
  'documents-not-sent': Common & {
    name: string
    dossier: string
    reason: string
    sent: number
    failed: number
  }
  /** To whoever asked for a batch and the dossier's owner: counts, and in the reader's language why the others stayed. */
  'sending-batch-ended': Common & {
    name: string
    by: string
    dossier: string
    sent: number
    notSent: number
    reasons: { reason: string; documents: number }[]
  }
  approval: Approval
  'approval-reminder': Approval
  /** To whoever put in or submitted a document, which has no name where it is confidential. */
  'approval-ended': Common & {
    name: string
    outcome: 'approved' | 'rejected'
    by: string
    document: string | null
    dossier: string
    reason: string | null
  }
  /** To whoever may set the rules, where nobody is left who could approve; else to the owner. */
  'approval-waits': Common & {
    name: string
    nobodyLeft: boolean
    document: string | null
    dossier: string
    rule: string
  }
  /** To whoever sent an e-mail to a dossier. `reason` is null where it was taken in; `dossier` where they may not put in. */
  'inbound-mail-read': Common & {
    name: string
    dossier: string | null
    reason: string | null
    /** A confidential document has no name in a mail. */
    documents: { name: string | null; length: number }[]
    /** How many files were left out. */
    skipped: number
    receivedAt: string
  }
  offer: Offer
  'offer-reminder': Offer
  /** To giver or recipient, and to coordinators in a giver's place. `by` is null when time ended it. */
  'offer-ended': Common & {
    name: string
    reader: 'giver' | 'recipient'
    outcome: 'accepted' | 'refused' | 'withdrawn' | 'expired'
    by: string | null
    giver: string
    recipient: string
    dossier: string
    reason: string | null
  }
  'offer-without-giver': Common & {
    name: string
    giver: string
    recipient: string
    dossier: string
    expiresAt: string
  }
}
export type MailKind = keyof MailData

/** What a template gives the layout. Subject and preview show on locked screens: they name no person and no dossier. */
export type Content = {
  subject: string
  preview: string
  heading: string
  /** One sentence of the footer: who sends this mail, and why this reader gets it. */
  why: string
  body: ReactNode
}

export type Template<K extends MailKind> = (data: MailData[K], language: Language) => Content
