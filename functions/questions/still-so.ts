/** For whoever saves: whether a quoted simulation still says exactly what saving will do (B-04). */
import type { Problem } from '../../shared/problems.ts'
import type { Change } from '../../shared/rules/changes.ts'
import type { Tools } from '../kernel/handler.ts'

type Looking = Pick<Tools, 'read' | 'list' | 'now' | 'policy'>

/**
 * Why the change must not be saved as simulated: `simulation-outdated` or `simulation-too-large`; nothing where no
 * simulation is quoted, or it stands. It looks at everything again, page by page, so it takes as long as simulating did.
 */
export const whyNotStillSo = async (
  tools: Looking,
  change: Change,
  quote: string | undefined,
): Promise<Problem | undefined> => {
  if (quote === undefined) return undefined
  // Loaded for whoever quotes: every other save starts as fast as without it.
  const { whyOutdated } = await import('./simulation.ts')
  return whyOutdated(tools, change, quote)
}
