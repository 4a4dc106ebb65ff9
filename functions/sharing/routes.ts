import * as z from 'zod/mini'
import { route } from '../../shared/contract/route.ts'
import { cursor, id, limit, nothing, pageOf, simulation, time } from '../../shared/contract/schemas.ts'
import { dossier } from '../dossiers/resource.ts'
import { share } from './resource.ts'

/** How many collaborators one act shares with: all in one transaction, each told. */
export const MOST_COLLABORATORS = 20

const terms = {
  /** To read, or to read and write; always the whole dossier (D-04). */
  access: z.enum(['read', 'write']),
  /** When the share ends by itself; without it, when somebody ends it. */
  until: z.optional(z.nullable(time)),
}

export const ShareView = z.object({
  dossierId: id,
  personId: id,
  name: z.string(),
  access: z.enum(['read', 'write']),
  givenAt: time,
  givenBy: id,
  until: z.nullable(time),
})

export const routes = {
  giveShare: route('PUT /v1/dossiers/{dossierId}/shares/{personId}', {
    summary: 'Share a dossier with a collaborator, or change how far and until when',
    action: 'share.give',
    on: share,
    input: z.strictObject({ ...terms, simulation }),
    output: ShareView,
    problems: ['end-not-in-future', 'conflict', 'precondition-failed', 'simulation-outdated', 'simulation-too-large'],
    uses: { table: 'write' },
    repeatable: true,
  }),
  shareDossier: route('POST /v1/dossiers/{dossierId}/shares', {
    summary: 'Share a dossier with several collaborators at once',
    description: 'With all of them, or with none when one may not be given it.',
    action: 'share.give',
    on: dossier,
    each: { field: 'personIds', param: 'personId', on: share, alone: true },
    input: z.strictObject({
      personIds: z.array(id).check(
        z.minLength(1),
        z.maxLength(MOST_COLLABORATORS),
        z.refine((ids) => new Set(ids).size === ids.length, { error: 'A person is named once.' }),
      ),
      ...terms,
    }),
    output: z.object({ items: z.array(ShareView) }),
    problems: ['end-not-in-future', 'conflict'],
    uses: { table: 'write' },
    repeatable: true,
  }),
  endShare: route('DELETE /v1/dossiers/{dossierId}/shares/{personId}', {
    summary: 'End the share of a dossier',
    action: 'share.end',
    on: share,
    input: z.strictObject({ simulation }),
    output: nothing,
    status: 204,
    problems: ['not-found', 'conflict', 'precondition-failed', 'simulation-outdated', 'simulation-too-large'],
    uses: { table: 'write' },
    repeatable: true,
  }),
  listShares: route('GET /v1/dossiers/{dossierId}/shares', {
    summary: 'List with whom a dossier is shared: who, how far, since when, by whom, until when',
    action: 'share.list',
    on: dossier,
    input: z.strictObject({ limit, cursor }),
    output: pageOf(z.extend(ShareView, { givenByName: z.string() })),
    uses: { table: 'read' },
  }),
}
