import * as z from 'zod/mini'
import { organisation } from '../../shared/contract/resource.ts'
import { type Measured, route } from '../../shared/contract/route.ts'
import { cursor, id, limit, line, lines, nothing, pageOf, time } from '../../shared/contract/schemas.ts'
import { perhaps } from '../../shared/table/table.ts'
import { Absences } from '../absences/records.ts'
import { type DocumentKind, documentKindNames } from '../documents/records.ts'
import { document } from '../documents/resource.ts'
import { ProcessingView } from '../documents/routes.ts'
import { documentStateNames } from '../documents/states.ts'
import { MOST_RULES } from '../portal/records.ts'
import { Money } from '../processing/amount.ts'
import { approvalSteps } from './records.ts'
import { rulesOfDossier } from './resource.ts'

const person = z.object({ personId: id, name: z.string() })
const modes = ['in-order', 'any', 'all'] as const
const verdicts = ['approved', 'rejected'] as const

const MOST_APPROVERS = 10
const MOST_PARTIES = 50

/** A list in which nothing stands twice. */
const once = <T>(en: string, fr: string) =>
  z.refine<readonly T[]>((some) => new Set(some).size === some.length, { error: en, params: { en, fr } })
const personOnce = once<string>('A person is named once.', 'Une personne se nomme une seule fois.')
const partyOnce = once<string>('A party is named once.', 'Un tiers se nomme une seule fois.')
const kindOnce = once<DocumentKind>('A kind is named once.', 'Un type se nomme une seule fois.')
const ruleOnce = once<string>('A rule is named once.', 'Une règle se nomme une seule fois.')

/** A condition that is unset holds for every document. */
const RuleInput = z.strictObject({
  name: line(100),
  kinds: z.optional(z.array(z.enum(documentKindNames)).check(z.minLength(1), kindOnce)),
  partyIds: z.optional(z.array(id).check(z.minLength(1), z.maxLength(MOST_PARTIES), partyOnce)),
  /** Of so much or more, in minor units of that currency (ISO 4217). */
  atLeast: z.optional(Money),
  approverIds: z.array(id).check(z.minLength(1), z.maxLength(MOST_APPROVERS), personOnce),
  /** One after the other in their order; any one of them; or every one. */
  mode: z.enum(modes),
})

const RuleView = z.object({
  ruleId: id,
  name: z.string(),
  kinds: z.nullable(z.array(z.enum(documentKindNames))),
  partyIds: z.nullable(z.array(id)),
  atLeast: z.nullable(z.object({ minor: z.int(), currency: z.string() })),
  approvers: z.array(person),
  mode: z.enum(modes),
})

/** In their order: the first rule that covers a document counts. */
const RulesView = z.object({ dossierId: id, rulesVersion: z.int(), rules: z.array(RuleView) })

const ApprovalView = z.object({
  dossierId: id,
  documentId: id,
  state: z.enum(documentStateNames),
  /** The version of the document: an approval is on the one that was seen. */
  version: z.int(),
  /** The last approval that there was; null where there was none. */
  approval: z.nullable(
    z.object({
      approvalId: id,
      ruleName: z.string(),
      mode: z.enum(modes),
      approvers: z.array(person),
      begunAt: time,
      begunBy: person,
      endedAt: z.nullable(time),
      /** Who is asked at this moment, and in whose place: nobody, once it has ended or where nobody is left who could. */
      waitsFor: z.array(z.extend(person, { for: z.nullable(person) })),
      /** What happened so far, oldest first. */
      timeline: z.array(
        z.object({
          step: z.enum(['begun', ...approvalSteps, ...verdicts, 'withdrawn']),
          at: time,
          person: z.nullable(person),
          /** The absent person in whose place. */
          for: z.nullable(person),
          reason: z.nullable(z.string()),
        }),
      ),
    }),
  ),
})

const AwaitedView = z.object({
  dossierId: id,
  documentId: id,
  approvalId: id,
  version: z.int(),
  dossierNumber: z.int(),
  since: time,
  /** The absent person in whose place one is asked; null for oneself. */
  for: z.nullable(person),
  /** What is to be approved; null where it is confidential: it is read in its dossier. */
  document: z.nullable(z.object({ name: z.string(), ...ProcessingView })),
})

