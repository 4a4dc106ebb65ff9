import * as z from 'zod/mini'
import { organisation } from '../../shared/contract/resource.ts'
import { route } from '../../shared/contract/route.ts'
import { cursor, email, id, limit, line, nothing, pageOf, time } from '../../shared/contract/schemas.ts'
import { client } from './resource.ts'

const kind = z.enum(['person', 'company'])

const ClientView = z.object({
  clientId: id,
  name: z.string(),
  kind,
  email: z.nullable(z.string()),
  createdAt: time,
})

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
}
