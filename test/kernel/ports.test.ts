import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { catalogue } from '../../functions/catalogue.ts'
import { routes } from '../../functions/documents/routes.ts'
import { serve } from '../../functions/kernel/serve.ts'
import { worldWith } from '../../functions/kernel/world.ts'

const served = catalogue.filter(({ routes }) => Object.keys(routes).length > 0)

test.each(served.map(({ name }) => name))(
  'the function of %s starts with every port that its routes use',
  async (name) => {
    const file = new URL(`../../functions/${name}/index.ts`, import.meta.url)
    expect(existsSync(file)).toBe(true)
    const { handler } = (await import(file.href)) as { handler: unknown }
    expect(handler).toBeTypeOf('function')
  },
)

test('a function whose routes use files and was given none does not start', () => {
  expect(() => serve(routes, {} as never, { world: worldWith() })).toThrow(/uses files/)
})
