import * as z from 'zod/mini'
import { organisation } from '../../shared/contract/resource.ts'
import { route } from '../../shared/contract/route.ts'
import {
  cursor,
  email,
  id,
  limit,
  line,
  lines,
  nothing,
  pageOf,
  simulation,
  time,
} from '../../shared/contract/schemas.ts'
import { member } from '../members/resource.ts'
import { clientInQuestion } from '../questions/resource.ts'
import { client, clientOfMember, contact } from './resource.ts'

const kind = z.enum(['person', 'company'])

const ClientView = z.object({
  clientId: id,
  name: z.string(),
  kind,
  email: z.nullable(z.string()),
  state: z.enum(['active', 'archived']),
  createdAt: time,
})

/** Digits, and what people write between them; a leading + for another country. */
const phone = z.string().check(
  z.trim(),
  z.refine((text) => /^\+?\d[\d ()./-]{1,38}\d$/.test(text), {
    error: 'A telephone number is 3 to 40 digits, with spaces and ( ) . / - between them.',
    params: {
      en: 'A telephone number is 3 to 40 digits, with spaces and ( ) . / - between them.',
      fr: 'Un numéro de téléphone est fait de 3 à 40 chiffres, séparés au besoin par des espaces et ( ) . / -.',
    },
  }),
)

/** How a contact is reached; `null` takes a field away. */
const contactFields = {
  relation: z.optional(z.nullable(line(100))),
  email: z.optional(z.nullable(email)),
  phone: z.optional(z.nullable(phone)),
  address: z.optional(z.nullable(lines(500))),
  note: z.optional(z.nullable(lines(2000))),
}
const text = z.nullable(z.string())
const ContactView = z.object({
  clientId: id,
  contactId: id,
  name: z.string(),
  relation: text,
  email: text,
  phone: text,
  address: text,
  note: text,
  createdAt: time,
  createdBy: id,
})

/** Why a member counts as assigned: by whom since when, if somebody did, and how many dossiers of the client they own. */
const Reasons = z.object({ assigned: z.nullable(z.object({ by: id, at: time })), ownedDossiers: z.int() })
const AssignmentView = z.extend(Reasons, { clientId: id, personId: id })

export const routes = {
  createClient: route('POST /v1/clients', {
    summary: 'Create the profile of a client',
    action: 'client.create',
    on: organisation,
    input: z.strictObject({ name: line(200), kind, email: z.optional(email) }),
    output: ClientView,
    status: 201,
    uses: { table: 'write' },
  }),
  listClients: route('GET /v1/clients', {
    summary: 'List the clients one may see',
    action: 'client.list',
    on: organisation,
    input: z.strictObject({ limit, cursor }),
    output: pageOf(ClientView),
    uses: { table: 'read' },
  }),
  readClient: route('GET /v1/clients/{clientId}', {
    summary: 'Read the profile of a client',
    action: 'client.read',
    on: client,
    input: nothing,
    output: ClientView,
    uses: { table: 'read' },
  }),
  changeClient: route('PATCH /v1/clients/{clientId}', {
    summary: 'Change the profile of a client',
    description: 'A dossier keeps the name that its client had when the dossier was made.',
    action: 'client.change',
    on: client,
    input: z.strictObject({
      name: z.optional(line(200)),
      kind: z.optional(kind),
      /** `null` takes the address away. */
      email: z.optional(z.nullable(email)),
    }),
    output: ClientView,
    problems: ['conflict', 'precondition-failed'],
    uses: { table: 'write' },
  }),
  archiveClient: route('POST /v1/clients/{clientId}/archive', {
    summary: 'Archive a client',
    description: 'It takes no new dossier, and stays readable as it is, with its dossiers.',
    action: 'client.change',
    on: client,
    input: nothing,
    output: ClientView,
    problems: ['conflict', 'precondition-failed'],
    uses: { table: 'write' },
  }),
  unarchiveClient: route('POST /v1/clients/{clientId}/unarchive', {
    summary: 'Make an archived client active again',
    action: 'client.change',
    on: client,
    input: nothing,
    output: ClientView,
    problems: ['conflict', 'precondition-failed'],
    uses: { table: 'write' },
  }),
  addContact: route('POST /v1/clients/{clientId}/contacts', {
    summary: 'Add a contact of a client: somebody to turn to about it',
    action: 'client.change',
    on: client,
    input: z.strictObject({ name: line(200), ...contactFields }),
    output: ContactView,
    status: 201,
    uses: { table: 'write' },
  }),
  listContacts: route('GET /v1/clients/{clientId}/contacts', {
    summary: 'List the contacts of a client',
    action: 'client.read',
    on: client,
    input: z.strictObject({ limit, cursor }),
    output: pageOf(ContactView),
    uses: { table: 'read' },
  }),
  readContact: route('GET /v1/clients/{clientId}/contacts/{contactId}', {
    summary: 'Read a contact of a client',
    action: 'client.read',
    on: contact,
    input: nothing,
    output: ContactView,
    uses: { table: 'read' },
  }),
  changeContact: route('PATCH /v1/clients/{clientId}/contacts/{contactId}', {
    summary: 'Change a contact of a client',
    action: 'client.change',
    on: contact,
    input: z.strictObject({ name: z.optional(line(200)), ...contactFields }),
    output: ContactView,
    problems: ['conflict', 'precondition-failed'],
    uses: { table: 'write' },
  }),
  removeContact: route('DELETE /v1/clients/{clientId}/contacts/{contactId}', {
    summary: 'Remove a contact of a client',
    action: 'client.change',
    on: contact,
    input: nothing,
    output: nothing,
    status: 204,
    problems: ['conflict', 'precondition-failed'],
    uses: { table: 'write' },
  }),
  assignClient: route('PUT /v1/members/{personId}/clients/{clientId}', {
    summary: 'Assign a client to a member',
    action: 'assignment.give',
    on: clientOfMember,
    input: z.strictObject({ simulation }),
    output: AssignmentView,
    problems: ['conflict', 'precondition-failed', 'simulation-outdated', 'simulation-too-large'],
    uses: { table: 'write' },
    repeatable: true,
  }),
  unassignClient: route('DELETE /v1/members/{personId}/clients/{clientId}', {
    summary: 'Take a client from a member',
    description: 'Who owns a dossier of the client stays assigned to it by that, as the answer says.',
    action: 'assignment.end',
    on: clientOfMember,
    input: z.strictObject({ simulation }),
    output: AssignmentView,
    problems: ['conflict', 'precondition-failed', 'simulation-outdated', 'simulation-too-large'],
    uses: { table: 'write' },
    repeatable: true,
  }),
  listMemberClients: route('GET /v1/members/{personId}/clients', {
    summary: 'List the clients assigned to a member',
    action: 'assignment.list',
    on: member,
    input: z.strictObject({ limit, cursor }),
    /** A client's name is `null` for whoever may see the assignment but not the client's profile. */
    output: pageOf(z.extend(Reasons, { clientId: id, name: z.nullable(z.string()) })),
    uses: { table: 'read' },
  }),
  listClientMembers: route('GET /v1/clients/{clientId}/members', {
    summary: 'List the members a client is assigned to',
    action: 'question.ask-about-client',
    on: clientInQuestion,
    input: z.strictObject({ limit, cursor }),
    output: pageOf(
      z.extend(Reasons, { personId: id, name: z.string(), status: z.enum(['invited', 'active', 'inactive']) }),
    ),
    uses: { table: 'read' },
  }),
}
