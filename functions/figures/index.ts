import { filesWhenNeeded } from '../kernel/files-when-needed.ts'
import { serve } from '../kernel/serve.ts'
import { worldWith } from '../kernel/world.ts'
import { announceReport } from './handlers/announce-report.ts'
import { completeReport } from './handlers/complete-report.ts'
import { createSeries } from './handlers/create-series.ts'
import { downloadReport } from './handlers/download-report.ts'
import { listReports } from './handlers/list-reports.ts'
import { listSeries } from './handlers/list-series.ts'
import { listSeriesVersions } from './handlers/list-series-versions.ts'
import { publishSeries } from './handlers/publish-series.ts'
import { readChart } from './handlers/read-chart.ts'
import { readReport } from './handlers/read-report.ts'
import { readSeries } from './handlers/read-series.ts'
import { readTable } from './handlers/read-table.ts'
import { withdrawReport } from './handlers/withdraw-report.ts'
import { withdrawSeries } from './handlers/withdraw-series.ts'
import { routes } from './routes.ts'

const handlers = {
  announceReport,
  completeReport,
  listReports,
  readReport,
  downloadReport,
  withdrawReport,
  createSeries,
  publishSeries,
  listSeries,
  readSeries,
  listSeriesVersions,
  readTable,
  readChart,
  withdrawSeries,
}

export const handler = serve(routes, handlers, { world: worldWith({ files: filesWhenNeeded() }) })
