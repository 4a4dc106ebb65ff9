import * as z from 'zod/mini'
import { organisation } from '../../shared/contract/resource.ts'
import { route } from '../../shared/contract/route.ts'
import { cursor, id, limit, line, nothing, pageOf, time } from '../../shared/contract/schemas.ts'
import { dossier } from '../dossiers/resource.ts'
import { DossierView, SeenDossierView } from '../dossiers/routes.ts'
import { clientGroup, dossierToGroup } from './resource.ts'

/** A transaction takes a hundred items; a dossier is six of them where each comes from a group of its own. */
const MOST_AT_ONCE = 15
const MOST_RESPONSIBLE = 20

const ClientGroupView = z.object({
  clientGroupId: id,
  name: z.string(),
  /** The members who answer the access requests of its dossiers, where the dossier leaves that to its group. */
  responsibleIds: z.array(id),
  /** How many dossiers are in it. */
  dossiers: z.int(),
  createdAt: time,
  createdBy: id,
})

const name = line(120)
const responsibleIds = z.array(id).check(
  z.minLength(1),
  z.maxLength(MOST_RESPONSIBLE),
  z.refine((ids) => new Set(ids).size === ids.length, {
    error: 'Each is named once.',
    params: { en: 'Each is named once.', fr: 'Chacun est désigné une fois.' },
  }),
)
const changed = ['conflict', 'precondition-failed'] as const

export const routes = {
  createClientGroup: route('POST /v1/client-groups', {
    summary: 'Create a client group, and name who answers for it',
    action: 'client-group.manage',
    on: organisation,
    input: z.strictObject({ name, responsibleIds }),
    output: ClientGroupView,
    status: 201,
    problems: ['group-responsible-not-eligible', 'conflict'],
    uses: { table: 'write' },
    repeatable: true,
  }),
  listClientGroups: route('GET /v1/client-groups', {
    summary: 'List the client groups, oldest first',
    action: 'client-group.read',
    on: organisation,
    input: z.strictObject({ limit, cursor }),
    output: pageOf(ClientGroupView),
    uses: { table: 'read' },
  }),
  readClientGroup: route('GET /v1/client-groups/{clientGroupId}', {
    summary: 'Read a client group',
    action: 'client-group.read',
    on: clientGroup,
    input: nothing,
    output: ClientGroupView,
    uses: { table: 'read' },
  }),
  changeClientGroup: route('PATCH /v1/client-groups/{clientGroupId}', {
    summary: 'Rename a client group, or name others who answer for it',
    description: 'Who no longer answers decides nothing any more, by no link that they were mailed.',
    action: 'client-group.manage',
    on: clientGroup,
    input: z.strictObject({ name: z.optional(name), responsibleIds: z.optional(responsibleIds) }),
    output: ClientGroupView,
    problems: ['group-responsible-not-eligible', ...changed],
    uses: { table: 'write' },
  }),
  deleteClientGroup: route('DELETE /v1/client-groups/{clientGroupId}', {
    summary: 'Delete a client group that no dossier is in',
    action: 'client-group.manage',
    on: clientGroup,
    input: nothing,
    output: nothing,
    status: 204,
    problems: ['client-group-not-empty', ...changed],
    uses: { table: 'write' },
  }),
  listDossiersOfClientGroup: route('GET /v1/client-groups/{clientGroupId}/dossiers', {
    summary: 'List the dossiers of a client group that one may see, oldest first',
    description: 'Those that one may only know of are cards: what is `null` is not shown.',
    action: 'client-group.read',
    on: clientGroup,
    input: z.strictObject({ limit, cursor }),
    output: pageOf(SeenDossierView),
    uses: { table: 'read' },
  }),
  groupDossiers: route('POST /v1/client-groups/{clientGroupId}/dossiers', {
    summary: 'Put dossiers into a client group, all of them or none',
    description: 'Each leaves the group that it was in. Whoever does so may configure each of the dossiers.',
    action: 'dossier.configure',
    on: clientGroup,
    each: { field: 'dossierIds', param: 'groupedId', on: dossierToGroup, alone: true },
    input: z.strictObject({
      dossierIds: z.array(id).check(
        z.minLength(1),
        z.maxLength(MOST_AT_ONCE),
        z.refine((ids) => new Set(ids).size === ids.length, {
          error: 'Each dossier is named once.',
          params: { en: 'Each dossier is named once.', fr: 'Chaque dossier est cité une fois.' },
        }),
      ),
    }),
    output: ClientGroupView,
    problems: [...changed],
    uses: { table: 'write' },
    repeatable: true,
  }),
  setClientGroup: route('PUT /v1/dossiers/{dossierId}/client-group', {
    summary: 'Put a dossier into a client group, or into none',
    action: 'dossier.configure',
    on: dossier,
    input: z.strictObject({ clientGroupId: z.nullable(id) }),
    output: DossierView,
    problems: ['not-found', 'client-group-needed', ...changed],
    uses: { table: 'write' },
    repeatable: true,
  }),
}
