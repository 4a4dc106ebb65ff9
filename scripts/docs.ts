// `npm run docs [-- --check]`: writes the generated pages, or says which are stale.
import { readFileSync, writeFileSync } from 'node:fs'
import { cedarPolicies, cedarSchema } from '../docs/generate/cedar.ts'
import { iamText } from '../docs/generate/iam.ts'
import { openApi } from '../docs/generate/openapi.ts'
import { permissionsPage } from '../docs/generate/permissions.ts'
import { routesPage } from '../docs/generate/routes.ts'
import { tablePage } from '../docs/generate/table.ts'
import { picturedReadmes, withPictures } from '../docs/generate/workflow-pictures.ts'
import { inProject } from '../infra/local/paths.ts'

const read = (file: string): string | undefined => {
  try {
    return readFileSync(inProject(file), 'utf8')
  } catch {
    return undefined
  }
}

const pages = {
  'docs/permissions.md': () => permissionsPage('en'),
  'docs/permissions.fr.md': () => permissionsPage('fr'),
  'docs/routes.md': routesPage,
  'docs/table.md': tablePage,
  'docs/openapi.json': () => `${JSON.stringify(openApi(), null, 2)}\n`,
  'docs/iam.txt': iamText,
  'docs/policies.cedar': cedarPolicies,
  'docs/policies.cedarschema': cedarSchema,
  ...Object.fromEntries(
    Object.entries(picturedReadmes()).map(([file, workflows]) => [
      file,
      () => withPictures(read(file) ?? '', workflows),
    ]),
  ),
}

const stale: string[] = []
for (const [file, make] of Object.entries(pages)) {
  const text = make()
  if (read(file) === text) continue
  stale.push(file)
  if (!process.argv.includes('--check')) writeFileSync(inProject(file), text)
}

if (process.argv.includes('--check') && stale.length > 0) {
  console.error(`Stale: ${stale.join(', ')}. Run \`npm run docs\` and commit what it writes.`)
  process.exitCode = 1
} else console.log(stale.length === 0 ? 'Generated pages are up to date.' : `Written: ${stale.join(', ')}.`)
