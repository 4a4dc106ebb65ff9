/** Who may do what with invoices, as the sheet's fourth row says it; written without reading the rules. */
import {
  allowed,
  type Cases,
  covered,
  editAllInvoices,
  editAssignedInvoices,
  viewAllInvoices,
  viewAssignedInvoices,
} from '../../shared/rules/cases.ts'

/** Once issued it is immutable; once credited nothing is left to issue, to be paid or to be credited. */
const draft = { invoice: ['draft'] } as const
const unsettled = { invoice: ['draft', 'issued', 'part-paid', 'paid'] } as const

export const cases = {
  // | invoices and payments | none · assigned · all | none · assigned · all |
  'invoice.read': [allowed('S-07', viewAllInvoices), allowed('S-03', viewAssignedInvoices, covered)],
  'invoice.edit': [
    allowed('S-07', editAllInvoices, draft),
    allowed('S-03', editAssignedInvoices, { ...covered, ...draft }),
  ],
  'invoice.process': [
    allowed('S-07', editAllInvoices, unsettled),
    allowed('S-03', editAssignedInvoices, { ...covered, ...unsettled }),
  ],
} as const satisfies Cases
