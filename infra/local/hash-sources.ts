import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'

/** What a deployed stack is made from. */
const sources = ['functions', 'shared', 'infra', 'tenants', 'docs/openapi.json', 'cdk.json', 'package-lock.json']

/** Files that can change without changing the stack. */
const apart = (path: string): boolean => /\.test\.tsx?$|\.md$|^infra\/local\//.test(path)

function* listFiles(path: string): Generator<string> {
  if (!existsSync(path)) return
  if (statSync(path).isFile()) return yield path
  for (const name of readdirSync(path).sort()) yield* listFiles(join(path, name))
}

/** A digest of everything a deployed stack is made from, and of `salt`: the settings it was made with. */
export function hashSources(project: string, salt: string): string {
  const hash = createHash('sha256').update(salt)
  for (const source of sources) {
    for (const file of listFiles(join(project, source))) {
      const path = relative(project, file)
      if (apart(path)) continue
      hash.update(`\0${path}\0`).update(readFileSync(file))
    }
  }
  return hash.digest('hex')
}
