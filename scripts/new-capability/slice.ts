/** The files of a new slice. Whatever still needs a person's words says so: the tests look for the mark. */
import type { Names } from './names.ts'

/** What nobody but a person can say begins so, in code and in text. */
export const MARK = 'to fill in:'

/** File names below `functions/<capability>/`, with their texts. */
export const sliceOf = (names: Names): Readonly<Record<string, string>> => ({
  'README.md': readme(names),
  'records.ts': records(names),
  'resource.ts': resource(names),
  'rules.ts': rules(names),
  'cases.ts': cases(names),
  'routes.ts': routes(names),
  'capability.ts': capability(names),
  'index.ts': index(names),
  [`handlers/create-${names.noun}.ts`]: createHandler(names),
  [`handlers/create-${names.noun}.test.ts`]: createTest(names),
  [`handlers/read-${names.noun}.ts`]: readHandler(names),
  [`handlers/read-${names.noun}.test.ts`]: readTest(names),
})

const readme = ({
  name,
  nounWords,
  aNoun,
}: Names): string => `# ${name.charAt(0).toUpperCase()}${name.slice(1).replaceAll('-', ' ')}

${MARK} what ${aNoun} is, in the words of the requirement, and who deals with it.

- **${nounWords}**: ${MARK} its states, and what leads from one to the next.

Requirements: ${MARK} their ids, each with what it asks for.
`

const records = ({
  namePascal,
  noun,
  nounCamel,
  nounPascal,
  aNoun,
}: Names): string => `import { record } from '../../shared/table/record.ts'

/** ${MARK} what ${aNoun} is, and the requirement that asks for it. */
export type ${nounPascal} = {
  readonly ${nounCamel}Id: string
  readonly title: string
  readonly createdAt: string
  readonly createdBy: string
}

export const ${namePascal} = record<${nounPascal}>()({
  name: '${noun}',
  holds: '${MARK} what one item is, in a sentence.',
  key: ({ ${nounCamel}Id }: { ${nounCamel}Id: string }) => ({ pk: \`${noun.toUpperCase()}#\${${nounCamel}Id}\`, sk: '${noun.toUpperCase()}' }),
  by: {},
})
`

const resource = ({
  namePascal,
  noun,
  nounCamel,
  aNoun,
}: Names): string => `import { resource } from '../../shared/contract/resource.ts'
import { the } from '../../shared/table/table.ts'
import { ${namePascal} } from './records.ts'

/** ${aNoun.charAt(0).toUpperCase()}${aNoun.slice(1)}; who may not read it may not know that it exists. */
export const ${nounCamel} = resource({
  kind: '${noun}',
  known: '${noun}.read',
  load: ({ params: { ${nounCamel}Id = '' } }) => ({ ${nounCamel}: the(${namePascal}, { ${nounCamel}Id }) }),
})
`

const rule = (noun: string, act: string, on: string, aNoun: string): string => `  {
    id: '${noun}.${act}/nobody-yet',
    action: '${noun}.${act}',
    on: '${on}',
    never: 'anyone',
    source: '${MARK} the requirement',
    en: '${MARK} who may ${act} ${aNoun}, and until then: nobody.',
    fr: '${MARK} the same in French.',
  },`

const rules = ({ noun, aNoun }: Names): string => `import type { Rule } from '../../shared/rules/rule.ts'

export const rules = [
${rule(noun, 'create', 'organisation', aNoun)}
${rule(noun, 'read', noun, aNoun)}
] as const satisfies readonly Rule[]
`

const cases = ({
  name,
  noun,
  aNoun,
}: Names): string => `/** Who may do what with ${name.replaceAll('-', ' ')}, as the requirements say it; written without reading the rules. */
import type { Cases } from '../../shared/rules/cases.ts'

export const cases = {
  // ${MARK} allowed('<requirement>', <who>): who may create ${aNoun}.
  '${noun}.create': [],
  // ${MARK} who may read one.
  '${noun}.read': [],
} as const satisfies Cases
`

