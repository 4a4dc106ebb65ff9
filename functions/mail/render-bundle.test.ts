import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { build, type Metafile } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exampleData } from './templates/example-data.ts'

// The bundle runs alone in an empty folder, as it does in the cloud: nothing can be resolved from node_modules there.
let folder: string
let output: Metafile['outputs'][string] | undefined

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mail-bundle-'))
  const { metafile } = await build({
    entryPoints: [join(import.meta.dirname, 'render.ts')],
    outfile: join(folder, 'render.mjs'),
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    // React's server half is CommonJS and requires Node's own modules.
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    // The renderer reaches for prettier only when asked for pretty HTML, which nobody asks for.
    external: ['prettier/*'],
    metafile: true,
    logLevel: 'error',
  })
  output = Object.values(metafile.outputs)[0]
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('bundled into one file, a mail still renders: subject, HTML and text', async () => {
  const script = join(folder, 'run.mjs')
  await writeFile(
    script,
    `const { renderMail } = await import('./render.mjs')
     const mail = await renderMail('access-request', ${JSON.stringify(exampleData['access-request'])}, 'fr')
     console.log(JSON.stringify(mail))`,
  )
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [script], { cwd: folder })

  const mail = JSON.parse(stdout)
  expect(mail.subject).toContain('votre décision est attendue')
  expect(mail.html).toMatch(/<html[^>]* lang="fr"[\s\S]*<\/html>/)
  expect(mail.text).toContain(exampleData['access-request'].link)
  expect(stderr).toBe('')
})

test('the bundle stays below 600 KB and holds no development half of React', () => {
  expect(output?.bytes).toBeLessThan(600_000)
  const kept = Object.entries(output?.inputs ?? {}).filter(([, { bytesInOutput }]) => bytesInOutput > 0)
  expect(kept.map(([path]) => path).filter((path) => path.includes('.development.'))).toEqual([])
  expect(kept.some(([path]) => path.endsWith('.production.js'))).toBe(true)
})
