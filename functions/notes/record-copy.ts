/** What is written down of a copy or a move, on both sides (D-19, D-21). */
import type { NewId } from '../../shared/ports/ids.ts'
import { create, type Write } from '../../shared/table/table.ts'
import { ItemCopies, type ItemCopy } from './records.ts'

/** An item of a dossier, and the version of it. */
type Side = { readonly dossierId: string; readonly itemId: string; readonly itemVersion: string }
type By = { readonly actor: { readonly personId: string }; readonly now: string; readonly newId: NewId }

/** The record in the dossier that an item went out of, and the one in the dossier that it came into. */
export const recordCopy = (
  kind: ItemCopy['kind'],
  way: 'copied' | 'moved',
  { from, to }: { readonly from: Side; readonly to: Side },
  { actor, now, newId }: By,
): readonly Write[] => {
  const done = { copyId: newId(), kind, at: now, by: actor.personId }
  const otherOf = ({ dossierId, itemId }: Side) => ({ dossierId, itemId })
  return [
    create(ItemCopies, { ...from, ...done, way: `${way}-out`, other: otherOf(to) }),
    create(ItemCopies, { ...to, ...done, way: `${way}-in`, other: otherOf(from) }),
  ]
}

/** The record in the dossier; the entry in the collaborative space says itself what it is a copy of. */
export const recordCopyToSpace = (
  kind: ItemCopy['kind'],
  from: Side,
  entry: { readonly spaceId: string; readonly entryId: string },
  { actor, now, newId }: By,
): Write => {
  const other = { spaceId: entry.spaceId, itemId: entry.entryId }
  return create(ItemCopies, {
    ...from,
    copyId: newId(),
    kind,
    way: 'copied-to-space',
    other,
    at: now,
    by: actor.personId,
  })
}
