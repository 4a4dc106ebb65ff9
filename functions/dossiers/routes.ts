import * as z from 'zod/mini'
import { organisation } from '../../shared/contract/resource.ts'
import { route } from '../../shared/contract/route.ts'
import { cursor, id, limit, nothing, pageOf, simulation, time } from '../../shared/contract/schemas.ts'
import { type Module, modules } from '../../shared/rules/situation.ts'
import { dossier } from './resource.ts'

const Modules = z.array(z.enum(Object.keys(modules) as [Module, ...Module[]])).check(z.maxLength(5))

export const DossierView = z.object({
  dossierId: id,
  number: z.int(),
  clientId: id,
  clientName: z.string(),
  ownerId: id,
  responsibleId: id,
  state: z.enum(['active', 'closed', 'archived']),
  modules: Modules,
  createdAt: time,
})

export const routes = {
  createDossier: route('POST /v1/dossiers', {
    summary: 'Create a dossier for a client',
    action: 'dossier.create',
    on: organisation,
    input: z.strictObject({
      clientId: id,
      ownerId: id,
      /** Who answers its access requests; the owner, unless said. */
      responsibleId: z.optional(id),
      modules: z.optional(Modules),
    }),
    output: DossierView,
    status: 201,
    problems: ['not-found', 'client-archived', 'owner-not-eligible', 'conflict'],
    uses: { table: 'write' },
    repeatable: true,
  }),
  listDossiers: route('GET /v1/dossiers', {
    summary: 'List the dossiers one may see',
    action: 'dossier.list',
    on: organisation,
    input: z.strictObject({ limit, cursor }),
    output: pageOf(DossierView),
    uses: { table: 'read' },
  }),
  readDossier: route('GET /v1/dossiers/{dossierId}', {
    summary: 'Read a dossier',
    action: 'dossier.read',
    on: dossier,
    input: nothing,
    output: DossierView,
    uses: { table: 'read' },
  }),
  configureDossier: route('PATCH /v1/dossiers/{dossierId}', {
    summary: 'Change the configuration of a dossier',
    action: 'dossier.configure',
    on: dossier,
    input: z.strictObject({ modules: z.optional(Modules), responsibleId: z.optional(id), simulation }),
    output: DossierView,
    problems: ['owner-not-eligible', 'conflict', 'precondition-failed', 'simulation-outdated', 'simulation-too-large'],
    uses: { table: 'write' },
  }),
}
