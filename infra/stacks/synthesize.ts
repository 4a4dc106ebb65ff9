import { resolve } from 'node:path'
import { Validations } from 'aws-cdk-lib'
import { Code } from 'aws-cdk-lib/aws-lambda'
import { catalogue } from '../../functions/catalogue.ts'
import { bundle } from '../constructs/bundle.ts'
import { Checks } from '../constructs/checks.ts'
import { partsOf } from '../constructs/parts.ts'
import { readTenant } from '../tenants.ts'
import { tenantStacks } from './tenant-stacks.ts'

/** Bundles the functions and writes the tenant's cloud assembly; for AWS, what cdk-nag finds ends it. */
export const synthesize = async (name: string, endpoint: string | undefined): Promise<void> => {
  const tenant = readTenant(name)
  const folder = resolve(process.env.CDK_OUTDIR ?? 'cdk.out', 'functions')
  const folderOf = await bundle(partsOf(catalogue), folder, { maps: endpoint === undefined })
  const { app } = tenantStacks({ tenant, catalogue, endpoint, codeOf: (part) => Code.fromAsset(folderOf(part)) })
  if (endpoint === undefined) Validations.of(app).addPlugins(new Checks(app))
  app.synth()
}
