import { isProblem } from '../../../shared/problems.ts'
import type { Handler } from '../../kernel/handler.ts'
import { downloadMade } from '../download-made.ts'
import { readVersion } from '../read-version.ts'
import type { routes } from '../routes.ts'

/** A series as a table, to be kept as a file (P-05). */
export const readTable: Handler<typeof routes.readTable> = async ({ series, input, read, files, language, now }) => {
  const found = await readVersion(series, input.number, read)
  if (isProblem(found)) return found
  return { view: await downloadMade(found, input.format, { files, language, now }) }
}
