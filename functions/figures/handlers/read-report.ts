import { problem } from '../../../shared/problems.ts'
import type { Handler } from '../../kernel/handler.ts'
import type { routes } from '../routes.ts'
import { showReport } from '../show-report.ts'

/** A published report; any other is as if it were not there (P-05). */
export const readReport: Handler<typeof routes.readReport> = ({ report }) =>
  report.state === 'published' ? { view: showReport(report), version: report.version } : problem('not-found')
