import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What tells whether a right is decided wrongly, the quickest first: a mutant is done with at the first failure. */
const tests = [
  'shared/sheet.test.ts',
  'shared/rules/decide.test.ts',
  'shared/rules/facts.test.ts',
  'functions/kernel/authorize.test.ts',
  'test/permissions/paths.test.ts',
  'test/mutation/cells.test.ts',
]

class InOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => tests.findIndex((file) => moduleId.endsWith(file))
    return files.toSorted((one, other) => place(one) - place(other))
  }
}

export default defineConfig({
  test: { include: tests, exclude: [], sequence: { sequencer: InOrder } },
})
