/** One request of each operation on what documents are said to be, and on parties, that must succeed in the standing world. */
import { awaitApproval } from '../../functions/documents/awaited-approvals.ts'
import { type Approval, Documents, DocumentVersions } from '../../functions/documents/records.ts'
import { DossierAccesses, Dossiers } from '../../functions/dossiers/records.ts'
import { PortalSettingsOf } from '../../functions/portal/records.ts'
import { Parties, type Party, PartyVatClaims } from '../../functions/processing/records.ts'
import { introduce } from '../../shared/people.ts'
import { create, type Write } from '../../shared/table/table.ts'
import type { Example } from './examples.ts'
import type { StandingWorld } from './standing-world.ts'

/** A party of a dossier, which has a VAT number of its own. */
const partyOf = ({ town, dossier: { dossierId } }: StandingWorld): { party: Party; writes: readonly Write[] } => {
  const party: Party = {
    dossierId,
    partyId: town.newId(),
    name: 'Papeterie Soulier',
    roles: ['supplier'],
    vatNumber: 'BE0403019261',
    iban: null,
    createdAt: town.now,
    createdBy: town.practitioner.personId,
  }
  return { party, writes: [create(Parties, party)] }
}
const claimOf = ({ dossierId, partyId }: Party): Write =>
  create(PartyVatClaims, { dossierId, partyId, vatNumber: 'BE0403019261' })

/** In a dossier of its own, in which no VAT number is taken. */
const elsewhere = (world: StandingWorld): { world: StandingWorld; writes: readonly Write[] } => {
  const { town, client } = world
  const dossier = town.dossier(client, 2)
  return {
    world: { ...world, dossier },
    writes: [create(Dossiers, dossier), create(DossierAccesses, town.access(dossier, town.clientAdministrator))],
  }
}

const user = (
  { dossier: { dossierId } }: StandingWorld,
  params: NonNullable<Example['params']>,
  more: Partial<Example> = {},
): Example => ({ as: 'clientAdministrator', params: { dossierId, ...params }, ...more })

/** A document, and another one that is the same by its content, and by what is said of both. */
const twins = (world: StandingWorld) => {
  const { town, dossier } = world
  const sha256 = town.newId().replaceAll('-', '').repeat(2)
  const { party, writes } = partyOf(world)
  const said = { partyId: party.partyId, number: 'F-2026-0187', amount: { minor: 124_000, currency: 'EUR' } }
  const made = [{}, said].map((facts) => {
    const { document, version } = town.document(dossier, { sha256, ...facts })
    return { document, writes: [create(Documents, document), create(DocumentVersions, { ...version, sha256 })] }
  })
  const documentId = made[0]?.document.documentId ?? ''
  return { params: { documentId }, said, before: [...writes, ...made.flatMap((one) => one.writes)] }
}

/** A dossier of its own, with a rule that covers all its documents and names two of its users, and one document. */
const covered = (of: StandingWorld) => {
  const { world, writes } = elsewhere(of)
  const { town, dossier } = world
  const approvers = [town.clientUser('Lucien Bourgade'), town.clientUser('Agathe Montclar')]
  const { document, version } = town.document(dossier)
  const settings = create(PortalSettingsOf, {
    dossierId: dossier.dossierId,
    transmission: 'off',
    rulesVersion: 1,
    rules: [
      {
        ruleId: town.newId(),
        name: 'Tout',
        approverIds: approvers.map(({ personId }) => personId),
        mode: 'any',
      },
    ],
    changedAt: town.now,
    changedBy: town.practitioner.personId,
  })
  const people = approvers.flatMap((one) => [...introduce(one), create(DossierAccesses, town.access(dossier, one))])
  return { world, document, version, approvers, before: [...writes, settings, ...people] }
}

export const processingExamples: Readonly<Record<string, (world: StandingWorld) => Example>> = {
  countDocuments: (of) => {
    const { world, writes } = elsewhere(of)
    const documents = Array.from({ length: 60 }, () => world.town.document(world.dossier).writes).flat()
    return user(world, {}, { before: [...writes, ...documents] })
  },
  processDocument: (world) => {
    const { params, said, before } = twins(world)
    return user(world, params, { before, input: { kind: 'purchase', date: '2026-02-27', ...said } })
  },
  readDuplicates: (world) => {
    const { params, before } = twins(world)
    return user(world, params, { before })
  },
  submitDocument: (world) => {
    const { document, writes } = world.town.document(world.dossier)
    return user(world, { documentId: document.documentId }, { before: writes })
  },
  'submitDocument: which a rule covers': (of) => {
    const { world, document, version, before } = covered(of)
    return user(
      world,
      { documentId: document.documentId },
      { before: [...before, create(Documents, document), create(DocumentVersions, version)] },
    )
  },
  withdrawSubmission: (of) => {
    const { world, document, version, approvers, before } = covered(of)
    const { town } = world
    const approverIds = approvers.map(({ personId }) => personId)
    const approval: Approval = {
      approvalId: town.newId(),
      ruleId: town.newId(),
      ruleName: 'Tout',
      rulesVersion: 1,
      mode: 'any',
      approverIds,
      verdicts: [],
      begunAt: town.now,
      begunBy: town.clientAdministrator.personId,
      endedAt: null,
    }
    const waiting = { ...document, state: 'to-approve', approval, approvers: approverIds } as const
    return user(
      world,
      { documentId: document.documentId },
      {
        before: [
          ...before,
          create(Documents, waiting),
          create(DocumentVersions, version),
          ...awaitApproval(waiting, approverIds, town.now),
        ],
      },
    )
  },
  createParty: (of) => {
    const { world, writes } = elsewhere(of)
    const input = { name: 'Papeterie Soulier', roles: ['supplier'], vatNumber: 'BE 0403.019.261' }
    return user(world, {}, { before: writes, input })
  },
  listParties: (of) => {
    const { world, writes } = elsewhere(of)
    const parties = Array.from({ length: 60 }, () => partyOf(world).writes).flat()
    return user(world, {}, { before: [...writes, ...parties], input: { name: 'papet' } })
  },
  readParty: (world) => {
    const { party, writes } = partyOf(world)
    return user(world, { partyId: party.partyId }, { before: writes })
  },
  changeParty: (of) => {
    const { world, writes } = elsewhere(of)
    const made = partyOf(world)
    const before = [...writes, ...made.writes, claimOf(made.party)]
    return user(world, { partyId: made.party.partyId }, { before, input: { vatNumber: 'FR40303265045' } })
  },
}
