/**
 * A practice for questions about rights: everyone of the test world lies in one table, with a dossier, its client and one
 * document, and with ties that the test draws. What is expected is decided on here from the drawn ties, without a table.
 */
import * as fc from 'fast-check'
import {
  type Client,
  type ClientAssignment,
  ClientAssignments,
  Clients,
  dossierIdOf,
} from '../functions/clients/records.ts'
import { Documents } from '../functions/documents/records.ts'
import { type Dossier, type DossierAccess, DossierAccesses, Dossiers } from '../functions/dossiers/records.ts'
import { situationOf } from '../functions/kernel/authorize.ts'
import { type Share, Shares } from '../functions/sharing/records.ts'
import type { Action } from '../shared/actions.ts'
import { introduce, type Person } from '../shared/people.ts'
import type { Persona } from '../shared/rules/cases.ts'
import { type Cause, causesOf, type Policy } from '../shared/rules/decide.ts'
import { create, type Write } from '../shared/table/table.ts'
import { documentAt, dossier as oneDossier } from './one-dossier.ts'
import { everyPersona, idOf, NOW, personOf } from './world.ts'

/** What somebody is to the dossier and its client, beside owning it and answering for it. */
export type Tie = {
  readonly share: { readonly access: Share['access']; readonly until: string | null } | null
  readonly uses: boolean
  readonly assigned: 'by name' | 'as owner' | 'of another client' | null
}

export type Practice = {
  readonly owner: Persona
  readonly responsible: Persona
  readonly dossier: Partial<Pick<Dossier, 'state' | 'modules'>> & { readonly confidential?: boolean }
  readonly document: { readonly by: Persona; readonly confidential: boolean; readonly approvers: readonly Persona[] }
  readonly ties: Readonly<Partial<Record<Persona, Tie>>>
}

const persona = fc.constantFrom(...everyPersona)
const tie: fc.Arbitrary<Tie> = fc.record({
  share: fc.option(
    fc.record({
      access: fc.constantFrom('read' as const, 'write' as const),
      until: fc.constantFrom(null, '2026-01-31T00:00:00.000Z', '2027-01-31T00:00:00.000Z'),
    }),
  ),
  uses: fc.boolean(),
  assigned: fc.constantFrom(null, 'by name' as const, 'as owner' as const, 'of another client' as const),
})

/** Any practice: whoever owns and answers, whoever is tied, in whatever state the dossier is. */
export const anyPractice: fc.Arbitrary<Practice> = fc.record({
  owner: persona,
  responsible: persona,
  dossier: fc.record({
    state: fc.constantFrom('active' as const, 'closed' as const, 'archived' as const),
    modules: fc.subarray(['archive', 'figures', 'history', 'payment', 'financial'] as const),
    confidential: fc.boolean(),
  }),
  document: fc.record({
    by: persona,
    confidential: fc.boolean(),
    approvers: fc.uniqueArray(persona, { maxLength: 3 }),
  }),
  ties: fc
    .uniqueArray(fc.tuple(persona, tie), { maxLength: 12, selector: ([one]) => one })
    .map((ties) => Object.fromEntries(ties) as Practice['ties']),
})

export const ids = {
  dossierId: dossierIdOf('019cabcf-0000-7000-8000-000000000000', oneDossier.clientId),
  clientId: oneDossier.clientId,
  documentId: documentAt(1, 'owner').document.documentId,
}
/** A client whose id ends as ours does, as only a rare accident would make it. */
const TWIN = `019cabce${ids.clientId.slice(8)}`
const BY = personOf('administrator').personId
const SINCE = '2026-01-15T10:00:00.000Z'

const itemsOf = ({ owner, responsible, dossier, document, ties }: Practice) => {
  const { version: _, ...one } = oneDossier
  const theDossier: Dossier = {
    ...one,
    dossierId: ids.dossierId,
    createdAt: SINCE,
    ...dossier,
    ownerId: personOf(owner).personId,
    responsibleId: personOf(responsible).personId,
  }
  const theDocument = {
    ...documentAt(1, document.by, { createdAt: SINCE, dossierId: ids.dossierId }).document,
    confidential: document.confidential,
    approvers: document.approvers.map((one) => personOf(one).personId),
  }
  const tiesOf = (who: Persona) => {
    const { personId } = personOf(who)
    const { share = null, uses = false, assigned = null } = ties[who] ?? {}
    const shared: Share | undefined =
      share === null ? undefined : { dossierId: ids.dossierId, personId, givenBy: BY, givenAt: SINCE, ...share }
    const access: DossierAccess | undefined = uses
      ? { dossierId: ids.dossierId, personId, grantedBy: BY, grantedAt: SINCE, requestId: idOf(77) }
      : undefined
    const assignment: ClientAssignment | undefined =
      assigned === null
        ? undefined
        : {
            clientId: assigned === 'of another client' ? TWIN : ids.clientId,
            personId,
            assigned: assigned === 'as owner' ? null : { by: BY, at: SINCE },
            dossierIds: assigned === 'as owner' ? [idOf(999)] : [],
          }
    return { share: shared, access, assignment }
  }
  return { theDossier, theDocument, tiesOf }
}

const client: Client = {
  clientId: ids.clientId,
  name: oneDossier.clientName,
  kind: 'company',
  email: null,
  createdAt: SINCE,
  createdBy: BY,
} as Client

/** Everything of a practice, as it lies in a table. */
export const writesOf = (practice: Practice): Write[] => {
  const { theDossier, theDocument, tiesOf } = itemsOf(practice)
  return [
    ...everyPersona.flatMap((who) => {
      const { version: _, ...person } = personOf(who)
      const { share, access, assignment } = tiesOf(who)
      return [
        ...introduce(person as Person),
        ...(share === undefined ? [] : [create(Shares, share)]),
        ...(access === undefined ? [] : [create(DossierAccesses, access)]),
        ...(assignment === undefined ? [] : [create(ClientAssignments, assignment)]),
      ]
    }),
    create(Clients, client),
    create(Dossiers, theDossier),
    create(Documents, theDocument),
  ]
}

/** What a decision about this persona looks at, from what was drawn; the document where the action is about documents. */
export const thingsFor = (practice: Practice, who: Persona, action: Action): object => {
  const { theDossier, theDocument, tiesOf } = itemsOf(practice)
  const document = action.startsWith('document.') && action !== 'document.list' ? { document: theDocument } : {}
  return { dossier: theDossier, client, ...document, ...tiesOf(who) }
}

/** Every cause for which this persona may do this. */
export const causesFor = (
  policy: Policy,
  practice: Practice,
  who: Persona,
  action: Action,
  more: object = {},
): readonly Cause[] =>
  causesOf(policy, action, situationOf(personOf(who), { ...thingsFor(practice, who, action), ...more }, NOW))
