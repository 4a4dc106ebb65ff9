import { AuditEntries, type AuditEntry } from '../../shared/audit.ts'
import type { Tools } from '../kernel/handler.ts'
import type { Given } from './given.ts'

/** So many of the newest changes are looked at; what is older than these is not looked for. */
const ENTRIES = 25

type Named = { readonly ownerId?: string; readonly responsibleId?: string }
type Tenure = {
  readonly ownership?: Pick<Given, 'since' | 'givenBy'>
  readonly responsibility?: Pick<Given, 'since' | 'givenBy'>
}

/** Since when the owner and the responsible of a dossier are who they are, and who named them: the record says it. */
export const tenureOf = async (list: Tools['list'], { dossierId }: { readonly dossierId: string }): Promise<Tenure> => {
  const { items } = await list<AuditEntry>(
    AuditEntries.by.ofTrail,
    { trail: `DOSSIER#${dossierId}` },
    { limit: ENTRIES, newestFirst: true },
  )
  const namedIn = (field: keyof Named) => {
    const entry = items.find(({ changes }) =>
      changes.some(
        ({ record, before, after }) =>
          record === 'dossier' && (before as Named | null)?.[field] !== (after as Named | null)?.[field],
      ),
    )
    return entry === undefined ? undefined : { since: entry.at, givenBy: entry.actorId }
  }
  const [ownership, responsibility] = [namedIn('ownerId'), namedIn('responsibleId')]
  return { ...(ownership && { ownership }), ...(responsibility && { responsibility }) }
}
