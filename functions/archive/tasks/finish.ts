import { event } from '../../../shared/events.ts'
import { addSeconds, DAY } from '../../../shared/ports/clock.ts'
import { update } from '../../../shared/table/table.ts'
import { type JobTools, TryAgain } from '../../kernel/job.ts'
import { type ArchiveExport, ArchiveExports, EXPORT_DAYS } from '../records.ts'
import type { Made } from './make.ts'
import { currentOf, type OfAttempt } from './task-input.ts'

/** Ends an export and tells of it, once. What could not be told by its tasks was interrupted. */
export const finish = async (input: OfAttempt & Partial<Made>, tools: JobTools): Promise<object> => {
  const asked = await currentOf(input, tools)
  if (asked === undefined) return { outcome: 'ended' }
  const { dossierId, personId, exportId } = asked
  const changes = changesBy(input, tools.now)
  const committed = await tools.act({
    action: 'archive.read',
    dossierId,
    writes: [update(ArchiveExports, asked, { ...changes, activeAt: tools.now, endedAt: tools.now })],
    events: [event('archive-export-ended', { dossierId, personId, exportId, outcome: changes.state })],
  })
  if (committed === 'conflict') throw new TryAgain('The export changed at the same moment.')
  return { outcome: changes.state }
}

const changesBy = (
  made: OfAttempt & Partial<Made>,
  now: string,
): Partial<ArchiveExport> & { readonly state: 'done' | 'failed' } => {
  if (made.outcome !== 'made')
    return { state: 'failed', reason: made.outcome === 'failed' && made.reason ? made.reason : 'interrupted' }
  const { entries, length, sha256, versionId } = made as Extract<Made, { outcome: 'made' }>
  return {
    state: 'done',
    entries,
    length,
    sha256,
    storedVersionId: versionId,
    expiresAt: addSeconds(now, EXPORT_DAYS * DAY),
  }
}
