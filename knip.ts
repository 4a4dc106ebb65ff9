/** What `knip` takes as reached from outside; whatever none of these leads to is dead code. */
import type { KnipConfig } from 'knip'
import { catalogue } from './functions/catalogue.ts'

/** Each function that is deployed: one for a capability's routes, one for each of its jobs. */
const deployed = catalogue.flatMap(({ name, routes, jobs = [] }) => [
  ...(Object.keys(routes).length > 0 ? [`functions/${name}/index.ts`] : []),
  ...jobs.map((job) => `functions/${name}/${job.name}.ts`),
])

const config: KnipConfig = {
  entry: [
    'scripts/*.{ts,mjs}',
    'infra/app.ts',
    'docs/generate/*.ts',
    'bench/bare-handler.ts',
    'test/mutation/leave-words.ts',
    ...deployed,
  ],
  project: ['{infra,functions,shared,test,bench,scripts,docs}/**/*.{ts,tsx,mjs}', '*.ts'],
  vitest: ['vitest.config.ts', 'test/mutation/vitest.config.ts'],
  // A type beside the function that takes it is there to be named by callers.
  ignoreExportsUsedInFile: true,
  ignoreDependencies: [
    // Run by path: `scripts/check.ts`, `infra/local/deploy.ts`, `scripts/mutate.ts`.
    '@biomejs/biome',
    '@stryker-mutator/core',
    '@stryker-mutator/vitest-runner',
    'aws-cdk',
    'oxlint',
    // Loaded by oxlint for `--type-aware`.
    'oxlint-tsgolint',
    // Its files are served by the local front.
    'swagger-ui-dist',
  ],
  // The official DynamoDB Local is optional, and so is the Java that runs it.
  ignoreBinaries: ['java'],
}

export default config
