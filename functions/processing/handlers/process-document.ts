import { problem } from '../../../shared/problems.ts'
import { perhaps } from '../../../shared/table/table.ts'
import type { Said } from '../../documents/facts-print.ts'
import { problemOfState } from '../../documents/in-the-way.ts'
import { type Document, moveDocument } from '../../documents/records.ts'
import { revealedOf, showDocument } from '../../documents/show-document.ts'
import { mayMove } from '../../documents/states.ts'
import type { Handler } from '../../kernel/handler.ts'
import { sameAs, showSame } from '../find-duplicates.ts'
import { Parties } from '../records.ts'
import type { routes } from '../routes.ts'

/**
 * Says what a document is, all of it at once. What was approved or rejected starts over, unless nothing of an approved one
 * changes; the answer names what may be the same document (P-06).
 */
export const processDocument: Handler<typeof routes.processDocument> = async (context) => {
  const { document, dossier, input, read } = context
  const { dossierId, state } = document
  if (!mayMove(state, 'in-process')) return problem(problemOfState(state))
  // Whoever submitted it takes it back first: it does not change under the eyes of those who are to approve it.
  if (state === 'to-approve') return problem('document-in-approval')

  const said = factsOf(input)
  const { partyId } = said
  const processed = { ...document, ...said, state: 'in-process' } as Document
  const [{ party }, same] = await Promise.all([
    partyId === undefined ? { party: undefined } : read({ party: perhaps(Parties, { dossierId, partyId }) }),
    sameAs(processed, context),
  ])
  if (partyId !== undefined && party === undefined)
    return problem('not-found', { errors: [{ pointer: '#/partyId', detail: partyId }] })

  const { duplicates, revealed } = await showSame(same, context)
  const shown = { duplicates, revealed: [...revealedOf(dossier, [document]), ...revealed] }
  if (isSaidAlready(document, said)) return answer(document, document.version, shown)
  return {
    ...answer(processed, document.version + 1, shown),
    writes: [moveDocument(document, 'in-process', said)],
  }
}

type Shown = Awaited<ReturnType<typeof showSame>>

const answer = (document: Document, version: number, { duplicates, revealed }: Shown) => ({
  view: { document: showDocument(document), duplicates },
  version,
  revealed,
})

/** What is left out, or `null`, is said no longer. */
const factsOf = ({ kind, partyId, number, date, amount }: { readonly [F in keyof Said]?: Said[F] | null }): Said => ({
  kind: kind ?? undefined,
  partyId: partyId ?? undefined,
  number: number ?? undefined,
  date: date ?? undefined,
  amount: amount ?? undefined,
})

/** Said once more, it changes nothing: also what is approved stays so. */
const isSaidAlready = ({ state, ...document }: Document, said: Said): boolean =>
  (state === 'in-process' || state === 'approved') &&
  document.kind === said.kind &&
  document.partyId === said.partyId &&
  document.number === said.number &&
  document.date === said.date &&
  document.amount?.minor === said.amount?.minor &&
  document.amount?.currency === said.amount?.currency
