import { fullPage, pageFrom } from '../../../shared/table/full-page.ts'
import { perhaps } from '../../../shared/table/table.ts'
import { type Document, Documents } from '../../documents/records.ts'
import { revealedOf } from '../../documents/show-document.ts'
import type { Handler } from '../../kernel/handler.ts'
import type { Party } from '../../processing/records.ts'
import { isPayable } from '../payable-of.ts'
import { partiesOf } from '../read-orders.ts'
import { type Payable, Payables } from '../records.ts'
import type { routes } from '../routes.ts'
import { seesDocument } from '../sees-document.ts'
import { showProposal } from '../show-proposal.ts'

type Proposal = { readonly payable: Payable; readonly document: Document; readonly party: Party | undefined }

/** What waits to be paid, newest first: only what one may see, and what was not changed since it was approved (P-04). */
export const listPaymentProposals: Handler<typeof routes.listPaymentProposals> = async (context) => {
  const { dossier, input, list, read, may, language } = context
  const { dossierId } = dossier
  const { items, cursor } = await fullPage<Proposal>({ ...input, stretches: 3 }, async (place, size) => {
    const asked = { ...pageFrom(place, size), newestFirst: true }
    const page = await list<Payable>(Payables.by.ofDossier, { dossierId }, asked)
    const found = (await read({
      ...Object.fromEntries(
        page.items.map(({ documentId }) => [`document ${documentId}`, perhaps(Documents, { dossierId, documentId })]),
      ),
      ...partiesOf(dossierId, page.items),
    })) as Readonly<Record<string, object | undefined>>
    const placeOf = (payable: Payable): string => Payables.key(payable).sk
    const last = page.items.at(-1)
    const shown = page.items.flatMap((payable) => {
      const document = found[`document ${payable.documentId}`] as Document | undefined
      if (document === undefined || !isPayable(document) || !seesDocument(may, context, document)) return []
      const party = found[payable.partyId ?? ''] as Party | undefined
      return [{ place: placeOf(payable), item: { payable, document, party } }]
    })
    return { shown, next: page.cursor === null || last === undefined ? undefined : placeOf(last) }
  })
  const view = { items: items.map(({ payable, party }) => showProposal(payable, party, language)), cursor }
  return {
    view,
    revealed: revealedOf(
      dossier,
      items.map(({ document }) => document),
    ),
  }
}
