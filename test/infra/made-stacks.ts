import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Template } from 'aws-cdk-lib/assertions'
import { Code } from 'aws-cdk-lib/aws-lambda'
import { afterAll } from 'vitest'
import { catalogue } from '../../functions/catalogue.ts'
import type { StackName } from '../../infra/constructs/names.ts'
import { type TenantStacks, tenantStacks } from '../../infra/stacks/tenant-stacks.ts'
import { readTenant, type Tenant } from '../../infra/tenants.ts'
import type { Capability } from '../../shared/contract/capability.ts'

/** Where the emulator is said to be; nothing is reached there. */
export const ENDPOINT = 'http://127.0.0.1:4700'

const folder = mkdtempSync(join(tmpdir(), 'greffe-stacks-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Asked = {
  readonly tenant?: Partial<Tenant>
  readonly catalogue?: readonly Capability[]
  /** For the emulator instead of AWS. */
  readonly local?: boolean
}

/** A tenant's stacks with a stub for code; the catalogue's and the example tenant's, unless said. */
export const makeStacks = ({ tenant, catalogue: capabilities = catalogue, local = false }: Asked = {}): TenantStacks =>
  tenantStacks({
    tenant: { ...readTenant(local ? 'local' : 'example'), ...tenant },
    catalogue: capabilities,
    endpoint: local ? ENDPOINT : undefined,
    folder: mkdtempSync(join(folder, 'assembly-')),
    codeOf: () => Code.fromInline('// Stands for the bundle.'),
  })

/** The five templates. The CDK's own checks of them take seconds and have a test of their own. */
export const templatesOf = ({
  data,
  identity,
  api,
  workflows,
  operations,
}: TenantStacks): Record<StackName, Template> => {
  process.env.CDK_VALIDATION = 'false'
  return {
    data: Template.fromStack(data),
    identity: Template.fromStack(identity),
    api: Template.fromStack(api),
    workflows: Template.fromStack(workflows),
    operations: Template.fromStack(operations),
  }
}

/** A resource of a template as CloudFormation reads it. */
export type Made = {
  readonly Type: string
  readonly DeletionPolicy?: string
  readonly UpdateReplacePolicy?: string
  // oxlint-disable-next-line typescript/no-explicit-any -- each type of resource has properties of its own.
  readonly Properties: Record<string, any>
}

/** All resources of a type. */
export const ofType = (template: Template, type: string): Made[] =>
  Object.values(template.findResources(type)) as Made[]

/** The one resource of a type. */
export const theOnly = (template: Template, type: string): Made => {
  const [only, ...more] = ofType(template, type)
  if (only === undefined || more.length > 0) throw new Error(`There are ${more.length} more of ${type}, or none.`)
  return only
}
