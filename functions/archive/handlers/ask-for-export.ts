import { event } from '../../../shared/events.ts'
import { problem } from '../../../shared/problems.ts'
import { create } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { mayReadConfidential } from '../may-read-confidential.ts'
import { placesIn } from '../measure-period.ts'
import { type ArchiveExport, ArchiveExports } from '../records.ts'
import type { routes } from '../routes.ts'
import { showExport } from '../show-export.ts'

/** Asks for the archive of a period in one file. What is in it is decided when it is made, not now (P-10). */
export const askForExport: Handler<typeof routes.askForExport> = async (context) => {
  const { actor, dossier, input, list, now, newId, language } = context
  const { dossierId } = dossier
  const { from, until, kind, partyId } = input
  const period = { from, until, ...(kind !== undefined && { kind }), ...(partyId !== undefined && { partyId }) }
  const places = await placesIn(period, { dossierId, confidential: mayReadConfidential(context) }, { list })
  if (places === undefined) return problem('export-too-large')
  if (places.length === 0) return problem('nothing-to-export')

  const ids = { dossierId, personId: actor.personId, exportId: newId() }
  const asked: ArchiveExport = {
    ...ids,
    ...period,
    state: 'asked',
    reason: null,
    attempt: 1,
    askedAt: now,
    activeAt: now,
    endedAt: null,
    expiresAt: null,
    entries: null,
    length: null,
    sha256: null,
    storedVersionId: null,
  }
  return {
    view: showExport(asked, language, now),
    writes: [create(ArchiveExports, asked)],
    events: [event('archive-export-asked', ids)],
  }
}
