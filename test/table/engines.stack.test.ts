/** The table suite on both engines: the emulator that everything local runs on, and the official DynamoDB Local. */
import { afterAll, describe, test } from 'vitest'
import { localCredentials, readLocalTenant } from '../../infra/local/credentials.ts'
import { type Engine, openEngine } from './open-engine.ts'
import { tableSuite } from './table-suite.ts'

const engines = [
  { name: 'the emulator', endpoint: process.env.GREFFE_ENDPOINT, missing: 'no local stack was started for this run' },
  {
    name: 'the official DynamoDB Local',
    endpoint: process.env.GREFFE_DYNAMODB_LOCAL,
    missing: 'it was not started for this run (it needs Java 17 and Maven)',
  },
]

const opened: Engine[] = []
afterAll(async () => {
  for (const engine of opened) await engine.close()
})

for (const { name, endpoint, missing } of engines) {
  if (endpoint === undefined) {
    describe(name, () => test.skip(`skipped: ${missing}`, () => {}))
    continue
  }
  tableSuite(name, async () => {
    const { region } = readLocalTenant()
    const engine = await openEngine({ endpoint, region, credentials: localCredentials })
    opened.push(engine)
    return engine.table
  })
}
