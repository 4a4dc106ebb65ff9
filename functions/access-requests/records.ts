import type { Language } from '../../shared/people.ts'
import type { Bilingual, Profile } from '../../shared/roles.ts'
import { indexed, record, within } from '../../shared/table/record.ts'

export const requestStates = [
  'pending',
  'information-asked',
  'approved',
  'refused',
  'withdrawn',
  'expired',
  'closed',
] as const
export type RequestState = (typeof requestStates)[number]

/** Why a request was closed without a verdict (P-12). */
export const closeReasons = {
  'dossier-not-active': { en: 'The dossier is no longer active.', fr: "Le dossier n'est plus actif." },
  'user-already': {
    en: 'The person has become a user of the dossier otherwise.',
    fr: 'La personne est devenue utilisatrice du dossier par une autre voie.',
  },
  'requester-left': {
    en: 'Nobody who asked uses the dossier any more.',
    fr: "Plus aucune des personnes qui l'ont demandé n'utilise le dossier.",
  },
} as const satisfies Record<string, Bilingual>
export type CloseReason = keyof typeof closeReasons

/** How a request ended; every end has a moment, and whoever made it, unless time did. */
export type RequestOutcome = {
  /** The person who decided or withdrew; `null` when it expired. */
  readonly by: string | null
  readonly at: string
  /** The profile that was given, which may differ from the one asked for; `null` when none was. */
  readonly profile: Profile | null
  readonly reason: string | null
  /** Why it was closed without a verdict. */
  readonly closedBecause?: CloseReason
  /** Who has the access that it gave. */
  readonly personId?: string
}

/** What whoever is to decide asked about a request, and what they were answered; `null` while they were not. */
export type RequestQuestion = {
  readonly by: string
  readonly at: string
  readonly text: string
  readonly answer: { readonly by: string; readonly at: string; readonly text: string } | null
}

/** So often more information is asked about a request. */
export const MOST_QUESTIONS = 5

/** Somebody of a dossier asks that a new person may use it (P-11). It changes when it is joined, asked about, and when it ends. */
export type AccessRequest = {
  readonly dossierId: string
  readonly requestId: string
  /** The client user who asked. */
  readonly requestedBy: string
  /** The client users who asked for the same while it was pending, and so joined it (P-12). */
  readonly joinedBy: readonly string[]
  /** The new person: name, address in lower case, language of their mails, profile wanted. */
  readonly name: string
  readonly email: string
  readonly language: Language
  readonly profile: Profile
  readonly message: string | null
  /** That the same was refused before, and why (P-12). */
  readonly refusedBefore?: { readonly at: string; readonly reason: string } | undefined
  /** What was asked about it, oldest first. */
  readonly questions?: readonly RequestQuestion[]
  readonly state: RequestState
  readonly askedAt: string
  readonly expiresAt: string
  readonly outcome: RequestOutcome | null
}

export const AccessRequests = record<AccessRequest>()({
  name: 'access-request',
  holds: 'That a client user asks for access for a new person, and how it ended.',
  key: ({ dossierId, requestId }: { dossierId: string; requestId: string }) => ({
    pk: `DOSSIER#${dossierId}`,
    sk: `ACCESS-REQUEST#${requestId}`,
  }),
  by: {
    ofDossier: within<{ dossierId: string }>(
      'The access requests of a dossier',
      ({ dossierId }) => `DOSSIER#${dossierId}`,
      'ACCESS-REQUEST#',
    ),
    ofAddress: indexed<AccessRequest, { dossierId: string; email: string }>(
      'gsi1',
      'The requests for one address in a dossier, oldest first: the background of a decision',
      ({ dossierId, email }) => `REQUESTS#${dossierId}#${email}`,
      ({ requestId }) => requestId,
    ),
  },
  trail: ({ dossierId }) => `DOSSIER#${dossierId}`,
})

/** Which pending request an address has in a dossier. */
export type RequestClaim = { readonly dossierId: string; readonly email: string; readonly requestId: string }

export const RequestClaims = record<RequestClaim>()({
  name: 'request-claim',
  holds: 'The pending request for an address in a dossier; its key makes it the only one (P-12).',
  key: ({ dossierId, email }: { dossierId: string; email: string }) => ({
    pk: `DOSSIER#${dossierId}`,
    sk: `REQUEST-CLAIM#${email}`,
  }),
  by: {
    ofDossier: within<{ dossierId: string }>(
      'The requests of a dossier that wait for their verdict',
      ({ dossierId }) => `DOSSIER#${dossierId}`,
      'REQUEST-CLAIM#',
    ),
  },
  trail: ({ dossierId }) => `DOSSIER#${dossierId}`,
})

/** The last refusal of an access to an address: asking again takes a new reason, and a pause (P-12). */
export type Refusal = {
  readonly dossierId: string
  readonly email: string
  readonly at: string
  readonly reason: string
  /** What the refused request said. */
  readonly message: string | null
}

export const Refusals = record<Refusal>()({
  name: 'refusal',
  holds: 'That access of an address to a dossier was refused, when and why; an approval takes it away.',
  key: ({ dossierId, email }: { dossierId: string; email: string }) => ({
    pk: `DOSSIER#${dossierId}`,
    sk: `REFUSAL#${email}`,
  }),
  by: {},
  trail: ({ dossierId }) => `DOSSIER#${dossierId}`,
})

/** As what somebody was asked: the member named, of the office, of the client group, as a deputy, as an administrator. */
export const askedAs = ['member', 'office', 'client-group', 'deputy', 'administrator'] as const
export type AskedAs = (typeof askedAs)[number]

/** What was done about a request, step by step (P-12); what was asked, answered and decided stands in the request itself. */
export const requestSteps = ['asked', 'reminded', 'reminded of the question', 'nobody to ask'] as const
export type RequestStep = {
  readonly step: (typeof requestSteps)[number]
  readonly at: string
  readonly whom: readonly AskedAs[]
}
export type RequestProgress = {
  readonly dossierId: string
  readonly requestId: string
  readonly steps: readonly RequestStep[]
}

/** It stands apart from the request: a reminder changes nothing of what is decided on. */
export const RequestProgresses = record<RequestProgress>()({
  name: 'request-progress',
  holds: 'Whom the workflow of an access request asked and reminded so far, and as what (P-12).',
  key: ({ dossierId, requestId }: { dossierId: string; requestId: string }) => ({
    pk: `DOSSIER#${dossierId}`,
    sk: `REQUEST-PROGRESS#${requestId}`,
  }),
  by: {},
  trail: ({ dossierId }) => `DOSSIER#${dossierId}`,
})
