import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Tests that need the deployed stack or a table engine end in `.stack.test.ts`; all others run without anything. */
const stack = ['**/*.stack.test.{ts,tsx}']
const apart = ['**/node_modules/**', '.local/**', 'cdk.out*/**']

/** A test's own words are enough; `test/kernel/logs.test.ts`, which reads the logs, switches them on again. */
const quiet = { POWERTOOLS_LOG_LEVEL: 'SILENT', POWERTOOLS_METRICS_DISABLED: 'true' }

/**
 * What changes nothing outside itself: handlers, rules, records. These files share a process, so that what all of them
 * import is read once and not two hundred times.
 */
const pure = [
  '{functions,shared}/**/*.test.{ts,tsx}',
  'test/{budgets,mutation,table,workflows}/**/*.test.ts',
  'test/kernel/!(logs).test.ts',
  'test/permissions/!(cedar|cedar-random).test.ts',
]

/** Vitest itself would leave one processor idle; and others may keep them busy, which is no failure. */
const unit = {
  env: quiet,
  maxWorkers: availableParallelism(),
  testTimeout: 60_000,
  hookTimeout: 60_000,
}

/** What takes longest begins first, so that nothing is left to run alone at the end. */
const longest = [
  'test/journeys/crash.stack.test.ts',
  'test/journeys/profiles.stack.test.ts',
  'functions/members/last-editor.stack.test.ts',
  'test/table/engines.stack.test.ts',
  'test/permissions/cedar-random.test.ts',
  'test/permissions/cedar.test.ts',
  'test/permissions/matrix.test.ts',
  'test/permissions/row-mutants.test.ts',
  'test/simulation.test.ts',
  'test/pages/pages-in-chromium.test.ts',
  'test/new-capability.test.ts',
  'functions/notes/render-markdown.test.ts',
  'test/infra/refusals.test.ts',
  'functions/questions/simulate.stack.test.ts',
  'test/journeys/refusals.stack.test.ts',
]

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const at = longest.findIndex((file) => moduleId.endsWith(file))
      return at === -1 ? longest.length : at
    }
    return (await super.sort(files)).toSorted((one, other) => place(one) - place(other))
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      { test: { name: 'unit', include: ['**/*.test.{ts,tsx}'], exclude: [...apart, ...stack, ...pure], ...unit } },
      { test: { name: 'pure', include: pure, exclude: [...apart, ...stack], isolate: false, ...unit } },
      {
        test: {
          name: 'stack',
          include: stack,
          exclude: apart,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // They wait more than they work, so some run side by side.
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
