/** What a dossier holds, counted, and the label that follows from it: derived, never typed in (D-07). */
import type { Stored } from '../../shared/table/record.ts'
import { update, type Write } from '../../shared/table/table.ts'
import { type Contents, type Dossier, Dossiers } from './records.ts'

export const labels = ['open', 'partially-confidential', 'confidential'] as const
export type Label = (typeof labels)[number]

const NOTHING: Contents = { open: 0, confidential: 0 }

/** Confidential as a whole (D-08) or because all of it is marked; partially, where some of it is; else open. */
export const labelOf = ({ confidential, contents = NOTHING }: Pick<Dossier, 'confidential' | 'contents'>): Label => {
  if (confidential === true) return 'confidential'
  if (contents.confidential === 0) return 'open'
  return contents.open === 0 ? 'confidential' : 'partially-confidential'
}

/**
 * The write after which a dossier holds so many more, or fewer, with and without a mark of their own. It belongs into the
 * transaction that adds, removes or marks what is counted, so that the label always agrees with the content (D-07).
 */
export const holdContent = (
  before: Stored<Dossier>,
  more: Partial<Contents>,
  changes: Partial<Omit<Dossier, 'contents'>> = {},
): Write => {
  const { open, confidential } = before.contents ?? NOTHING
  const contents = { open: open + (more.open ?? 0), confidential: confidential + (more.confidential ?? 0) }
  return update(Dossiers, before, { ...changes, contents })
}
