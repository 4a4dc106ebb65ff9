/** For each function: how large its bundle is and how long it takes to start, beside the barest function there can be. */
import { execFile } from 'node:child_process'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { bundle, bundleOptions } from '../infra/constructs/bundle.ts'
import { inProject } from '../infra/local/paths.ts'
import { median } from './figures.ts'
import { functions } from './functions.ts'

export type FunctionFigures = {
  readonly name: string
  readonly bytes: number
  readonly startMs: number
  /** To the bare handler's start in the same run. */
  readonly ratio: number
}

const ROUNDS = 9
const run = promisify(execFile)

/** Ends with the milliseconds of the thread's own time: what other processes take meanwhile is no cost of the start. */
const script = (file: string): string => `
  const busy = process.threadCpuUsage()
  await import(${JSON.stringify(pathToFileURL(file).href)})
  const { user, system } = process.threadCpuUsage(busy)
  console.log('started', (user + system) / 1000)
  process.exit()`

/** Milliseconds that a new process takes to import a bundle; Node's own start is the same for all and left out. */
const startOf = async (file: string): Promise<number> => {
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script(file)], {
    env: { AWS_REGION: 'eu-west-3', TABLE_NAME: 'bench', AWS_ACCESS_KEY_ID: 'none', AWS_SECRET_ACCESS_KEY: 'none' },
  })
  return Number(/started ([\d.]+)/.exec(stdout)?.[1])
}

/** The bare handler first, then every function. Each round starts all of them in turn, so that a slow moment hits all. */
export const measureFunctions = async (): Promise<FunctionFigures[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'greffe-bench-'))
  try {
    const bare = join(folder, 'bare', 'index.mjs')
    await build({ ...bundleOptions, entryPoints: [inProject('bench/bare-handler.ts')], outfile: bare })
    const folderOf = await bundle(functions, folder)
    const names = [...functions.api, ...functions.jobs].map(({ name }) => name)
    const files = new Map([
      ['bare handler', bare],
      ...names.map((name) => [name, join(folderOf(name), 'index.mjs')] as const),
    ])

    const times = new Map([...files.keys()].map((name) => [name, [] as number[]]))
    for (let round = 0; round < ROUNDS; round++)
      for (const [name, file] of files) times.get(name)?.push(await startOf(file))

    const bareMs = median(times.get('bare handler') ?? [])
    return await Promise.all(
      [...files].map(async ([name, file]) => {
        const startMs = median(times.get(name) ?? [])
        return { name, bytes: (await stat(file)).size, startMs, ratio: startMs / bareMs }
      }),
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
