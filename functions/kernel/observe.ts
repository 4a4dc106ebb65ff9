/** Logs and metrics. A log line names requests, routes, rules and people's ids; never names, addresses or tokens. */
import { Logger } from '@aws-lambda-powertools/logger'
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics'
import type { Call } from '../../shared/table/table.ts'

export const logger = new Logger()
export const metrics = new Metrics({ namespace: 'Greffe' })

let calls = 0
let capacityUnits = 0

/** Adds a table call to the figures of the request at hand. */
export const countCall = (call: Call): void => {
  calls += 1
  capacityUnits += call.capacityUnits
}

/** The figures since the last time, for the request's one log line. */
export const takeFigures = (): { calls: number; capacityUnits: number } => {
  const figures = { calls, capacityUnits }
  calls = 0
  capacityUnits = 0
  return figures
}

/** Counts one answered request. */
export const countRequest = (route: string, status: number): void => {
  metrics.addDimension('route', route)
  metrics.addMetric('requests', MetricUnit.Count, 1)
  if (status >= 500) metrics.addMetric('faults', MetricUnit.Count, 1)
  metrics.publishStoredMetrics()
}

/** What an operator may read of an error: its kind and place, not its message, which may quote people's data. */
export const describe = (error: unknown): { error: string; at: string | undefined } => {
  const known = error instanceof Error ? error : new Error('not an error')
  return {
    error: known.name,
    at: known.stack
      ?.split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 5)
      .join(' | '),
  }
}
