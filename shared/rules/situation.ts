/**
 * All that a decision looks at: who acts and what the one load brought. Structural and small, so that rules, tests
 * and simulations can state a situation without a table.
 */
import type { Person } from '../people.ts'
import type { ApplicationLevel, ApplicationName, Bilingual, Role, RoomRole } from '../roles.ts'
import type { Sheet } from '../sheet.ts'

/** The modules that a dossier's configuration switches (P-02). */
export const modules = {
  archive: { en: 'digital archive', fr: 'archive numérique' },
  figures: { en: 'figures and reports', fr: 'chiffres et rapports' },
  history: { en: 'supplier and customer history', fr: 'historique fournisseurs et clients' },
  payment: { en: 'payment', fr: 'paiement' },
  financial: { en: 'financial menu', fr: 'menu financier' },
} as const satisfies Record<string, Bilingual>
export type Module = keyof typeof modules

/** What a person is in one room: the item that every decision in the room rests on. */
export type Seat = {
  readonly roomId: string
  readonly personId: string
  readonly role: RoomRole
  /** The groups of the room they are in. */
  readonly groupIds: readonly string[]
  /** The groups they are set as manager of. */
  readonly manages: readonly string[]
  /** For an Assistant: whom they are attached to, as that person is in the room at this moment. */
  readonly attachedTo?:
    | {
        readonly personId: string
        readonly role: RoomRole
        /** The groups that they are in or manage. */
        readonly groupIds: readonly string[]
        readonly active: boolean
      }
    | undefined
  /** For whoever has an Assistant: who that is. */
  readonly assistants?: readonly string[] | undefined
}

/** What a person is in one space: administrator or member of it, and their level in each application (C-03). */
export type SpaceMembership = {
  readonly spaceId: string
  readonly personId: string
  readonly level: 'administrator' | 'member'
  readonly applications: { readonly [A in ApplicationName]?: ApplicationLevel | undefined }
}

