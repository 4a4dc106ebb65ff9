/** One tenant's stacks, from its file and the catalogue. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { App, CliCredentialsStackSynthesizer, type IStackSynthesizer, type StackProps, Tags } from 'aws-cdk-lib'
import type { Code } from 'aws-cdk-lib/aws-lambda'
import type { Capability } from '../../shared/contract/capability.ts'
import { type StackName, stackName } from '../constructs/names.ts'
import { partsOf } from '../constructs/parts.ts'
import type { Tenant } from '../tenants.ts'
import { ApiStack } from './api.ts'
import { DataStack, indexesOf } from './data.ts'
import { IdentityStack } from './identity.ts'
import { OperationsStack } from './operations.ts'
import { WorkflowsStack } from './workflows.ts'

export type TenantStacks = {
  readonly app: App
  readonly data: DataStack
  readonly identity: IdentityStack
  readonly api: ApiStack
  readonly workflows: WorkflowsStack
  readonly operations: OperationsStack
}

type Options = {
  readonly tenant: Tenant
  readonly catalogue: readonly Capability[]
  /** The bundled code of a function, by its name. */
  readonly codeOf: (name: string) => Code
  /** The local emulator's address; without it the stacks are for AWS. */
  readonly endpoint?: string | undefined
  /** Where the cloud assembly is written; the CDK's own choice, unless said. */
  readonly folder?: string
}

/** The CDK's behaviours that this project was made with (`cdk.json`), so that every synthesis is alike. */
export const readContext = (): Record<string, unknown> => {
  const file = readFileSync(resolve(import.meta.dirname, '../../cdk.json'), 'utf8')
  return (JSON.parse(file) as { context: Record<string, unknown> }).context
}

/** Makes the five stacks; stateful ones (data, identity) apart from those that can be made again at any time. */
export const tenantStacks = ({ tenant, catalogue, codeOf, endpoint, folder }: Options): TenantStacks => {
  const app = new App({
    context: readContext(),
    ...(folder !== undefined && { outdir: folder }),
    analyticsReporting: false,
    // Seconds of work that say nothing new on every local start: real deployments and the tests check the templates.
    builtinCloudFormationValidation: endpoint === undefined,
  })
  const settings = { tenant, parts: partsOf(catalogue), codeOf, endpoint }
  const indexes = indexesOf(catalogue)
  const propsOf = (name: StackName): StackProps => ({
    stackName: stackName(tenant.name, name),
    env: { account: tenant.account, region: tenant.region },
    terminationProtection: tenant.removal === 'retain',
    // The emulator refuses to let the deployer take on the CDK's own roles.
    ...(endpoint !== undefined && { synthesizer: new CliCredentialsStackSynthesizer() as IStackSynthesizer }),
  })
  const idOf = (name: StackName): string => stackName(tenant.name, name)

  const data = new DataStack(app, idOf('data'), { ...propsOf('data'), tenant, indexes, endpoint })
  const identity = new IdentityStack(app, idOf('identity'), { ...propsOf('identity'), tenant })
  const api = new ApiStack(app, idOf('api'), { ...propsOf('api'), settings, data, identity, indexes })
  const { surroundings } = api
  const workflows = new WorkflowsStack(app, idOf('workflows'), { ...propsOf('workflows'), surroundings })
  const operations = new OperationsStack(app, idOf('operations'), {
    ...propsOf('operations'),
    settings,
    apiId: api.api.apiId,
  })
  Tags.of(app).add('greffe:tenant', tenant.name)
  Tags.of(app).add('greffe:plan', tenant.plan)
  return { app, data, identity, api, workflows, operations }
}
