import * as z from 'zod/mini'
import { organisation } from '../../shared/contract/resource.ts'
import { route } from '../../shared/contract/route.ts'
import { cursor, id, limit, time } from '../../shared/contract/schemas.ts'
import { collaborativeSpace } from '../collaborative-spaces/resource.ts'
import { action, namedThings, thingsOfDossier } from './named-things.ts'
import { ActionView, CauseView, ChangeView, PathView, RuleView } from './present-causes.ts'
import { reachRoutes } from './reach-routes.ts'
import { clientInQuestion, dossierInQuestion, personInQuestion } from './resource.ts'
import { simulationRoutes } from './simulation-routes.ts'

export const PersonView = z.object({
  personId: id,
  name: z.string(),
  kind: z.enum(['member', 'client-user']),
  status: z.enum(['invited', 'active', 'inactive']),
})

const ExplanationView = z.extend(ActionView, {
  person: PersonView,
  known: z.boolean(),
  allowed: z.boolean(),
  rule: z.nullable(RuleView),
  path: PathView,
  causes: z.array(CauseView),
  whatWouldChangeIt: z.nullable(ChangeView),
})

const given = {
  /** From when and until when they have what gives the right; `null` where the item that gives it does not say. */
  since: z.nullable(time),
  until: z.nullable(time),
  givenBy: z.nullable(z.string()),
  /** The access request that gave it. */
  requestId: z.nullable(id),
}

const WhoCanView = z.object({
  items: z.array(
    z.object({
      person: PersonView,
      can: z.array(
        z.object({
          action: z.string(),
          causes: z.array(z.object({ rule: z.string(), source: z.string(), path: z.array(z.string()), ...given })),
        }),
      ),
    }),
  ),
  cursor: z.nullable(z.string()),
  /** Whether all pages together are everyone; `false` where the record does not reach back to the moment asked about. */
  whole: z.boolean(),
  asOf: time,
  /** The actions that the answer is about. */
  actions: z.array(ActionView),
  /** The rules that the page's causes name. */
  rules: z.array(RuleView),
})

const whoCan = {
  limit,
  cursor,
  /** Only this one; else every action that can be asked of what is named. */
  action: z.optional(action),
  /** A moment in the past, by the record. */
  at: z.optional(time),
  aboutPersonId: namedThings.aboutPersonId,
}

export const routes = {
  explainSelf: route('GET /v1/me/explanation', {
    summary: 'Ask why one may or may not do something, and what would have to change',
    description: 'Of a thing that one may not know of, the answer is that nothing is there.',
    action: 'question.explain-self',
    on: organisation,
    input: z.strictObject({ action, ...namedThings }),
    output: ExplanationView,
    problems: ['not-found'],
    uses: { table: 'read' },
  }),
  explainPerson: route('GET /v1/people/{personId}/explanation', {
    summary: 'Ask why somebody may or may not do something, and what would have to change',
    action: 'question.ask-about-person',
    on: personInQuestion,
    input: z.strictObject({ action, ...namedThings }),
    output: ExplanationView,
    problems: ['not-found'],
    uses: { table: 'read' },
  }),
  explainInDossier: route('GET /v1/dossiers/{dossierId}/explanation', {
    summary: 'Ask why somebody may or may not do something with a dossier or what is in it',
    action: 'question.ask-about-dossier',
    on: dossierInQuestion,
    input: z.strictObject({ personId: id, action, ...thingsOfDossier }),
    output: ExplanationView,
    problems: ['not-found'],
    uses: { table: 'read' },
  }),
  listWhoCanInDossier: route('GET /v1/dossiers/{dossierId}/who-can', {
    summary: 'List who may do what with a dossier and what of it is named, by every cause, now or at a past moment',
    description:
      'Acts on people are decided on as for an ordinary colleague or user, unless `aboutPersonId` names one.',
    action: 'question.ask-about-dossier',
    on: dossierInQuestion,
    input: z.strictObject({ ...whoCan, ...thingsOfDossier }),
    output: WhoCanView,
    problems: ['not-found'],
    uses: { table: 'read' },
  }),
  listWhoCanWithClient: route('GET /v1/clients/{clientId}/who-can', {
    summary: 'List who may do what with the profile of a client, by every cause, now or at a past moment',
    action: 'question.ask-about-client',
    on: clientInQuestion,
    input: z.strictObject(whoCan),
    output: WhoCanView,
    problems: ['not-found'],
    uses: { table: 'read' },
  }),
  listWhoCanInSpace: route('GET /v1/collaborative-spaces/{spaceId}/who-can', {
    summary: 'List who may do what in a collaborative space, by every cause, now or at a past moment',
    description: 'To its members, who see each other and all that is in it.',
    action: 'collaborative-space.read',
    on: collaborativeSpace,
    input: z.strictObject(whoCan),
    output: WhoCanView,
    problems: ['not-found'],
    uses: { table: 'read' },
  }),
  listWhoCanInSettings: route('GET /v1/settings/who-can', {
    summary: 'List who has which right over the whole organisation, by every cause, now or at a past moment',
    action: 'question.ask-about-settings',
    on: organisation,
    input: z.strictObject(whoCan),
    output: WhoCanView,
    problems: ['not-found'],
    uses: { table: 'read' },
  }),
  ...reachRoutes,
  ...simulationRoutes,
}
