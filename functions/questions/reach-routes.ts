import * as z from 'zod/mini'
import { organisation } from '../../shared/contract/resource.ts'
import { route } from '../../shared/contract/route.ts'
import { cursor, id, limit, pageOf } from '../../shared/contract/schemas.ts'
import { ReachView } from './reach-views.ts'
import { personInQuestion } from './resource.ts'

const asked = z.strictObject({
  limit,
  cursor,
  /** The things in this dossier, one by one, instead of what is reached of the whole organisation. */
  dossierId: z.optional(id),
})

export const reachRoutes = {
  listOwnReach: route('GET /v1/me/reach', {
    summary: 'List everything one reaches, and why',
    description:
      'In stages: the organisation, members, clients, dossiers. With a dossier: what is in it, thing by thing.',
    action: 'question.what-can-self',
    on: organisation,
    input: asked,
    output: pageOf(ReachView),
    problems: ['not-found'],
    uses: { table: 'read' },
  }),
  listReach: route('GET /v1/people/{personId}/reach', {
    summary: 'List everything somebody reaches, and why',
    description:
      'In stages: the organisation, members, clients, dossiers. With a dossier: what is in it, thing by thing.',
    action: 'question.ask-about-person',
    on: personInQuestion,
    input: asked,
    output: pageOf(ReachView),
    problems: ['not-found'],
    uses: { table: 'read' },
  }),
}
