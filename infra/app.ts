// The CDK's app: one tenant's stacks, chosen by `-c tenant=<name>`, and with `-c endpoint=<address>` for the emulator.
import { synthesize } from './stacks/synthesize.ts'
import { WrongTenantFile } from './tenants.ts'

const { tenant = '', endpoint } = JSON.parse(process.env.CDK_CONTEXT_JSON ?? '{}') as Record<string, string>

try {
  await synthesize(tenant, endpoint)
} catch (error) {
  // A mistake in a tenant's file is told in its own words, without a stack trace.
  if (!(error instanceof WrongTenantFile)) throw error
  console.error(error.message)
  process.exitCode = 1
}
