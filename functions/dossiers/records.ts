import type { Module } from '../../shared/rules/situation.ts'
import { indexed, record, within } from '../../shared/table/record.ts'

/** When somebody was named for something, and by whom. */
export type Naming = {
  readonly at: string
  readonly by: string
  /** Of a coordinator who moved many dossiers at once: in which act, and why (D-12). */
  readonly bulkTransferId?: string
  readonly reason?: string
}

/** Who answers a dossier's access requests: the member named, the office, or the people of its client group (P-11). */
export const answering = ['member', 'office', 'client-group'] as const
export type AnsweredBy = (typeof answering)[number]

/** The whole file kept about one client (D-01). */
export type Dossier = {
  readonly dossierId: string
  /** Counts from 1 within the organisation, without gaps. */
  readonly number: number
  readonly clientId: string
  /** As it was when the dossier was made; the client's own profile leads. */
  readonly clientName: string
  /** The practitioner responsible for its follow-up. */
  readonly ownerId: string
  /** The member who answers its access requests (P-11). */
  readonly responsibleId: string
  /** Who answers instead of that member: the office, or the people of its client group (P-11). */
  readonly answeredBy?: AnsweredBy
  /** The client group that it is in. */
  readonly clientGroupId?: string | undefined
  /** When the two were named, if they were not when the dossier was made (B-02). */
  readonly ownerNamed?: Naming
  readonly responsibleNamed?: Naming
  readonly state: 'active' | 'closed' | 'archived'
  /** What any profile can reach in it at most (P-02). */
  readonly modules: readonly Module[]
  /** Set confidential as a whole, by its owner, and since when (D-08). */
  readonly confidential?: boolean
  readonly confidentialNamed?: Naming
  /** How many notes and documents it holds, with and without a mark of their own: the label follows from it (D-07). */
  readonly contents?: Contents
  readonly createdAt: string
  readonly createdBy: string
  /** When it last changed, its counts included; every commit that writes it sets this. */
  readonly changedAt?: string
}

/** Counts of notes and documents; each changes in the transaction that changes what is counted. */
export type Contents = { readonly open: number; readonly confidential: number }

export const Dossiers = record<Dossier>()({
  name: 'dossier',
  holds: 'A dossier: whose it is, about whom, and how wide its portal is.',
  key: ({ dossierId }: { dossierId: string }) => ({ pk: `DOSSIER#${dossierId}`, sk: 'DOSSIER' }),
  by: {
    owned: indexed<Dossier, { ownerId: string }>(
      'gsi1',
      'The dossiers of an owner, oldest first',
      ({ ownerId }) => `OWNER#${ownerId}`,
      ({ dossierId }) => dossierId,
    ),
    answered: indexed<Dossier, { responsibleId: string }>(
      'gsi3',
      'The dossiers whose access requests a member answers, oldest first',
      ({ responsibleId }) => `RESPONSIBLE#${responsibleId}`,
      ({ dossierId }) => dossierId,
    ),
    ofClient: indexed<Dossier, { clientId: string }>(
      'gsi4',
      'The dossiers of a client, oldest first',
      ({ clientId }) => `CLIENT#${clientId}`,
      ({ dossierId }) => dossierId,
    ),
    all: indexed<Dossier, object>(
      'gsi2',
      'All dossiers of the organisation, oldest first',
      () => 'DOSSIERS',
      ({ dossierId }) => dossierId,
      { shards: 4 },
    ),
  },
  stamp: 'changedAt',
  trail: ({ dossierId }) => `DOSSIER#${dossierId}`,
})

/** That a client user uses a dossier's portal: the relation every portal decision rests on. */
export type DossierAccess = {
  readonly dossierId: string
  readonly personId: string
  readonly grantedBy: string
  readonly grantedAt: string
  /** The access request that gave it, if one did. */
  readonly requestId: string | null
  /** When it ends by itself; it never does where this is unset. Checked at every use (P-12). */
  readonly until?: string | null
}

export const DossierAccesses = record<DossierAccess>()({
  name: 'dossier-access',
  holds: 'The assignment of a client user to a dossier, since when and by whom.',
  key: ({ dossierId, personId }: { dossierId: string; personId: string }) => ({
    pk: `DOSSIER#${dossierId}`,
    sk: `ACCESS#${personId}`,
  }),
  by: {
    ofDossier: within<{ dossierId: string }>(
      'The client users of a dossier',
      ({ dossierId }) => `DOSSIER#${dossierId}`,
      'ACCESS#',
    ),
    ofPerson: indexed<DossierAccess, { personId: string }>(
      'gsi1',
      'The dossiers of a client user, oldest first',
      ({ personId }) => `USER#${personId}`,
      ({ dossierId }) => dossierId,
    ),
    ending: indexed<DossierAccess, { until?: string | null }>(
      'gsi2',
      'The accesses of client users that end by themselves, by when they do',
      ({ until }) => (until === undefined || until === null ? undefined : 'ACCESSES-ENDING'),
      ({ until, dossierId, personId }) => `${until}#${dossierId}#${personId}`,
      { shards: 4 },
    ),
  },
  trail: ({ dossierId }) => `DOSSIER#${dossierId}`,
})

/** Whether an access still gives anything: its end is checked when it is read, not when it is tidied away (P-12). */
export const isLiveAccess = ({ until }: Pick<DossierAccess, 'until'>, now: string): boolean =>
  until === undefined || until === null || until > now

/** The number of the newest dossier. */
export type DossierCounter = { readonly last: number }

export const DossierCounters = record<DossierCounter>()({
  name: 'dossier-counter',
  holds: 'The number of the newest dossier; changed in the transaction that makes one, so that no number is skipped.',
  key: (_: object) => ({ pk: 'ORGANISATION', sk: 'DOSSIER-COUNTER' }),
  by: {},
})

/** Which dossier has a number; its key makes a number that of one dossier. */
export type DossierNumber = { readonly number: number; readonly dossierId: string }

export const DossierNumbers = record<DossierNumber>()({
  name: 'dossier-number',
  holds: 'Which dossier has a number: by it a dossier is found that somebody names (D-22).',
  key: ({ number }: { number: number }) => ({ pk: `DOSSIER-NUMBER#${number}`, sk: 'DOSSIER-NUMBER' }),
  by: {},
  trail: ({ dossierId }) => `DOSSIER#${dossierId}`,
})
