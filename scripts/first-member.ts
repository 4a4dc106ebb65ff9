// `npm run first-member -- <tenant> --name "…" --email … [--language fr|en]`: invites a tenant's first administrator.
import { parseArgs } from 'node:util'
import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { addFirstMember } from '../infra/first-member.ts'
import { readTenant } from '../infra/tenants.ts'

const usage = 'Usage: npm run first-member -- <tenant> --name "<name>" --email <address> [--language fr|en]'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { name: { type: 'string' }, email: { type: 'string' }, language: { type: 'string', default: 'fr' } },
})
const [tenantName] = positionals
const { name, email, language } = values

if (!tenantName || !name || !email?.includes('@') || (language !== 'fr' && language !== 'en')) {
  console.error(usage)
  process.exitCode = 2
} else {
  const { region } = readTenant(tenantName)
  const { Stacks = [] } = await new CloudFormationClient({ region }).send(
    new DescribeStacksCommand({ StackName: `greffe-${tenantName}-data` }),
  )
  const tableName = Stacks[0]?.Outputs?.find(({ OutputKey }) => OutputKey === 'TableName')?.OutputValue
  if (tableName === undefined) throw new Error(`The tenant ${tenantName} is not deployed.`)
  await addFirstMember({ client: new DynamoDBClient({ region }), tableName }, { name, email, language })
  console.log(`${name} is invited by mail to ${email}.`)
}
