// `npm run deploy -- <tenant>`: deploys a tenant to AWS; asks before rights are widened.
import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { inProject } from '../infra/local/paths.ts'

const [tenant, ...more] = process.argv.slice(2)
const known = readdirSync(inProject('tenants'))
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.replace(/\.json$/, ''))

if (tenant === undefined || !known.includes(tenant) || tenant === 'local') {
  console.error(
    `Usage: npm run deploy -- <tenant>. Tenants with a file: ${known.filter((name) => name !== 'local').join(', ')}.`,
  )
  process.exitCode = 2
} else {
  const cdk = spawn(
    inProject('node_modules/.bin/cdk'),
    ['deploy', '--all', '--require-approval', 'broadening', '-c', `tenant=${tenant}`, ...more],
    { stdio: 'inherit', cwd: inProject('.') },
  )
  cdk.on('exit', (code) => {
    process.exitCode = code ?? 1
  })
}
