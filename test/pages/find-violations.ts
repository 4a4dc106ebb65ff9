import type { AxeResults } from 'axe-core'
import type { Page as Tab } from 'playwright-core'

/** WCAG 2.2 AA, by axe-core's tags. */
export const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What axe-core, already in the page, finds against rules by tag or by name, as lines that say where. */
export const violations = async (tab: Tab, runOnly: readonly string[]): Promise<string[]> => {
  const found = await tab.evaluate<AxeResults>(`axe.run({
    runOnly: ${JSON.stringify(runOnly)},
    resultTypes: ['violations'],
    iframes: false,
    preload: false,
  })`)
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}
