/** Writes what happened into the feeds of those whom it concerns. */
import type { EventType } from '../../shared/events.ts'
import { consume } from '../kernel/consume.ts'
import { environment } from '../kernel/environment.ts'
import type { JobTools } from '../kernel/job.ts'
import { concerning } from './concerns.ts'
import { fillFeed } from './fill.ts'

const fill = (event: Parameters<typeof fillFeed>[0], tools: JobTools): Promise<void> =>
  fillFeed(event, tools, environment.timeZone)

export const handler = consume<EventType>(
  'fill-feed',
  Object.fromEntries(concerning.map((type) => [type, fill])) as Record<EventType, typeof fill>,
)
