import { type DomainEvent, event } from '../../shared/events.ts'
import { create, type Write } from '../../shared/table/table.ts'
import { type SeriesVersion, SeriesVersions } from './records.ts'
import { placePoints } from './series-version.ts'

type Published = {
  readonly name: string
  readonly currency: string
  readonly points: Parameters<typeof placePoints>[0]
}
type Ids = Pick<SeriesVersion, 'dossierId' | 'seriesId' | 'number'>

/** A version of a series: its facts for the head, the write that keeps it, and the event by which its readers are told. */
export const publishVersion = (
  { name, currency, points }: Published,
  ids: Ids,
  { by, at }: { readonly by: string; readonly at: string },
): {
  readonly facts: Omit<SeriesVersion, 'periods' | 'accounts' | 'amounts'>
  readonly kept: Write
  readonly told: DomainEvent
} => {
  const placed = placePoints(points)
  const facts = { ...ids, name, currency, points: placed.points, publishedAt: at, publishedBy: by }
  return {
    facts,
    kept: create(SeriesVersions, { ...placed, ...facts }),
    told: event('figures-published', { dossierId: ids.dossierId, publicationId: ids.seriesId, kind: 'series', by }),
  }
}
