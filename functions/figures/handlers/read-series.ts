import { isProblem } from '../../../shared/problems.ts'
import type { Handler } from '../../kernel/handler.ts'
import { readVersion } from '../read-version.ts'
import type { routes } from '../routes.ts'
import { showVersion } from '../series-version.ts'

/** A version of a series with its points: the current one, unless another is named (P-05). */
export const readSeries: Handler<typeof routes.readSeries> = async ({ series, input, read }) => {
  const found = await readVersion(series, input.number, read)
  return isProblem(found) ? found : { view: showVersion(found), version: series.version }
}
