/** Who may transfer the dossiers of a practitioner to another, as D-12 says it; written without reading the rules. */
import { allowed, type Cases, coordinators } from '../../shared/rules/cases.ts'

export const cases = {
  // No administrator, and nobody by a sheet. Their role opens no content (D-09): they do not make themselves the owner.
  'bulk-transfer.make': [allowed('D-12', coordinators, { successor: ['another'] })],
  'bulk-transfer.read': [allowed('D-12', coordinators)],
  'bulk-transfer.resume': [allowed('D-12', coordinators)],
} as const satisfies Cases
