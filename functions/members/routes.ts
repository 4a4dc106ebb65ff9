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
  simulation,
  time,
} from '../../shared/contract/schemas.ts'
import { profileNames, roleNames } from '../../shared/roles.ts'
import { HandOver, successorsOf } from './hand-over-items.ts'
import { member, memberWithHoldings } from './resource.ts'

const roles = z.array(z.enum(roleNames))
const Roles = roles.check(z.minLength(1), z.maxLength(roleNames.length))
const status = z.enum(['invited', 'active', 'inactive'])

/** What colleagues see of each other; a sheet is shown to the person themself and to who set it. */
const MemberView = z.object({
  personId: id,
  name: z.string(),
  email: z.string(),
  roles,
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

const HeldView = z.object({
  dossiers: z.int(),
  responsibilities: z.int(),
  /** Collaborative spaces that nobody else is in. */
  spaces: z.int(),
})

/** A page is what one act hands over, unless asked otherwise. */
const pageOfInventory = z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(20)), 10)

const InventoryItem = z.object({
  dossierId: id,
  number: z.int(),
  state: z.enum(['active', 'closed', 'archived']),
  /** Theirs to follow up: a successor is an active practitioner. */
  owns: z.boolean(),
  /** Theirs to answer access requests of: a successor is an active member. */
  answers: z.boolean(),
  /** Shared with them; it ends with their deactivation and is handed on to nobody. */
  share: z.nullable(z.enum(['read', 'write'])),
  /** Their offer of it that is pending: it ends as withdrawn when the dossier is handed over. */
  pendingOfferId: z.nullable(id),
  /** The access requests that wait for their verdict; `more` where there are more than counted. */
  waitingRequests: z.nullable(z.object({ count: z.int(), more: z.boolean() })),
})

/** What may be said of a simulation that is quoted. */
const quoted = ['simulation-outdated', 'simulation-too-large'] as const

export const routes = {
  addMember: route('POST /v1/members', {
    summary: 'Add a member and invite them',
    action: 'member.add',
    on: organisation,
    given: ({ roles, sheet }) => ({ proposal: { roles, sheet } }),
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
  changeRoles: route('PUT /v1/members/{personId}/roles', {
    summary: 'Set the roles of a member',
    action: 'member.change-roles',
    on: memberWithHoldings,
    input: z.strictObject({ roles: Roles, simulation }),
    output: MemberWithSheet,
    problems: [
      'not-found',
      'inventory-not-empty',
      'too-many-spaces',
      'last-settings-editor',
      'conflict',
      'precondition-failed',
      ...quoted,
    ],
    uses: { table: 'write' },
  }),
  readSheet: route('GET /v1/members/{personId}/sheet', {
    summary: 'Read the permission sheet of a member',
    action: 'sheet.read',
    on: member,
    input: nothing,
    output: sheetOfRights,
    problems: ['not-found'],
    uses: { table: 'read' },
  }),
  changeSheet: route('PUT /v1/members/{personId}/sheet', {
    summary: 'Replace the permission sheet of a member',
    action: 'sheet.change',
    on: member,
    input: z.extend(sheetOfRights, { simulation }),
    output: sheetOfRights,
    problems: ['not-found', 'edit-exceeds-view', 'last-settings-editor', 'conflict', 'precondition-failed', ...quoted],
    uses: { table: 'write' },
  }),
  listInventory: route('GET /v1/members/{personId}/inventory', {
    summary: 'List what a member holds: dossiers they own, answer for, or have shared with them',
    action: 'member.read-inventory',
    on: memberWithHoldings,
    input: z.strictObject({ limit: pageOfInventory, cursor }),
    output: z.extend(pageOf(InventoryItem), {
      personId: id,
      status,
      /** Exact, whatever the page shows: what is to be handed over before they can be deactivated. */
      held: HeldView,
    }),
    problems: ['not-found'],
    uses: { table: 'read' },
  }),
  listSpaceInventory: route('GET /v1/members/{personId}/inventory/collaborative-spaces', {
    summary: 'List the collaborative spaces a member is in, and those that nobody else is in',
    action: 'member.read-inventory',
    on: memberWithHoldings,
    input: z.strictObject({ limit, cursor }),
    output: pageOf(
      z.object({
        spaceId: id,
        state: z.enum(['open', 'closed']),
        /** Whether nobody else is in it: a successor is an active member. Others are left alone with it. */
        isLast: z.boolean(),
        /** Told only where a successor is to be named. */
        name: z.nullable(z.string()),
      }),
    ),
    problems: ['not-found'],
    uses: { table: 'read' },
  }),
  handOver: route('POST /v1/members/{personId}/handovers', {
    summary: 'Hand over what a member holds to successors',
    description: 'All of it, or nothing when one item cannot be; the problem names the item.',
    action: 'member.hand-over',
    on: memberWithHoldings,
    input: HandOver,
    given: ({ items }) => ({ successors: successorsOf(items) }),
    output: z.object({ personId: id, held: HeldView }),
    problems: ['not-found', 'inventory-changed', 'successor-not-eligible', 'conflict', 'precondition-failed'],
    uses: { table: 'write' },
  }),
  deactivateMember: route('POST /v1/members/{personId}/deactivation', {
    summary: 'Deactivate a member who holds nothing any more',
    action: 'member.deactivate',
    on: memberWithHoldings,
    input: z.strictObject({ simulation }),
    output: MemberView,
    problems: [
      'not-found',
      'inventory-not-empty',
      'too-many-spaces',
      'last-settings-editor',
      'conflict',
      'precondition-failed',
      ...quoted,
    ],
    uses: { table: 'write' },
  }),
  reactivateMember: route('POST /v1/members/{personId}/reactivation', {
    summary: 'Bring a deactivated member back, with the roles and the sheet they had',
    action: 'member.reactivate',
    on: member,
    input: nothing,
    output: MemberView,
    problems: ['not-found', 'conflict', 'precondition-failed'],
    uses: { table: 'write' },
  }),
}
