import * as z from 'zod/mini'
import { revealedKinds } from '../../shared/confidential-reads.ts'
import { organisation } from '../../shared/contract/resource.ts'
import { route } from '../../shared/contract/route.ts'
import { cursor, id, limit, nothing, pageOf, simulation, time } from '../../shared/contract/schemas.ts'
import { type Module, modules } from '../../shared/rules/situation.ts'
import { labels } from './contents.ts'
import { ofWhom } from './filters.ts'
import { answering } from './records.ts'
import { dossier } from './resource.ts'
import { dossierStateNames } from './states.ts'

const Modules = z.array(z.enum(Object.keys(modules) as [Module, ...Module[]])).check(z.maxLength(5))
const state = z.enum(dossierStateNames)
const label = z.enum(labels)
const answeredBy = z.enum(answering)
const words = z.nullable(z.string())

/** What whoever knows of a dossier sees of it (D-09). */
const card = { dossierId: id, number: z.int(), ownerId: id, state, label }

/** What whoever may read it sees besides. */
const more = {
  clientId: id,
  clientName: z.string(),
  responsibleId: id,
  /** Who answers its access requests: the responsible, the office, or the people of its client group. */
  answeredBy,
  clientGroupId: z.nullable(id),
  modules: Modules,
  /** Set confidential as a whole. */
  confidential: z.boolean(),
  /** How many notes and documents it holds, with and without a mark of their own. */
  contents: z.object({ open: z.int(), confidential: z.int() }),
  createdAt: time,
  changedAt: time,
}

export const DossierView = z.object({ ...card, ...more })

/** A dossier as one sees it: of one that one may only know of, everything beyond its card is `null`. */
export const SeenDossierView = z.object({
  ...card,
  clientId: z.nullable(more.clientId),
  clientName: z.nullable(more.clientName),
  responsibleId: z.nullable(more.responsibleId),
  answeredBy: z.nullable(more.answeredBy),
  clientGroupId: more.clientGroupId,
  modules: z.nullable(more.modules),
  confidential: z.nullable(more.confidential),
  contents: z.nullable(more.contents),
  createdAt: z.nullable(more.createdAt),
  changedAt: z.nullable(more.changedAt),
})

/** Which of the dossiers that one may see; every filter that is named must be fulfilled. */
const filters = {
  of: z.optional(z.enum(ofWhom)),
  state: z.optional(state),
  label: z.optional(label),
  ownerId: z.optional(id),
  /** Only those that one may read: a card does not say when it changed. */
  changedSince: z.optional(time),
}

const ofState = {
  action: 'dossier.change-state',
  on: dossier,
  input: nothing,
  output: DossierView,
  problems: ['move-not-allowed', 'conflict', 'precondition-failed'],
  uses: { table: 'write' },
  repeatable: true,
} as const

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
      /** Whether the office, or its client group, answers them in that member's place. */
      answeredBy: z.optional(answeredBy),
      clientGroupId: z.optional(id),
      modules: z.optional(Modules),
    }),
    output: DossierView,
    status: 201,
    problems: ['not-found', 'client-archived', 'owner-not-eligible', 'client-group-needed', 'conflict'],
    uses: { table: 'write' },
    repeatable: true,
  }),
  listDossiers: route('GET /v1/dossiers', {
    summary: 'List the dossiers one may see',
    action: 'dossier.list',
    on: organisation,
    description:
      "Those that one may only know of are cards: what is `null` is not shown. With filters a page may be short, or empty: its cursor goes on until it is `null`. `of` is `mine`, `shared` (with one), `assigned` (of the clients assigned to one, but not one's own), or `all`.",
    input: z.strictObject({ limit, cursor, ...filters }),
    output: pageOf(SeenDossierView),
    uses: { table: 'read' },
  }),
  countDossiers: route('GET /v1/dossiers/counts', {
    summary: 'Count the dossiers one may see',
    description:
      'With the same filters as the list, and the same dossiers. Where there are more than are counted at once, `whole` is `false`: there are at least as many.',
    action: 'dossier.list',
    on: organisation,
    input: z.strictObject(filters),
    output: z.object({
      count: z.int(),
      whole: z.boolean(),
      byState: z.record(state, z.int()),
      byLabel: z.record(label, z.int()),
    }),
    uses: { table: 'read' },
  }),
  readDossier: route('GET /v1/dossiers/{dossierId}', {
    summary: 'Read a dossier, or its card where one may only know of it',
    description: 'Of a card, everything beyond number, owner, state and label is `null`.',
    action: 'dossier.know',
    on: dossier,
    input: nothing,
    output: SeenDossierView,
    uses: { table: 'read' },
  }),
  configureDossier: route('PATCH /v1/dossiers/{dossierId}', {
    summary: 'Change the configuration of a dossier',
    action: 'dossier.configure',
    on: dossier,
    input: z.strictObject({
      modules: z.optional(Modules),
      responsibleId: z.optional(id),
      answeredBy: z.optional(answeredBy),
      /** `null` takes it out of its group. */
      clientGroupId: z.optional(z.nullable(id)),
      simulation,
    }),
    output: DossierView,
    problems: [
      'not-found',
      'owner-not-eligible',
      'client-group-needed',
      'conflict',
      'precondition-failed',
      'simulation-outdated',
      'simulation-too-large',
    ],
    uses: { table: 'write' },
  }),
  closeDossier: route('POST /v1/dossiers/{dossierId}/closing', {
    summary: 'Close a dossier: from then on it is read only',
    description: 'A pending offer of it is withdrawn, and both sides are told.',
    ...ofState,
  }),
  archiveDossier: route('POST /v1/dossiers/{dossierId}/archiving', {
    summary: 'Archive a closed dossier',
    ...ofState,
  }),
  reopenDossier: route('POST /v1/dossiers/{dossierId}/reopening', {
    summary: 'Make a closed or archived dossier active again',
    ...ofState,
  }),
  setConfidentiality: route('PUT /v1/dossiers/{dossierId}/confidentiality', {
    summary: 'Set a whole dossier confidential, or lift that',
    description:
      'Everything in it is confidential while it is, and what is added starts with a mark of its own. Lifted, each item has the mark that it had.',
    action: 'dossier.mark-confidential',
    on: dossier,
    input: z.strictObject({ confidential: z.boolean(), simulation }),
    output: DossierView,
    problems: ['conflict', 'precondition-failed', 'simulation-outdated', 'simulation-too-large'],
    uses: { table: 'write' },
    repeatable: true,
  }),
  listConfidentialReads: route('GET /v1/dossiers/{dossierId}/confidential-reads', {
    summary: 'List who read what is confidential in a dossier, and by which right, newest first',
    action: 'dossier.see-reads',
    on: dossier,
    input: z.strictObject({ limit, cursor }),
    output: pageOf(
      z.object({
        readId: id,
        at: time,
        personId: id,
        door: z.enum(['api', 'link']),
        action: z.string(),
        items: z.array(z.object({ kind: z.enum(revealedKinds), id })),
        /** Why it was allowed: the rule with its requirement, and the path by which the person is meant. */
        rule: z.object({ id: z.string(), source: words, en: words, fr: words }),
        path: z.array(z.object({ step: z.string(), en: z.string(), fr: z.string() })),
      }),
    ),
    uses: { table: 'read' },
  }),
}
