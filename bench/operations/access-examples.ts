/** One request of each operation on client groups, and on access requests beyond the simplest, that must succeed in the standing world. */
import { AccessRequests, RequestClaims } from '../../functions/access-requests/records.ts'
import { type ClientGroup, ClientGroups, GroupedDossiers } from '../../functions/client-groups/records.ts'
import { Dossiers } from '../../functions/dossiers/records.ts'
import { create, type Write } from '../../shared/table/table.ts'
import type { Example } from './examples.ts'
import type { StandingWorld } from './standing-world.ts'

/** A client group, and a dossier of its own in it, unless it is to be empty. */
const grouped = ({ town, client }: StandingWorld, isEmpty = false) => {
  const clientGroupId = town.newId()
  const group: ClientGroup = {
    clientGroupId,
    name: 'Familles du quartier',
    responsibleIds: [town.practitioner.personId],
    dossiers: isEmpty ? 0 : 1,
    createdAt: town.now,
    createdBy: town.office.personId,
  }
  const dossier = { ...town.dossier(client, 1), clientGroupId }
  const { dossierId } = dossier
  const place = { clientGroupId, dossierId, at: town.now, by: town.office.personId }
  const inside: Write[] = isEmpty ? [] : [create(Dossiers, dossier), create(GroupedDossiers, place)]
  return { clientGroupId, dossierId, before: [create(ClientGroups, group), ...inside] }
}
/** A dossier in no group. */
const loose = ({ town, client }: StandingWorld) => {
  const dossier = town.dossier(client, 1)
  return { dossierId: dossier.dossierId, write: create(Dossiers, dossier) }
}

export const accessExamples: Readonly<Record<string, (world: StandingWorld) => Example>> = {
  createClientGroup: ({ town }) => ({
    as: 'office',
    input: { name: 'Familles du quartier', responsibleIds: [town.practitioner.personId] },
  }),
  listClientGroups: (world) => ({ as: 'office', input: { limit: 1 }, before: grouped(world).before }),
  readClientGroup: (world) => {
    const { clientGroupId, before } = grouped(world)
    return { as: 'office', params: { clientGroupId }, before }
  },
  changeClientGroup: (world) => {
    const { clientGroupId, before } = grouped(world)
    const input = { name: 'Autre nom', responsibleIds: [world.town.office.personId] }
    return { as: 'office', params: { clientGroupId }, input, before }
  },
  deleteClientGroup: (world) => {
    const { clientGroupId, before } = grouped(world, true)
    return { as: 'office', params: { clientGroupId }, before }
  },
  listDossiersOfClientGroup: (world) => {
    const { clientGroupId, before } = grouped(world)
    return { as: 'office', params: { clientGroupId }, before }
  },
  groupDossiers: (world) => {
    const { clientGroupId, before } = grouped(world)
    const { dossierId, write } = loose(world)
    return { as: 'office', params: { clientGroupId }, input: { dossierIds: [dossierId] }, before: [...before, write] }
  },
  setClientGroup: (world) => {
    const { clientGroupId, before } = grouped(world)
    const { dossierId, write } = loose(world)
    return { as: 'office', params: { dossierId }, input: { clientGroupId }, before: [...before, write] }
  },
  giveInformation: (world) => {
    const { town, dossier } = world
    const { request, writes } = town.accessRequest(dossier)
    const { dossierId, requestId, email } = request
    const question = { by: town.practitioner.personId, at: town.now, text: 'Depuis quand ?', answer: null }
    const asked = { ...request, state: 'information-asked' as const, questions: [question] }
    return {
      as: 'clientAdministrator',
      params: { dossierId, requestId },
      input: { text: 'Depuis lundi.' },
      before: [
        create(AccessRequests, asked),
        create(RequestClaims, { dossierId, requestId, email }),
        ...writes.slice(1, 2),
      ],
    }
  },
}
