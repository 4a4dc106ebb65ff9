import { problem } from '../../../shared/problems.ts'
import { update } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { Series } from '../records.ts'
import type { routes } from '../routes.ts'

/** Takes a series back, with all its versions: it stays in the audit trail, and nobody is shown it any more (P-05). */
export const withdrawSeries: Handler<typeof routes.withdrawSeries> = ({ series, now }) =>
  series.withdrawnAt === null
    ? { view: {}, writes: [update(Series, series, { withdrawnAt: now })] }
    : problem('not-found')
