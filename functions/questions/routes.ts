import * as z from 'zod/mini'
import { organisation } from '../../shared/contract/resource.ts'
import { route } from '../../shared/contract/route.ts'
import { id } from '../../shared/contract/schemas.ts'
import { action, namedThings, thingsOfDossier } from './named-things.ts'
import { ActionView, CauseView, ChangeView, PathView, RuleView } from './present-causes.ts'
import { dossierInQuestion, personInQuestion } from './resource.ts'

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
}