const reasonNeeded = { en: 'A rejection has a reason.', fr: 'Un rejet a un motif.' }
const VerdictInput = z
  .strictObject({
    verdict: z.enum(verdicts),
    /** Needed to reject. */
    reason: z.optional(lines(1000)),
    /** The absent person in whose place it is given. */
    onBehalfOf: z.optional(id),
    approvalId: id,
    version: z.int().check(z.gte(1)),
  })
  .check(
    z.refine(({ verdict, reason }) => verdict === 'approved' || reason !== undefined, {
      error: reasonNeeded.en,
      path: ['reason'],
      params: reasonNeeded,
    }),
  )

/** The absence of whom a verdict is given in the place of: what the right of a deputy rests on (B-11). */
const absenceOfWhom = async ({
  input,
  load,
}: Measured<typeof document, undefined, { onBehalfOf?: string | undefined }>) => {
  if (input.onBehalfOf === undefined) return {}
  const { absence } = await load({ absence: perhaps(Absences, { personId: input.onBehalfOf }) })
  return absence === undefined ? {} : { absence: absence as never }
}

const ruleProblems = ['invalid-input', 'approver-not-eligible', 'conflict', 'precondition-failed'] as const

export const routes = {
  readApprovalRules: route('GET /v1/dossiers/{dossierId}/approval-rules', {
    summary: 'See the approval rules of a dossier, in the order in which they count',
    action: 'portal-settings.read',
    on: rulesOfDossier,
    input: nothing,
    output: RulesView,
    uses: { table: 'read' },
  }),
  addApprovalRule: route('POST /v1/dossiers/{dossierId}/approval-rules', {
    summary: 'Add an approval rule to a dossier, as the last',
    description: 'Documents that wait for approval already keep the rule that they met.',
    action: 'portal-settings.change',
    on: rulesOfDossier,
    input: RuleInput,
    output: RulesView,
    status: 201,
    problems: ['too-many-approval-rules', ...ruleProblems],
    uses: { table: 'write' },
    repeatable: true,
  }),
  orderApprovalRules: route('PUT /v1/dossiers/{dossierId}/approval-rules', {
    summary: 'Set the order in which the approval rules of a dossier count',
    action: 'portal-settings.change',
    on: rulesOfDossier,
    input: z.strictObject({ ruleIds: z.array(id).check(z.maxLength(MOST_RULES), ruleOnce) }),
    output: RulesView,
    problems: ['invalid-input', 'conflict', 'precondition-failed'],
    uses: { table: 'write' },
    repeatable: true,
  }),
  changeApprovalRule: route('PUT /v1/dossiers/{dossierId}/approval-rules/{ruleId}', {
    summary: 'Change an approval rule of a dossier',
    description: 'Documents that wait for approval already keep the rule as they met it.',
    action: 'portal-settings.change',
    on: rulesOfDossier,
    input: RuleInput,
    output: RulesView,
    problems: ['not-found', ...ruleProblems],
    uses: { table: 'write' },
    repeatable: true,
  }),
  removeApprovalRule: route('DELETE /v1/dossiers/{dossierId}/approval-rules/{ruleId}', {
    summary: 'Remove an approval rule of a dossier',
    description: 'Documents that wait for approval already keep the rule that they met.',
    action: 'portal-settings.change',
    on: rulesOfDossier,
    input: nothing,
    output: nothing,
    status: 204,
    problems: ['not-found', 'conflict', 'precondition-failed'],
    uses: { table: 'write' },
    repeatable: true,
  }),
  listAwaitedApprovals: route('GET /v1/approvals', {
    summary: 'List what waits for one’s approval, one’s own and in the place of whom one stands in for, newest first',
    action: 'approval.list',
    on: organisation,
    input: z.strictObject({ limit, cursor }),
    output: pageOf(AwaitedView),
    uses: { table: 'read' },
  }),
  readApproval: route('GET /v1/dossiers/{dossierId}/documents/{documentId}/approval', {
    summary: 'See where the approval of a document stands: who was asked when, verdicts, who was skipped',
    action: 'document.read',
    on: document,
    input: nothing,
    output: ApprovalView,
    reveals: true,
    uses: { table: 'read' },
  }),
  giveVerdict: route('POST /v1/dossiers/{dossierId}/documents/{documentId}/approval', {
    summary: 'Approve or reject a document',
    description: 'A verdict is on what was seen: the approval, and to approve also the version of the document.',
    action: 'document.approve',
    on: document,
    input: VerdictInput,
    measure: absenceOfWhom,
    output: ApprovalView,
    reveals: true,
    problems: ['invalid-input', 'not-in-approval', 'not-your-turn', 'conflict', 'precondition-failed'],
    uses: { table: 'write' },
    repeatable: true,
  }),
}
