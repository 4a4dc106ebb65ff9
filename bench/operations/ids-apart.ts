import { v7 } from 'uuid'
import type { NewId } from '../../shared/ports/ids.ts'

/**
 * Ids a millisecond apart each, the last of them made now: dossiers of one client that were made at the very same moment
 * would have the same id, which one transaction after another never does.
 */
export const idsApart = (many = 100_000): NewId => {
  let at = Date.now() - many
  return () => v7({ msecs: at++ })
}
