import { defineConfig } from 'vitest/config'

/** Tests that need the deployed stack or a table engine end in `.stack.test.ts`; all others run without anything. */
const stack = ['**/*.stack.test.{ts,tsx}']
const apart = ['**/node_modules/**', '.local/**', 'cdk.out*/**']

/** A test's own words are enough; `test/kernel/logs.test.ts`, which reads the logs, switches them on again. */
const quiet = { POWERTOOLS_LOG_LEVEL: 'SILENT', POWERTOOLS_METRICS_DISABLED: 'true' }

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', env: quiet, include: ['**/*.test.{ts,tsx}'], exclude: [...apart, ...stack] } },
      {
        test: {
          name: 'stack',
          include: stack,
          exclude: apart,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // They wait more than they work, so some run side by side; after the others, which keep every core busy.
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
