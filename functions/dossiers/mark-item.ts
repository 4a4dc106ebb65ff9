/** One note or document is marked confidential, or its mark is lifted; the dossier's label follows with it (D-07). */
import type { RecordKind, Stored } from '../../shared/table/record.ts'
import { update, type Write } from '../../shared/table/table.ts'
import { holdContent } from './contents.ts'
import type { Dossier } from './records.ts'

/** Whatever bears a mark of its own, and is counted in its dossier. */
type Markable = { readonly confidential?: boolean | undefined }

/**
 * The writes by which an item bears this mark from now on: the item, and the dossier's count of what it holds, on the
 * version of each that was read. None, when it bears it already. The dossier's own mark stays as it is (D-08).
 */
export const markItem = <T extends Markable, K>(
  record: RecordKind<T, K>,
  item: Stored<NoInfer<T>>,
  dossier: Stored<Dossier>,
  confidential: boolean,
): readonly Write[] => {
  if ((item.confidential === true) === confidential) return []
  const more = confidential ? 1 : -1
  return [
    update(record, item, { confidential } as Partial<T>),
    holdContent(dossier, { open: -more, confidential: more }),
  ]
}
