/** The standing world in memory, with the line's other needs: what budgets are counted in, without a network. */
import type { World } from '../../functions/kernel/line.ts'
import { rules } from '../../functions/rules.ts'
import { compile } from '../../shared/rules/decide.ts'
import type { Table, Write } from '../../shared/table/table.ts'
import { memoryTable } from '../../test/memory-table.ts'
import { idOf, NOW } from '../../test/world.ts'
import { directory, files } from './ports.ts'
import { type StandingWorld, standingWorld, townOf } from './standing-world.ts'

const AT_ONCE = 100

/** Puts things into a table, as many at once as it takes. */
export const put = async (table: Table, writes: readonly Write[]): Promise<void> => {
  for (let from = 0; from < writes.length; from += AT_ONCE) {
    const result = await table.commit(writes.slice(from, from + AT_ONCE))
    if (result !== 'done') throw new Error('The standing world contradicts itself.')
  }
}

/** A world in which every list holds `size` things. Ids count up in both halves, so that two runs are the same. */
export const memoryWorld = async (
  size: number,
): Promise<{ readonly world: World; readonly standing: StandingWorld }> => {
  let last = 0
  const newId = (): string => (0x019cabcd + ++last).toString(16).padStart(8, '0') + idOf(last).slice(8)
  const standing = standingWorld(townOf({ now: NOW, newId }), size)
  const table = memoryTable()
  await put(table, standing.writes)
  return {
    standing,
    world: {
      table,
      files,
      directory,
      policy: compile(rules),
      clock: () => NOW,
      newId,
      publicUrl: 'https://greffe.example',
      inboundDomain: 'courrier.greffe.example',
    },
  }
}
