import * as z from 'zod/mini'
import { organisation } from '../../shared/contract/resource.ts'
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
  sheetOfRights,
  time,
} from '../../shared/contract/schemas.ts'
import { profileNames, roleNames } from '../../shared/roles.ts'
import { member } from './resource.ts'

const Roles = z.array(z.enum(roleNames)).check(z.minLength(1), z.maxLength(roleNames.length))
const status = z.enum(['invited', 'active', 'inactive'])

/** What colleagues see of each other; a sheet is shown to the person themself and to who set it. */
const MemberView = z.object({
  personId: id,
  name: z.string(),
  email: z.string(),
  roles: Roles,
  status,
  createdAt: time,
})
const MemberWithSheet = z.extend(MemberView, { language, sheet: sheetOfRights })

const Self = z.discriminatedUnion('kind', [
  z.extend(MemberWithSheet, { kind: z.literal('member') }),
  z.object({
    kind: z.literal('client-user'),
    personId: id,
    name: z.string(),
    email: z.string(),
    language,
    profile: z.enum(profileNames),
    status,
    createdAt: time,
  }),
])

export const routes = {
  addMember: route('POST /v1/members', {
    summary: 'Add a member and invite them',
    action: 'member.add',
    on: organisation,
    input: z.strictObject({
      name: line(200),
      email,
      language,
      roles: Roles,
      /** The rights in each area; the default of their roles, unless said. */
      sheet: z.optional(sheetOfRights),
    }),
    output: MemberWithSheet,
    status: 201,
    problems: ['edit-exceeds-view', 'email-taken', 'conflict'],
    uses: { table: 'write' },
    repeatable: true,
  }),
  listMembers: route('GET /v1/members', {
    summary: 'List the members of the organisation',
    action: 'member.list',
    on: organisation,
    input: z.strictObject({ limit, cursor }),
    output: pageOf(MemberView),
    uses: { table: 'read' },
  }),
  readMember: route('GET /v1/members/{personId}', {
    summary: 'Read a member',
    action: 'member.read',
    on: member,
    input: nothing,
    output: MemberView,
    uses: { table: 'read' },
  }),
  readSelf: route('GET /v1/me', {
    summary: 'Read who one is and what one was given',
    action: 'member.read-self',
    on: organisation,
    input: nothing,
    output: Self,
    uses: { table: 'read' },
  }),
}