export type Situation = {
  readonly actor: Pick<Person, 'personId' | 'status'> &
    (
      | Pick<Extract<Person, { kind: 'member' }>, 'kind' | 'roles' | 'sheet'>
      | Pick<Extract<Person, { kind: 'client-user' }>, 'kind' | 'profile'>
    )
  readonly dossier?: {
    readonly ownerId: string
    readonly responsibleId: string
    /** Who answers its access requests: the member named (unless said), the office, or the people of its client group (P-11). */
    readonly answeredBy?: 'member' | 'office' | 'client-group' | undefined
    readonly clientGroupId?: string | undefined
    readonly state: 'active' | 'closed' | 'archived'
    readonly modules: readonly Module[]
    /** Set confidential as a whole (D-08). */
    readonly confidential?: boolean | undefined
    /** How many notes and documents it holds with and without a mark of their own (D-07). */
    readonly contents?: { readonly open: number; readonly confidential: number } | undefined
  }
  /** What the organisation lets its members know: that a dossier exists that they may not open (D-22). */
  readonly workspace?: { readonly dossiersMet: boolean } | undefined
  /** The actor's assignment to the dossier as one of its client users; not `live` once its end has passed (P-12). */
  readonly access?: { readonly personId: string; readonly live?: boolean | undefined } | undefined
  /** The dossier's share with the actor; `live` until its end (D-03). */
  readonly share?: { readonly personId: string; readonly access: 'read' | 'write'; readonly live: boolean } | undefined
  /** Why the actor counts as assigned to the client at hand: named by somebody, or owner of a dossier of it (S-03, S-12). */
  readonly assignment?:
    | { readonly personId: string; readonly assigned: object | null; readonly dossierIds: readonly string[] }
    | undefined
  readonly note?: { readonly createdBy: string; readonly confidential?: boolean | undefined }
  readonly form?: { readonly createdBy: string; readonly confidential?: boolean | undefined }
  readonly document?: {
    readonly createdBy: string
    readonly confidential?: boolean | undefined
    /** Who must approve it, by name (P-07). */
    readonly approvers?: readonly string[] | undefined
    readonly state?: string | undefined
  }
  /** That somebody who is asked is absent, and who stands in for them at this moment (B-11). */
  readonly absence?: { readonly personId: string; readonly deputyId: string; readonly live: boolean } | undefined
  /** The client group that answers a dossier's access requests, and the members who do so for it (P-11). */
  readonly clientGroup?: { readonly clientGroupId: string; readonly responsibleIds: readonly string[] } | undefined
  /** An entry of the archive; it keeps the mark that its document had. */
  readonly entry?: { readonly confidential?: boolean | undefined }
  /** What a copy, move or restore would do: let more people see the item than see it now (D-21). */
  readonly copy?: { readonly widens: boolean }
  /** A sending of documents to the archive. */
  readonly transfer?: { readonly askedBy: string }
  /** The offer of a dossier to a colleague: its state at this moment (D-11). */
  readonly offer?: { readonly giverId: string; readonly recipientId: string; readonly state: string } | undefined
  /** A request of a client user for access, or of a member to the owner (P-11, D-22). */
  readonly request?: { readonly requestedBy: string; readonly joinedBy?: readonly string[]; readonly state: string }
  /** Who was asked in the responsible's place, because the responsible was not active. */
  readonly followUp?: { readonly standIns: readonly string[] } | undefined
  /** The member that the act is about. */
  readonly member?: { readonly personId: string }
  /** Whoever is to be given something: a share, an assignment. */
  readonly grantee?:
    | (Pick<Person, 'personId' | 'kind' | 'status'> & { readonly roles?: readonly Role[] | undefined })
    | undefined
  /** What a new member is to be given. */
  readonly proposal?: { readonly roles: readonly Role[]; readonly sheet?: Sheet | undefined } | undefined
  /** To whom something is handed over. */
  readonly successors?: readonly string[]
  /** The client user that the act is about. */
  readonly user?: {
    readonly personId: string
    readonly kind: Person['kind']
    /** How many dossiers they use. */
    readonly dossiers?: number | undefined
  }
  /** The user's assignment to the dossier at hand. */
  readonly userAccess?: { readonly personId: string } | undefined
  /** The mail link that was followed: whose it is and what it is for. */
  readonly link?: { readonly purpose: string; readonly personId: string; readonly live: boolean }
  readonly appointment?: { readonly memberId: string }
  readonly invoice?: { readonly state: 'draft' | 'issued' | 'part-paid' | 'paid' | 'credited' }
  /** The actor's membership of the collaborative space at hand (D-16). */
  readonly companion?: { readonly personId: string } | undefined
  readonly collaborativeSpace?: { readonly state: 'open' | 'closed'; readonly members: number }
  /** The actor's seat in a room, and the room of the thing at hand: nothing crosses. */
  readonly seat?: Seat | undefined
  readonly room?: { readonly roomId: string }
  readonly group?: { readonly groupId: string }
  readonly meeting?: {
    readonly groupIds: readonly string[]
    readonly participants: readonly string[]
    readonly state: 'draft' | 'published' | 'running' | 'closed'
    /** Whether its evaluation is closed and at least three answered. */
    readonly evaluated?: boolean | undefined
    /** Who may sign the minutes. */
    readonly signatories?: readonly string[] | undefined
  }
  readonly agendaItem?: { readonly recused: readonly string[] }
  /** An open vote, and those who gave their voice to a proxy. */
  readonly vote?: { readonly open: boolean; readonly byProxy: readonly string[] }
  readonly annotation?: { readonly authorId: string }
  readonly libraryDocument?: { readonly groupIds: readonly string[] }
  readonly task?: { readonly assigneeId: string; readonly groupIds: readonly string[] }
  /** The actor's membership of a space, and the space of the thing at hand (C-03). */
  readonly membership?: SpaceMembership | undefined
  readonly space?: { readonly spaceId: string; readonly state: 'open' | 'closed' | 'archived' }
  readonly application?: { readonly name: ApplicationName }
}
