import { showEntry } from '../../archive-transfers/show-entry.ts'
import type { Handler } from '../../kernel/handler.ts'
import { findEntries } from '../find-entries.ts'
import { mayReadConfidential } from '../may-read-confidential.ts'
import { revealedOf } from '../revealed-of.ts'
import type { routes } from '../routes.ts'
import { wantedWords } from '../words.ts'

/** What is found in the archive, each entry decided on before it is shown (P-10); what is confidential is not even met (D-09). */
export const listFoundEntries: Handler<typeof routes.listFoundEntries> = async (context) => {
  const { dossier, access, share, assignment, input, may, read, list } = context
  const { minAmount, maxAmount, currency, words, limit, cursor, kind, partyId, from, until } = input
  const { items, cursor: next } = await findEntries(
    {
      ...(kind !== undefined && { kind }),
      ...(partyId !== undefined && { partyId }),
      from,
      until,
      amounts: currency === undefined ? undefined : { currency, least: minAmount, most: maxAmount },
      words: words === undefined ? undefined : wantedWords(words),
    },
    { dossierId: dossier.dossierId, confidential: mayReadConfidential(context) },
    { limit, cursor, isShown: (entry) => may('archive.read', { dossier, access, share, assignment, entry }) },
    { read, list },
  )
  return { view: { items: items.map(showEntry), cursor: next }, revealed: revealedOf(dossier, items) }
}
