import { problem } from '../../../shared/problems.ts'
import { update } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { Reports } from '../records.ts'
import type { routes } from '../routes.ts'

/** Takes a report back: it stays in the audit trail, and nobody is shown it any more (P-05). */
export const withdrawReport: Handler<typeof routes.withdrawReport> = ({ report, now }) =>
  report.state === 'withdrawn'
    ? problem('not-found')
    : { view: {}, writes: [update(Reports, report, { state: 'withdrawn', withdrawnAt: now })] }
