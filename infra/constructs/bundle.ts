/** All functions in one run of esbuild: each becomes one file that needs nothing else at its side. */
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { basename, dirname, resolve } from 'node:path'
import { type BuildOptions, build, type Plugin } from 'esbuild'
import { consumers } from '../../functions/outbox/consumers.ts'
import type { Parts } from './parts.ts'

const project = resolve(import.meta.dirname, '../..')

/** The list of consumers as it is now, in place of the catalogue that it is made from. */
const consumersAsData: Plugin = {
  name: 'consumers-as-data',
  setup: ({ onLoad }) =>
    onLoad({ filter: /functions[/\\]outbox[/\\]consumers\.ts$/ }, () => ({
      contents: `export const consumers = ${JSON.stringify(consumers)}`,
    })),
}

/** How every function is bundled; tests and benches that bundle use the same. */
export const bundleOptions = {
  bundle: true,
  minify: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  jsx: 'automatic',
  // ES modules first: only what is used of the SDK gets in.
  mainFields: ['module', 'main'],
  define: { 'process.env.NODE_ENV': '"production"' },
  // Some dependencies are CommonJS and require Node's own modules.
  banner: {
    js: "import{createRequire as requireFrom}from'node:module';const require=requireFrom(import.meta.url);",
  },
  // The mail renderer reaches for prettier only when asked for pretty HTML, which nobody asks for.
  external: ['prettier/*'],
  absWorkingDir: project,
  logLevel: 'error',
  plugins: [consumersAsData],
} as const satisfies BuildOptions

/** Where the code of each function begins, by the function's name. */
export const entriesOf = ({ api, jobs }: Parts): Record<string, string> => {
  const entries: Record<string, string> = Object.fromEntries([
    ...api.map(({ name }) => [name, `functions/${name}/index.ts`]),
    ...jobs.map(({ name, capability }) => [name, `functions/${capability}/${name}.ts`]),
  ])
  for (const [name, file] of Object.entries(entries))
    if (!existsSync(resolve(project, file)))
      throw new Error(`The catalogue calls for the function ${name}, but there is no ${file}.`)
  return entries
}

/**
 * Bundles every function into `<folder>/<name>/index.mjs`. With `maps`, source maps lie beside in `<folder>/maps`, for
 * whoever reads a stack trace: in the functions they would only slow the start.
 * @returns the folder of a function, by its name.
 */
export const bundle = async (
  parts: Parts,
  folder: string,
  { maps = false }: { maps?: boolean } = {},
): Promise<(name: string) => string> => {
  const entries = entriesOf(parts)
  const { outputFiles } = await build({
    ...bundleOptions,
    entryPoints: Object.entries(entries).map(([out, file]) => ({ in: file, out: `${out}/index` })),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    sourcemap: maps ? 'external' : false,
    sourcesContent: false,
    write: false,
  })
  await Promise.all(
    outputFiles.map(async ({ path, contents }) => {
      const place = path.endsWith('.map') ? resolve(folder, 'maps', `${basename(dirname(path))}.mjs.map`) : path
      await mkdir(dirname(place), { recursive: true })
      await writeFile(place, contents)
    }),
  )
  return (name) => resolve(folder, name)
}
