import { update } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { whyNotStillSo } from '../../questions/still-so.ts'
import { Dossiers } from '../records.ts'
import type { routes } from '../routes.ts'
import { showDossier } from '../show-dossier.ts'

/** Sets the whole dossier confidential, or lifts that: one item, so that each thing in it keeps its own mark (D-08). */
export const setConfidentiality: Handler<typeof routes.setConfidentiality> = async (context) => {
  const { actor, dossier, input, now } = context
  const { confidential } = input
  const change = { kind: 'confidentiality', dossierId: dossier.dossierId, confidential } as const
  const outdated = await whyNotStillSo(context, change, input.simulation)
  if (outdated !== undefined) return outdated
  if ((dossier.confidential === true) === confidential) return { view: showDossier(dossier), version: dossier.version }

  const changes = { confidential, confidentialNamed: { at: now, by: actor.personId }, changedAt: now }
  return {
    view: showDossier({ ...dossier, ...changes }),
    version: dossier.version + 1,
    writes: [update(Dossiers, dossier, changes)],
  }
}
