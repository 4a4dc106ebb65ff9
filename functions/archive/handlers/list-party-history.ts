import { problem } from '../../../shared/problems.ts'
import { perhaps } from '../../../shared/table/table.ts'
import { showEntry } from '../../archive-transfers/show-entry.ts'
import type { Handler } from '../../kernel/handler.ts'
import { Parties } from '../../processing/records.ts'
import { findEntries } from '../find-entries.ts'
import { mayReadConfidential } from '../may-read-confidential.ts'
import { halvesOf, showHistory, together } from '../read-histories.ts'
import { PartyHistories } from '../records.ts'
import { revealedOf } from '../revealed-of.ts'
import type { routes } from '../routes.ts'

/**
 * All that was archived of a party, newest first, and its totals (P-10). The history is a module of its own: it tells
 * what was archived, and the files are fetched by who may read the archive (P-02).
 */
export const listPartyHistory: Handler<typeof routes.listPartyHistory> = async (context) => {
  const { dossier, input, params, read, list } = context
  const of = { dossierId: dossier.dossierId, partyId: params.partyId }
  const where = { dossierId: dossier.dossierId, confidential: mayReadConfidential(context) }
  const [{ party, ...halves }, { items, cursor }] = await Promise.all([
    read({
      party: perhaps(Parties, of),
      ...Object.fromEntries(
        halvesOf(where).map((confidential) => [
          `half ${confidential}`,
          perhaps(PartyHistories, { ...of, confidential }),
        ]),
      ),
    }),
    findEntries({ partyId: of.partyId }, where, { ...input, isShown: () => true }, { read, list }),
  ])
  if (party === undefined) return problem('not-found')
  const history = together(of.partyId, Object.values(halves))
  const isRevealed = dossier.confidential === true || history.isConfidential
  return {
    view: { party: showHistory(history, party), items: items.map(showEntry), cursor },
    revealed: isRevealed ? [{ kind: 'dossier', id: dossier.dossierId } as const, ...revealedOf(dossier, items)] : [],
  }
}
