/**
 * The first administrator of a tenant: nobody is there yet who could add one over the API. The same writes and the same
 * event as for every other member, so the stack itself makes the user and mails the invitation.
 */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { jobTools } from '../functions/kernel/job.ts'
import { inviteMember } from '../functions/members/invite-member.ts'
import type { Language } from '../shared/people.ts'
import { systemClock } from '../shared/ports/clock.ts'
import { newUuid } from '../shared/ports/ids.ts'
import { isProblem, problems } from '../shared/problems.ts'
import { dynamoTable } from '../shared/table/dynamo-table.ts'

type FirstMember = { readonly name: string; readonly email: string; readonly language: Language }

/** Invites an administrator who is also a practitioner. Throws with a sentence when the address is taken. */
export const addFirstMember = async (
  { client, tableName }: { client: DynamoDBClient; tableName: string },
  { name, email, language }: FirstMember,
): Promise<void> => {
  const table = dynamoTable({ client, tableName })
  const world = { table, newId: newUuid, clock: systemClock } as Parameters<typeof jobTools>[0]
  const tools = jobTools(world, 'first-member', 'first-member')
  const roles = ['administrator', 'practitioner'] as const
  const invited = await inviteMember(tools, { by: null, name, email: email.toLowerCase(), language, roles })
  if (isProblem(invited)) throw new Error(problems[invited.problem].title.en)
  const { writes, events } = invited
  const done = await tools.act({ action: 'member.add', dossierId: null, writes, events })
  if (done !== 'done') throw new Error('Somebody was added under this address at the same moment.')
}
