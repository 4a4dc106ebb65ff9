import { isProblem } from '../../../shared/problems.ts'
import type { Handler } from '../../kernel/handler.ts'
import { downloadMade } from '../download-made.ts'
import { readVersion } from '../read-version.ts'
import type { routes } from '../routes.ts'

/** A small chart of a series, to be kept as a file: a picture that holds markup is not served from here (P-05, B-12). */
export const readChart: Handler<typeof routes.readChart> = async ({ series, input, read, files, language, now }) => {
  const found = await readVersion(series, input.number, read)
  if (isProblem(found)) return found
  return { view: await downloadMade(found, 'svg', { files, language, now }) }
}
