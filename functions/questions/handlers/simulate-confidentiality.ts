import type { Handler } from '../../kernel/handler.ts'
import { askChange } from '../ask-change.ts'
import type { routes } from '../routes.ts'

/** Who loses what while the whole dossier is confidential, and who gains what once that is lifted (B-04, D-08). */
export const simulateConfidentiality: Handler<typeof routes.simulateConfidentiality> = async (context) => {
  const { dossier, access, share, assignment, input } = context
  const { confidential, ...page } = input
  const change = { kind: 'confidentiality', dossierId: dossier.dossierId, confidential } as const
  return { view: await askChange(context, change, page, { dossier, access, share, assignment }) }
}
