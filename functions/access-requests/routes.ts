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
import { accessRequest } from './resource.ts'

const profile = z.enum(profileNames)

export const AccessRequestView = z.object({
  requestId: id,
  dossierId: id,
  requestedBy: id,
  name: z.string(),
  email: z.string(),
  language,
  profile,
  message: z.nullable(z.string()),
  state: z.enum(['pending', 'approved', 'refused', 'withdrawn', 'expired']),
  askedAt: time,
  expiresAt: time,
  /** How it ended; `by` is null when it expired. */
  outcome: z.nullable(
    z.object({ by: z.nullable(id), at: time, profile: z.nullable(profile), reason: z.nullable(z.string()) }),
  ),
  /** While it is pending: how often a verdict was asked for, and when it will be again. */
  progress: z.nullable(z.object({ asks: z.int(), nextAskAt: z.nullable(time) })),
})

export const routes = {
  requestAccess: route('POST /v1/dossiers/{dossierId}/access-requests', {
    summary: 'Ask for access for a new user of a dossier',
    description: 'A repeated request for the same address joins the one that is pending, and gets it as its answer.',
    action: 'access-request.create',
    on: dossier,
    input: z.strictObject({
      name: line(120),
      email,
      profile,
      /** The language of the new user's mails; the asker's own, unless said. */
      language: z.optional(language),
      message: z.optional(lines(1000)),
    }),
    output: AccessRequestView,
    status: 201,
    problems: ['already-assigned', 'profile-differs', 'email-taken', 'conflict'],
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
