/**
 * Which jobs are told of which event. A bundle holds this list and not the catalogue that it is made from
 * (`infra/constructs/bundle.ts`): whoever hands events on would otherwise carry every route and rule.
 */
import type { EventType } from '../../shared/events.ts'
import { catalogue } from '../catalogue.ts'

const told = catalogue.flatMap(({ jobs = [] }) =>
  jobs.flatMap(({ name, trigger }) =>
    trigger.on === 'events' ? trigger.events.map((type) => [type, name] as const) : [],
  ),
)

/** The names of the jobs that are told of an event, by its type. */
export const consumers: { readonly [T in EventType]?: readonly string[] } = Object.fromEntries(
  Map.groupBy(told, ([type]) => type)
    .entries()
    .map(([type, jobs]) => [type, jobs.map(([, name]) => name)]),
)
