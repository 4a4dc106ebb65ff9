import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { PlainFailure } from '../../infra/local/failure.ts'
import { listsOf } from './lists.ts'
import type { Names } from './names.ts'
import { sliceOf } from './slice.ts'

/**
 * Writes a slice and its lines in the lists: all of it or nothing.
 * @returns the paths written, below the project's folder.
 */
export const writeCapability = (project: string, names: Names): string[] => {
  const folder = join('functions', names.name)
  if (existsSync(join(project, folder)))
    throw new PlainFailure(`The name "${names.name}" is taken: there is a folder ${folder}.`)

  // Everything is put together before anything is touched; a list that cannot take its line ends it here.
  const before = new Map(Object.keys(listsOf(names)).map((file) => [file, readFileSync(join(project, file), 'utf8')]))
  const after = Object.entries(listsOf(names)).map(
    ([file, edit]) => [file, edit(before.get(file) ?? '', file)] as const,
  )
  const aside = join(project, 'functions', `.${names.name}.${process.pid}`)
  try {
    for (const [file, text] of Object.entries(sliceOf(names))) {
      mkdirSync(dirname(join(aside, file)), { recursive: true })
      writeFileSync(join(aside, file), text)
    }
    renameSync(aside, join(project, folder))
    for (const [file, text] of after) writeFileSync(join(project, file), text)
  } catch (error) {
    rmSync(aside, { recursive: true, force: true })
    rmSync(join(project, folder), { recursive: true, force: true })
    for (const [file, text] of before) writeFileSync(join(project, file), text)
    throw error
  }
  return [folder, ...before.keys()]
}
