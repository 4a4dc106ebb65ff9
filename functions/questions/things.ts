/** The things that people reach, as decisions look at them: the names are those that the things' own routes load. */
import type { Person } from '../../shared/people.ts'
import { ANYBODY, anybody, plainProposal } from './anybody.ts'
import type { Facet, Thing } from './rights-on.ts'

/** The organisation itself. */
export const organisationThing: Thing = {
  resource: { kind: 'organisation' },
  facets: [{ kinds: ['organisation'], things: plainProposal }],
}

/** Somebody of the organisation, who may be shown, changed, asked about, and given something. */
export const memberThing = (member: Pick<Person, 'personId' | 'kind' | 'status'>): Thing => ({
  resource: { kind: 'member', personId: member.personId },
  facets: [{ kinds: ['member', 'person'], things: { member, grantee: member } }],
})

export type ClientTies = { readonly client: { readonly clientId: string }; readonly assignment?: object | undefined }

export const clientThing = (ties: ClientTies): Thing => ({
  resource: { kind: 'client', clientId: ties.client.clientId },
  facets: [{ kinds: ['client'], things: ties }],
})

export type DossierTies = {
  readonly dossier: { readonly dossierId: string; readonly clientId: string }
  readonly access?: object | undefined
  readonly share?: object | undefined
  readonly assignment?: object | undefined
}

/** A dossier with its contents of each kind, as one that is like any other of its kind. */
export const dossierThing = (ties: DossierTies, { personId }: Pick<Person, 'personId'>): Thing => ({
  resource: { kind: 'dossier', dossierId: ties.dossier.dossierId },
  facets: [
    { kinds: ['dossier'], things: { ...anybody, ...ties } },
    ...contentsOf(personId).map((of) => ({ ...of, things: { ...anybody, ...ties, ...of.things } })),
  ],
})

const PENDING = { joinedBy: [], state: 'pending', expiresAt: '9999-12-31T23:59:59.999Z' }

const contentsOf = (personId: string): readonly Facet[] => {
  const put = { createdBy: ANYBODY, confidential: false }
  const own = { createdBy: personId, confidential: false }
  const confidential = { createdBy: ANYBODY, confidential: true }
  // A copy that shows the item to nobody else: what a copy would show is another question, asked of each.
  const copy = { widens: false }
  return [
    { kinds: ['note'], content: 'others', things: { note: put, copy } },
    { kinds: ['note'], content: 'own', things: { note: own, copy } },
    { kinds: ['note'], content: 'confidential', things: { note: confidential, copy } },
    { kinds: ['form'], content: 'others', things: { form: put } },
    { kinds: ['form'], content: 'own', things: { form: own } },
    { kinds: ['form'], content: 'confidential', things: { form: confidential } },
    { kinds: ['document', 'item'], content: 'others', things: { document: put, copy } },
    { kinds: ['document', 'item'], content: 'own', things: { document: own, copy } },
    { kinds: ['document', 'item'], content: 'confidential', things: { document: confidential, copy } },
    { kinds: ['transfer'], content: 'others', things: { transfer: { askedBy: ANYBODY } } },
    { kinds: ['transfer'], content: 'own', things: { transfer: { askedBy: personId } } },
    { kinds: ['archive-entry'], content: 'others', things: { entry: { confidential: false } } },
    { kinds: ['archive-entry'], content: 'confidential', things: { entry: { confidential: true } } },
    { kinds: ['access-request'], content: 'others', things: { request: { ...PENDING, requestedBy: ANYBODY } } },
    { kinds: ['access-request'], content: 'own', things: { request: { ...PENDING, requestedBy: personId } } },
    { kinds: ['share'], content: 'others', things: {} },
    { kinds: ['client-user'], content: 'others', things: {} },
  ]
}

/** A colleague, a client and dossiers that nobody is anything to: who may do something with these, may with every one. */
export const anyMember: Thing = memberThing(anybody.grantee)
export const anyClient: Thing = clientThing({ client: { clientId: ANYBODY } })
export const anyDossiers = (person: Pick<Person, 'personId'>): readonly Thing[] =>
  (['active', 'closed', 'archived'] as const).flatMap((state) =>
    [false, true].map((confidential) =>
      dossierThing(
        {
          dossier: {
            dossierId: ANYBODY,
            clientId: ANYBODY,
            ownerId: ANYBODY,
            responsibleId: ANYBODY,
            state,
            modules: ['archive', 'figures', 'history', 'payment', 'financial'],
            confidential,
          } as DossierTies['dossier'],
        },
        person,
      ),
    ),
  )