const routes = ({ name, noun, nounCamel, nounPascal, aNoun }: Names): string => `import * as z from 'zod/mini'
import { organisation } from '../../shared/contract/resource.ts'
import { route } from '../../shared/contract/route.ts'
import { id, line, nothing, time } from '../../shared/contract/schemas.ts'
import { ${nounCamel} } from './resource.ts'

const ${nounPascal}View = z.object({ ${nounCamel}Id: id, title: z.string(), createdAt: time, createdBy: id })

export const routes = {
  create${nounPascal}: route('POST /v1/${name}', {
    summary: 'Create ${aNoun}',
    action: '${noun}.create',
    on: organisation,
    input: z.strictObject({ title: line(200) }),
    output: ${nounPascal}View,
    status: 201,
    uses: { table: 'write' },
  }),
  read${nounPascal}: route('GET /v1/${name}/{${nounCamel}Id}', {
    summary: 'Read ${aNoun}',
    action: '${noun}.read',
    on: ${nounCamel},
    input: nothing,
    output: ${nounPascal}View,
    uses: { table: 'read' },
  }),
}
`

const capability = ({
  name,
  nameCamel,
  namePascal,
}: Names): string => `import { capability } from '../../shared/contract/capability.ts'
import { ${namePascal} } from './records.ts'
import { routes } from './routes.ts'
import { rules } from './rules.ts'

export const ${nameCamel} = capability({
  name: '${name}',
  summary: '${MARK} what this capability is for, in one line',
  routes,
  rules,
  records: [${namePascal}],
})
`

const index = ({ noun, nounPascal }: Names): string => `import { serve } from '../kernel/serve.ts'
import { create${nounPascal} } from './handlers/create-${noun}.ts'
import { read${nounPascal} } from './handlers/read-${noun}.ts'
import { routes } from './routes.ts'

export const handler = serve(routes, { create${nounPascal}, read${nounPascal} })
`

const createHandler = ({
  namePascal,
  nounCamel,
  nounPascal,
  aNoun,
}: Names): string => `import { create } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { ${namePascal}, type ${nounPascal} } from '../records.ts'
import type { routes } from '../routes.ts'

/** Creates ${aNoun} (${MARK} the requirement). */
export const create${nounPascal}: Handler<typeof routes.create${nounPascal}> = ({ actor, input, now, newId }) => {
  const ${nounCamel}: ${nounPascal} = { ${nounCamel}Id: newId(), title: input.title, createdAt: now, createdBy: actor.personId }
  return { view: ${nounCamel}, version: 1, writes: [create(${namePascal}, ${nounCamel})] }
}
`

const readHandler = ({
  nounCamel,
  nounPascal,
  aNoun,
}: Names): string => `import type { Handler } from '../../kernel/handler.ts'
import type { routes } from '../routes.ts'

/** Shows ${aNoun} (${MARK} the requirement). */
export const read${nounPascal}: Handler<typeof routes.read${nounPascal}> = ({ ${nounCamel} }) => ({
  view: ${nounCamel},
  version: ${nounCamel}.version,
})
`

const createTest = ({ noun, nounCamel, nounPascal, aNoun }: Names): string => `import { expect, test } from 'vitest'
import { idOf, NOW, personOf } from '../../../test/world.ts'
import type { Context } from '../../kernel/handler.ts'
import type { routes } from '../routes.ts'
import { create${nounPascal} } from './create-${noun}.ts'

test('${MARK} the requirement and what creating ${aNoun} guarantees', async () => {
  const actor = personOf('administrator')
  const context = { actor, input: { title: 'Premier essai' }, now: NOW, newId: () => idOf(1) }
  const outcome = await create${nounPascal}(context as unknown as Context<typeof routes.create${nounPascal}>)
  expect(outcome).toMatchObject({ view: { ${nounCamel}Id: idOf(1), title: 'Premier essai', createdBy: actor.personId } })
  expect.fail('Name in the title the requirement and what creating ${aNoun} guarantees, check it here, then take this line out.')
})
`

const readTest = ({ noun, nounCamel, nounPascal, aNoun }: Names): string => `import { expect, test } from 'vitest'
import { idOf, NOW } from '../../../test/world.ts'
import type { Context } from '../../kernel/handler.ts'
import type { routes } from '../routes.ts'
import { read${nounPascal} } from './read-${noun}.ts'

test('${MARK} the requirement and what reading ${aNoun} guarantees', async () => {
  const ${nounCamel} = { ${nounCamel}Id: idOf(1), title: 'Premier essai', createdAt: NOW, createdBy: idOf(2), version: 3 }
  const outcome = await read${nounPascal}({ ${nounCamel} } as unknown as Context<typeof routes.read${nounPascal}>)
  expect(outcome).toMatchObject({ view: { ${nounCamel}Id: idOf(1) }, version: 3 })
  expect.fail('Name in the title the requirement and what reading ${aNoun} guarantees, check it here, then take this line out.')
})
`
