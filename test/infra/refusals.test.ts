import { type App, Validations } from 'aws-cdk-lib'
import { Bucket } from 'aws-cdk-lib/aws-s3'
import { expect, test } from 'vitest'
import { catalogue } from '../../functions/catalogue.ts'
import { entriesOf } from '../../infra/constructs/bundle.ts'
import { Checks } from '../../infra/constructs/checks.ts'
import type { OwnFunction } from '../../infra/constructs/own-function.ts'
import { partsOf } from '../../infra/constructs/parts.ts'
import { type Capability, capability, type Job } from '../../shared/contract/capability.ts'
import { organisation } from '../../shared/contract/resource.ts'
import { type Route, type Routes, route } from '../../shared/contract/route.ts'
import { nothing } from '../../shared/contract/schemas.ts'
import { makeStacks } from './made-stacks.ts'

const fit = route('GET /v1/weather', {
  summary: 'Tell the weather',
  action: 'dossier.list',
  on: organisation,
  input: nothing,
  output: nothing,
  uses: { table: 'read' },
})

const planted = (routes: Routes, more: Partial<Capability> = {}): Capability[] => [
  ...catalogue,
  capability({ name: 'weather', summary: 'Planted', routes, rules: [], records: [], ...more }),
]
const making = (capabilities: readonly Capability[]) => () => makeStacks({ catalogue: capabilities })

test('a route that is declared as it should be is made', () => {
  expect(making(planted({ tellWeather: fit }))).not.toThrow()
})

test('a route without an action is not made; the message names it', () => {
  const { action: _action, ...without } = fit
  expect(making(planted({ tellWeather: without as unknown as Route }))).toThrow(/weather\.tellWeather.*no action/)
})

test('a route that is open without a written reason is not made; the message names it', () => {
  for (const because of ['', '  ', undefined])
    expect(making(planted({ tellWeather: { ...fit, open: { because } as { because: string } } }))).toThrow(
      /weather\.tellWeather.*without a written reason/,
    )
})

test('two routes at one address, and two functions of one name, are not made', () => {
  const [, taken] = Object.entries(catalogue[0]?.routes ?? {})[0] as [string, Route]
  expect(making(planted({ again: taken }))).toThrow(/called route/)
  const job: Job = {
    name: 'clock',
    summary: 'Planted',
    trigger: { on: 'schedule', minutes: 1 },
    uses: { table: 'read' },
    timeoutSeconds: 5,
    memoryMegabytes: 128,
  }
  expect(making(planted({}, { jobs: [job] }))).toThrow(/called function clock/)
})

test('a workflow that calls a job of another capability is not made', () => {
  const workflows = [
    {
      name: 'weather',
      summary: 'Planted',
      definition: (arnOf: (job: string) => string) => ({ calls: arnOf('send-mail') }),
    },
  ]
  expect(making(planted({}, { workflows }))).toThrow(/weather calls send-mail/)
})

test('a function that the catalogue calls for and that has no file is named before anything is bundled', () => {
  expect(() => entriesOf(partsOf(planted({ tellWeather: fit })))).toThrow(/functions\/weather\/index\.ts/)
  expect(Object.keys(entriesOf(partsOf(catalogue))).length).toBeGreaterThan(0)
})

/** Synthesizes with cdk-nag; `templates` adds the CDK's own checks of the templates, which take seconds. */
const check = (app: App, { templates = false }: { templates?: boolean } = {}): void => {
  process.env.CDK_VALIDATION = String(templates)
  Validations.of(app).addPlugins(new Checks(app))
  app.synth()
}

test('a tenant’s stacks pass cdk-nag (AwsSolutions) and the CDK’s checks of their templates', () => {
  const { app } = makeStacks()
  expect(() => check(app, { templates: true })).not.toThrow()
}, 60_000)

test('what cdk-nag finds and nobody has acknowledged ends the synthesis', () => {
  const { app, data } = makeStacks()
  new Bucket(data, 'Planted')
  expect(() => check(app)).toThrow(/greffe-example-data\/Planted[^]*AwsSolutions-S1/)
}, 60_000)

test('a wildcard that its grant gives no reason for ends the synthesis, whatever others stand in the same policy', () => {
  const { app, workflows } = makeStacks()
  const relay = workflows.node.findChild('relay') as OwnFunction
  relay.grant({ actions: ['s3:GetObject'], resources: ['arn:aws:s3:::planted/*'] })
  expect(() => check(app)).toThrow('AwsSolutions-IAM5[Resource::arn:aws:s3:::planted/*]')
}, 60_000)
