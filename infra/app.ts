// The CDK's app: one tenant's stacks, chosen by `-c tenant=<name>`, and with `-c endpoint=<address>` for the emulator.
import { resolve } from 'node:path'
import { App, Validations } from 'aws-cdk-lib'
import { Code } from 'aws-cdk-lib/aws-lambda'
import { catalogue } from '../functions/catalogue.ts'
import { bundle } from './constructs/bundle.ts'
import { Checks } from './constructs/checks.ts'
import { partsOf } from './constructs/parts.ts'
import { tenantStacks } from './stacks/tenant-stacks.ts'
import { readTenant, WrongTenantFile } from './tenants.ts'

const given = new App().node
const name = String(given.tryGetContext('tenant') ?? 'local')
const endpoint = given.tryGetContext('endpoint') as string | undefined

try {
  const tenant = readTenant(name)
  const folder = resolve(process.env.CDK_OUTDIR ?? 'cdk.out', 'functions')
  const folderOf = await bundle(partsOf(catalogue), folder)
  const { app } = tenantStacks({ tenant, catalogue, endpoint, codeOf: (part) => Code.fromAsset(folderOf(part)) })
  Validations.of(app).addPlugins(new Checks(app))
  app.synth()
} catch (error) {
  if (!(error instanceof WrongTenantFile)) throw error
  console.error(error.message)
  process.exitCode = 1
}
