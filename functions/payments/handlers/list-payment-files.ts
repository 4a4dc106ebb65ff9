import { fullPage, pageFrom } from '../../../shared/table/full-page.ts'
import type { Handler } from '../../kernel/handler.ts'
import { type PaymentFile, PaymentFiles } from '../records.ts'
import type { routes } from '../routes.ts'
import { summarise } from '../show-payment-file.ts'

/** The payment files of a dossier, newest first; one that paid what was confidential to those who may see such (D-09). */
export const listPaymentFiles: Handler<typeof routes.listPaymentFiles> = async (context) => {
  const { dossier, access, share, assignment, input, list, may } = context
  const { dossierId } = dossier
  const confidential = { createdBy: '', confidential: true }
  const seesConfidential = may('document.read', { dossier, access, share, assignment, document: confidential })
  const { items, cursor } = await fullPage<PaymentFile>({ ...input, stretches: 3 }, async (place, size) => {
    const asked = { ...pageFrom(place, size), newestFirst: true }
    const page = await list<PaymentFile>(PaymentFiles.by.ofDossier, { dossierId }, asked)
    const placeOf = (file: PaymentFile): string => PaymentFiles.key(file).sk
    const last = page.items.at(-1)
    const isSeen = (file: PaymentFile): boolean =>
      seesConfidential || (dossier.confidential !== true && !file.confidential)
    return {
      shown: page.items.filter(isSeen).map((item) => ({ place: placeOf(item), item })),
      next: page.cursor === null || last === undefined ? undefined : placeOf(last),
    }
  })
  return { view: { items: items.map(summarise), cursor } }
}
