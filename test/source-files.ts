import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'

/** The project's root. */
export const root = join(import.meta.dirname, '..')

const folders = ['shared', 'functions', 'infra', 'scripts', 'bench', 'test', 'docs']

/** A source file: its path from the root, and its text. */
export type Source = { readonly path: string; readonly text: string }

/** Every TypeScript source of the project, or those of some folders. */
export const sources = (...only: readonly string[]): readonly Source[] =>
  (only.length === 0 ? folders : only).flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(tsx?|mjs)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => ({ path: relative(root, path), text: readFileSync(path, 'utf8') })),
  )

/** What a file imports: paths from the root for its own project's files, names for packages. */
export type Import = { readonly from: string; readonly to: string; readonly typeOnly: boolean }

const STATEMENT =
  /^\s*(?:import|export)\s(type\s)?(?:[^'"`;]*?\sfrom\s)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm

/** The imports of a source, re-exports and dynamic imports included; `import('./x.ts').T` in a type counts as well. */
export const importsOf = ({ path, text }: Source): readonly Import[] =>
  [...text.matchAll(STATEMENT)].map(([, type, static_, dynamic]) => {
    const specifier = (static_ ?? dynamic) as string
    const to = specifier.startsWith('.') ? relative(root, resolve(root, dirname(path), specifier)) : specifier
    return { from: path, to, typeOnly: type !== undefined }
  })
