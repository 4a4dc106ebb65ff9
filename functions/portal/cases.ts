/** Who may use the modules of a dossier's portal, row by row of P-04's table; written without reading the rules. */
import {
  active,
  allowed,
  type Cases,
  collaborators,
  covered,
  editAllDocumentation,
  notWholly,
  owners,
  P04,
  shared,
  sharedToWrite,
  viewAllDocumentation,
  viewAssignedDocumentation,
} from '../../shared/rules/cases.ts'

/** A profile never reaches a module that the dossier has off (P-02); the configuration bounds nobody else. */
const figuresOn = { modules: ['all', 'without history', 'without payment', 'without financial'] } as const
const historyOn = { modules: ['all', 'without figures', 'without payment', 'without financial'] } as const
const paymentOn = { modules: ['all', 'without figures', 'without history', 'without financial'] } as const
const financialOn = { modules: ['all', 'without figures', 'without history', 'without payment'] } as const

export const cases = {
  // Row "figures and reports". A share is of the whole dossier.
  'figures.read': [
    allowed('P-04', P04['figures and reports'](), { ...figuresOn, ...notWholly }),
    allowed('P-05', owners),
    allowed('P-05', viewAllDocumentation, notWholly),
    allowed('S-12', viewAssignedDocumentation, { ...covered, ...notWholly }),
    allowed('D-04', collaborators, shared),
  ],
  // Row "supplier and customer history".
  'history.read': [
    allowed('P-04', P04['supplier and customer history'](), { ...historyOn, ...notWholly }),
    allowed('P-10', owners),
    allowed('P-10', viewAllDocumentation, notWholly),
    allowed('S-12', viewAssignedDocumentation, { ...covered, ...notWholly }),
    allowed('D-04', collaborators, shared),
  ],
  // Row "payment module (if on)".
  'payment.use': [
    allowed('P-04', P04['payment module'](), { ...active, ...paymentOn }),
    allowed('D-01', owners, active),
    allowed('P-14', editAllDocumentation, { ...active, ...notWholly }),
  ],
  // Row "financial menu: account numbers (if on)".
  'financial.read': [allowed('P-04', P04['financial menu'](), financialOn), allowed('D-01', owners)],
  // Row "dossier settings: automatic transmission, approval rules": by an Administrator or the office.
  'portal-settings.change': [
    allowed('P-04', P04['dossier settings'](), active),
    allowed('D-01', owners, active),
    allowed('P-07', editAllDocumentation, active),
  ],
  // Row "messages module".
  'message.use': [
    allowed('P-04', P04['messages module'](), active),
    allowed('D-01', owners, active),
    allowed('D-03', collaborators, { ...active, ...sharedToWrite }),
  ],
} as const satisfies Cases
