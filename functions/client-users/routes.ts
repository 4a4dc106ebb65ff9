import * as z from 'zod/mini'
import { route } from '../../shared/contract/route.ts'
import {
  cursor,
  email,
  id,
  language,
  limit,
  line,
  nothing,
  pageOf,
  simulation,
  time,
} from '../../shared/contract/schemas.ts'
import { profileNames } from '../../shared/roles.ts'
import { dossier } from '../dossiers/resource.ts'
import { clientUser } from './resource.ts'

const ClientUserView = z.object({
  personId: id,
  name: z.string(),
  email: z.string(),
  language,
  profile: z.enum(profileNames),
  status: z.enum(['invited', 'active', 'inactive']),
  grantedAt: time,
  grantedBy: id,
  /** The access request that gave the access, if one did. */
  requestId: z.nullable(id),
  /** When the access ends by itself; it does not where this is not said. */
  until: z.optional(z.nullable(time)),
})

/** Takes the last Administrator of a dossier away all the same; heeded of the office alone. */
const force = z.optional(z.boolean())
const letGo = ['last-administrator', 'too-many-dossiers', 'conflict', 'precondition-failed'] as const

export const routes = {
  createClientUser: route('POST /v1/dossiers/{dossierId}/client-users', {
    summary: 'Create a user of a dossier, or assign one that exists',
    description:
      'A person who already is a client user keeps their name and language and is only assigned; the profile must be theirs.',
    action: 'client-user.create',
    on: dossier,
    input: z.strictObject({ name: line(200), email, language, profile: z.enum(profileNames) }),
    output: ClientUserView,
    status: 201,
    problems: ['first-user-administrator', 'profile-differs', 'email-taken', 'already-assigned', 'conflict'],
    uses: { table: 'write' },
    repeatable: true,
  }),
  listClientUsers: route('GET /v1/dossiers/{dossierId}/client-users', {
    summary: 'List the users of a dossier',
    action: 'client-user.list',
    on: dossier,
    input: z.strictObject({ limit, cursor }),
    output: pageOf(ClientUserView),
    uses: { table: 'read' },
  }),
  readClientUser: route('GET /v1/dossiers/{dossierId}/client-users/{personId}', {
    summary: 'Read a user of a dossier',
    action: 'client-user.list',
    on: clientUser,
    input: nothing,
    output: ClientUserView,
    uses: { table: 'read' },
  }),
  changeProfile: route('PUT /v1/dossiers/{dossierId}/client-users/{personId}/profile', {
    summary: 'Change the profile of a user, in all their dossiers',
    description:
      'A person has one profile. The last Administrator of a dossier keeps it, unless the office forces the change.',
    action: 'client-user.change-profile',
    on: clientUser,
    input: z.strictObject({ profile: z.enum(profileNames), force, simulation }),
    output: ClientUserView,
    problems: [...letGo, 'simulation-outdated', 'simulation-too-large'],
    uses: { table: 'write' },
    repeatable: true,
  }),
  endAccess: route('DELETE /v1/dossiers/{dossierId}/client-users/{personId}', {
    summary: 'End the access of a user to a dossier',
    description: 'Their other dossiers stay. The last Administrator stays, unless the office forces it.',
    action: 'client-user.end-access',
    on: clientUser,
    input: z.strictObject({ force: z.optional(z.enum(['true', 'false'])) }),
    output: nothing,
    status: 204,
    problems: ['last-administrator', 'conflict', 'precondition-failed'],
    uses: { table: 'write' },
    repeatable: true,
  }),
  deactivateClientUser: route('POST /v1/dossiers/{dossierId}/client-users/{personId}/deactivation', {
    summary: 'Deactivate a user, in all their dossiers',
    description: 'The last Administrator of a dossier is deactivated only by force.',
    action: 'client-user.deactivate',
    on: clientUser,
    input: z.strictObject({ force }),
    output: ClientUserView,
    problems: letGo,
    uses: { table: 'write' },
    repeatable: true,
  }),
  reactivateClientUser: route('POST /v1/dossiers/{dossierId}/client-users/{personId}/reactivation', {
    summary: 'Reactivate a user, in all their dossiers',
    description: 'Whoever never set a password is invited again.',
    action: 'client-user.reactivate',
    on: clientUser,
    input: nothing,
    output: ClientUserView,
    problems: ['conflict', 'precondition-failed'],
    uses: { table: 'write' },
  }),
}
