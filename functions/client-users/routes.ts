import * as z from 'zod/mini'
import { route } from '../../shared/contract/route.ts'
import { cursor, email, id, language, limit, line, pageOf, time } from '../../shared/contract/schemas.ts'
import { profileNames } from '../../shared/roles.ts'
import { dossier } from '../dossiers/resource.ts'

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
})

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
}
