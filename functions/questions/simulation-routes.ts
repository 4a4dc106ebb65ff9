/** Whoever may save a change may ask what it would do, and nobody else: each has the action and resource of its saving route. */
import * as z from 'zod/mini'
import { route } from '../../shared/contract/route.ts'
import { cursor, id, limit, sheetOfRights, time } from '../../shared/contract/schemas.ts'
import { profileNames, roleNames } from '../../shared/roles.ts'
import { type Module, modules } from '../../shared/rules/situation.ts'
import { clientUser } from '../client-users/resource.ts'
import { clientOfMember } from '../clients/resource.ts'
import { answering } from '../dossiers/records.ts'
import { dossier } from '../dossiers/resource.ts'
import { member, memberWithHoldings } from '../members/resource.ts'
import { share } from '../sharing/resource.ts'
import { SimulationView } from './reach-views.ts'

const page = { limit, cursor }
const answer = { output: SimulationView, uses: { table: 'read' } } as const

export const simulationRoutes = {
  simulateSheet: route('POST /v1/members/{personId}/sheet/simulation', {
    summary: 'Ask what another permission sheet would give and take, before it is saved',
    action: 'sheet.change',
    on: member,
    input: z.strictObject({ sheet: sheetOfRights, ...page }),
    problems: ['not-found', 'edit-exceeds-view'],
    ...answer,
  }),
  simulateRoles: route('POST /v1/members/{personId}/roles/simulation', {
    summary: 'Ask what other roles would give and take, before they are saved',
    action: 'member.change-roles',
    on: memberWithHoldings,
    input: z.strictObject({
      roles: z.array(z.enum(roleNames)).check(z.minLength(1), z.maxLength(roleNames.length)),
      ...page,
    }),
    problems: ['not-found'],
    ...answer,
  }),
  simulateDeactivation: route('POST /v1/members/{personId}/deactivation/simulation', {
    summary: 'Ask what deactivating a member would take, before it is done',
    action: 'member.deactivate',
    on: memberWithHoldings,
    input: z.strictObject(page),
    problems: ['not-found'],
    ...answer,
  }),
  simulateAssignment: route('POST /v1/members/{personId}/clients/{clientId}/simulation', {
    summary: 'Ask what assigning a client to a member would give, before it is done',
    action: 'assignment.give',
    on: clientOfMember,
    input: z.strictObject(page),
    ...answer,
  }),
  simulateUnassignment: route('POST /v1/members/{personId}/clients/{clientId}/end/simulation', {
    summary: 'Ask what taking a client from a member would take, before it is done',
    action: 'assignment.end',
    on: clientOfMember,
    input: z.strictObject(page),
    ...answer,
  }),
  simulateShare: route('POST /v1/dossiers/{dossierId}/shares/{personId}/simulation', {
    summary: 'Ask what a share would give, or take when it is narrower, before it is given',
    action: 'share.give',
    on: share,
    input: z.strictObject({ access: z.enum(['read', 'write']), until: z.optional(z.nullable(time)), ...page }),
    problems: ['not-found', 'end-not-in-future'],
    ...answer,
  }),
  simulateEndOfShare: route('POST /v1/dossiers/{dossierId}/shares/{personId}/end/simulation', {
    summary: 'Ask what ending a share would take, before it is ended',
    action: 'share.end',
    on: share,
    input: z.strictObject(page),
    problems: ['not-found'],
    ...answer,
  }),
  simulateConfiguration: route('POST /v1/dossiers/{dossierId}/simulation', {
    summary: 'Ask what another configuration of a dossier would give and take, before it is saved',
    action: 'dossier.configure',
    on: dossier,
    input: z.strictObject({
      modules: z.optional(z.array(z.enum(Object.keys(modules) as [Module, ...Module[]])).check(z.maxLength(5))),
      responsibleId: z.optional(id),
      answeredBy: z.optional(z.enum(answering)),
      ...page,
    }),
    problems: ['owner-not-eligible'],
    ...answer,
  }),
  simulateConfidentiality: route('POST /v1/dossiers/{dossierId}/confidentiality/simulation', {
    summary: 'Ask what setting a whole dossier confidential would take, or lifting it give, before it is done',
    action: 'dossier.mark-confidential',
    on: dossier,
    input: z.strictObject({ confidential: z.boolean(), ...page }),
    ...answer,
  }),
  simulateProfile: route('POST /v1/dossiers/{dossierId}/client-users/{personId}/profile/simulation', {
    summary: 'Ask what another profile would give and take, in all dossiers of the user, before it is saved',
    action: 'client-user.change-profile',
    on: clientUser,
    input: z.strictObject({ profile: z.enum(profileNames), ...page }),
    problems: ['not-found'],
    ...answer,
  }),
}
