/** What each function is told by its environment: only what its uses need. */
import { Stack } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { environmentNames as names } from '../../functions/kernel/environment.ts'
import { arnOfWorkflow } from './grants.ts'
import { functionName } from './names.ts'
import { type Part, workflowsOf } from './parts.ts'
import type { Surroundings } from './surroundings.ts'

/** The variables of a function, under the names by which the kernel reads them. */
export const environmentOf = (
  scope: Construct,
  { name, capability, uses }: Part,
  { tenant, parts, table, documents, archive, inbound, userPool, publicUrl, queues }: Surroundings,
): Record<string, string> => {
  const stack = Stack.of(scope)
  const addresses = Object.fromEntries(Object.entries(queues).map(([consumer, { queueUrl }]) => [consumer, queueUrl]))
  const machines = Object.fromEntries(
    workflowsOf(parts, capability).map((workflow) => [workflow, arnOfWorkflow(stack, tenant.name, workflow)]),
  )
  return {
    POWERTOOLS_SERVICE_NAME: functionName(tenant.name, name),
    // What every function may have to say to people.
    [names.publicUrl]: publicUrl,
    [names.organisation]: tenant.organisation.name,
    [names.timeZone]: tenant.organisation.timeZone,
    [names.retentionDays]: String(tenant.archive.retentionDays),
    ...(tenant.inboundMail && { [names.inboundDomain]: tenant.inboundMail.domain }),
    ...(uses.table && { [names.tableName]: table.tableName }),
    ...(uses.documents && { [names.documentsBucket]: documents.bucketName }),
    ...(uses.archive && { [names.archiveBucket]: archive.bucketName }),
    ...(uses.inbound && {
      [names.inboundBucket]: inbound.bucketName,
      [names.inboundVerdicts]: tenant.inboundMail?.verdicts ?? 'required',
    }),
    ...(uses.directory && { [names.userPoolId]: userPool.userPoolId }),
    ...(uses.mail && { [names.sender]: tenant.organisation.sender }),
    ...(uses.queues && { [names.queues]: stack.toJsonString(addresses) }),
    ...(uses.workflows && { [names.workflows]: stack.toJsonString(machines) }),
  }
}
