// `npm run mail -- <file.eml> [--to <address>] [--from <address>]`: an e-mail comes in to the running local tenant.
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { inLocal } from '../infra/local/paths.ts'
import { addressed, putMail } from '../test/journeys/put-mail.ts'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { to: { type: 'string' }, from: { type: 'string' } },
})
const [name = ''] = positionals
const file = resolve(process.env.INIT_CWD ?? process.cwd(), name)
const outputsFile = inLocal('outputs.json')

if (name === '' || !existsSync(file)) {
  console.error('Usage: npm run mail -- <file.eml> [--to <address of a dossier>] [--from <address of its sender>]')
  process.exitCode = 2
} else if (!existsSync(outputsFile)) {
  console.error('Nothing is deployed here: `npm start` brings the local tenant up.')
  process.exitCode = 1
} else {
  const outputs = JSON.parse(readFileSync(outputsFile, 'utf8')) as Record<string, string>
  const endpoint = new URL(outputs.ApiUrl ?? '').origin
  const { to, from } = values
  const mail = addressed(readFileSync(file), { ...(to !== undefined && { to }), ...(from !== undefined && { from }) })
  await putMail({ endpoint, outputs }, mail)
  console.log(`The mail came in; what became of it: GET /v1/dossiers/{dossierId}/inbound-mails.`)
}
