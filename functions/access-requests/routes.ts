import * as z from 'zod/mini'
import { route } from '../../shared/contract/route.ts'
import {
  cursor,
  email,
  id,
  language,
  limit,
  line,
  lines,
  nothing,
  pageOf,
  time,
} from '../../shared/contract/schemas.ts'
import { profileNames } from '../../shared/roles.ts'
import { dossier } from '../dossiers/resource.ts'
import { askedAs, closeReasons, requestStates, requestSteps } from './records.ts'
import { accessRequest, askedDossier } from './resource.ts'
import { endedBecause } from './show-request.ts'

const profile = z.enum(profileNames)
const MOST_DOSSIERS_BESIDES = 10
const said = z.object({ by: id, at: time, text: z.string() })

const AccessRequestView = z.object({
  requestId: id,
  dossierId: id,
  requestedBy: id,
  name: z.string(),
  email: z.string(),
  language,
  profile,
  message: z.nullable(z.string()),
  /** That the same was refused before, and why. */
  refusedBefore: z.nullable(z.object({ at: time, reason: z.string() })),
  /** What whoever is to decide asked about it, and what they were answered. */
  questions: z.array(z.extend(said, { answer: z.nullable(said) })),
  state: z.enum(requestStates),
  askedAt: time,
  expiresAt: time,
  /** How it ended and why; `by` is null when nobody ended it, `personId` is who has the access that it gave. */
  outcome: z.nullable(
    z.object({
      by: z.nullable(id),
      at: time,
      because: z.enum([...endedBecause, ...(Object.keys(closeReasons) as (keyof typeof closeReasons)[])]),
      profile: z.nullable(profile),
      reason: z.nullable(z.string()),
      personId: z.nullable(id),
    }),
  ),
  /** While it is pending: how often a verdict was asked for, and when it will be again. */
  progress: z.nullable(z.object({ asks: z.int(), nextAskAt: z.nullable(time) })),
  /** Every step so far, oldest first, and as what those were asked who were. */
  timeline: z.array(
    z.object({
      step: z.enum(['requested', ...requestSteps, 'information asked', 'information given', ...requestStates]),
      at: time,
      whom: z.array(z.enum(askedAs)),
    }),
  ),
})

export const routes = {
  requestAccess: route('POST /v1/dossiers/{dossierId}/access-requests', {
    summary: 'Ask for access for a new user of a dossier',
    description:
      'A repeated request for the same address joins the one that is pending, and gets it as its answer. For other dossiers as well, it makes a request of each, all of them or none; each is decided on its own.',
    action: 'access-request.create',
    on: askedDossier,
    each: { field: 'alsoDossierIds', param: 'dossierId', on: dossier },
    input: z.strictObject({
      name: line(120),
      email,
      profile,
      /** The language of the new user's mails; the asker's own, unless said. */
      language: z.optional(language),
      /** Needed, and another than before, where the same was refused. */
      message: z.optional(lines(1000)),
      /** Other dossiers in which the same is asked for. */
      alsoDossierIds: z._default(z.array(id).check(z.maxLength(MOST_DOSSIERS_BESIDES)), []),
    }),
    output: z.extend(AccessRequestView, { also: z.array(AccessRequestView) }),
    status: 201,
    problems: ['already-assigned', 'profile-differs', 'email-taken', 'asked-too-soon', 'new-reason-needed', 'conflict'],
    uses: { table: 'write' },
    repeatable: true,
  }),
  listAccessRequests: route('GET /v1/dossiers/{dossierId}/access-requests', {
    summary: 'List the access requests of a dossier that one may see',
    action: 'access-request.list',
    on: dossier,
    input: z.strictObject({ limit, cursor }),
    output: pageOf(AccessRequestView),
    uses: { table: 'read' },
  }),
  readAccessRequest: route('GET /v1/dossiers/{dossierId}/access-requests/{requestId}', {
    summary: 'See where an access request stands',
    action: 'access-request.read',
    on: accessRequest,
    input: nothing,
    output: AccessRequestView,
    uses: { table: 'read' },
  }),
  giveInformation: route('POST /v1/dossiers/{dossierId}/access-requests/{requestId}/information', {
    summary: 'Give the information that was asked for about an access request',
    description: 'Those who are to decide are asked again. The time of the request goes on.',
    action: 'access-request.answer',
    on: accessRequest,
    input: z.strictObject({ text: lines(1000) }),
    output: AccessRequestView,
    problems: ['conflict', 'precondition-failed'],
    uses: { table: 'write' },
  }),
  withdrawAccessRequest: route('POST /v1/dossiers/{dossierId}/access-requests/{requestId}/withdraw', {
    summary: 'Withdraw an access request',
    action: 'access-request.withdraw',
    on: accessRequest,
    input: nothing,
    output: AccessRequestView,
    problems: ['conflict', 'precondition-failed'],
    uses: { table: 'write' },
    repeatable: true,
  }),
}
