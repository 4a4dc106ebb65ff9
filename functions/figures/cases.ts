/** Who publishes figures and reports to a dossier, as P-05 says it; written without reading the rules. */
import {
  active,
  allowed,
  type Cases,
  collaborators,
  covered,
  editAllDocumentation,
  editAssignedDocumentation,
  notWholly,
  owners,
  sharedToWrite,
} from '../../shared/rules/cases.ts'

export const cases = {
  // The office publishes, and whoever writes in the dossier; the configuration bounds profiles alone (P-02).
  'figures.publish': [
    allowed('P-05', owners, active),
    allowed('D-03', collaborators, { ...active, ...sharedToWrite }),
    allowed('P-05', editAllDocumentation, { ...active, ...notWholly }),
    allowed('S-12', editAssignedDocumentation, { ...active, ...covered, ...notWholly }),
  ],
} as const satisfies Cases
