// `npm run new -- <capability-name> [noun]`: writes a slice that compiles and is in the catalogue, and whose tests say
// what is still to fill in.
import { inProject, projectFolder } from '../infra/local/paths.ts'
import { runChild } from '../infra/local/run-child.ts'
import { runScript } from '../infra/local/run-script.ts'
import { namesOf } from './new-capability/names.ts'
import { writeCapability } from './new-capability/write.ts'

await runScript(async (end) => {
  const names = namesOf(process.argv[2], process.argv[3])
  const written = writeCapability(projectFolder, names)
  await runChild(inProject('node_modules/.bin/biome'), ['check', '--write', ...written], { end })
  console.log(`Written: ${written.join(', ')}.`)
  console.log(
    `What is still to fill in: npm test -- --unit functions/${names.name} test/slices test/permissions test/budgets`,
  )
  console.log('Then write the generated pages: npm run docs')
  return 0
})
