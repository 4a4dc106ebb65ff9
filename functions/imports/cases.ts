/** Who sees what came into a dossier by e-mail, as the requirements say it; written without reading the rules. */
import {
  allowed,
  type Cases,
  collaborators,
  notWholly,
  owners,
  P04,
  shared,
  viewAllDocumentation,
} from '../../shared/rules/cases.ts'

export const cases = {
  // The Administrator of the dossier, who sets what becomes of it, and whoever reads the dossier; no scope of assigned
  // clients.
  'inbound-mail.read': [
    allowed('P-06', P04['dossier settings'](), notWholly),
    allowed('D-09', owners),
    allowed('D-09', collaborators, shared),
    allowed('S-12', viewAllDocumentation, notWholly),
  ],
} as const satisfies Cases
