import { isProblem } from '../../../shared/problems.ts'
import type { Handler } from '../../kernel/handler.ts'
import { choicesOf } from '../../settings/records.ts'
import { readBackground } from '../background.ts'
import { type Placed, placeRequest } from '../place-request.ts'
import type { routes } from '../routes.ts'
import { showRequest } from '../show-request.ts'

/**
 * Asks for access for a new person; asked again for the same address while it is pending, joins that request (P-12). For
 * several dossiers at once it makes a request of each, for its own responsible: all of them, or none.
 */
export const requestAccess: Handler<typeof routes.requestAccess> = async (context) => {
  const { actor, dossier, each, workspace, input, read, now, newId } = context
  const dossierIds = [...new Set([dossier, ...each.map((one) => one.dossier)].map(({ dossierId }) => dossierId))]
  const { requestDays, refusalPauseDays } = choicesOf(workspace)
  const found = await readBackground(dossierIds, input.email, read)
  const asking = { actor, input, days: requestDays, pauseDays: refusalPauseDays, now, newId }

  const placed: Placed[] = []
  for (const dossierId of dossierIds) {
    const one = placeRequest(asking, dossierId, found)
    if (isProblem(one)) return dossierIds.length === 1 ? one : { ...one, errors: namedBy(dossierId, context) }
    placed.push(one)
  }
  const [first, ...others] = placed.map(({ request, followUp, steps }) => showRequest(request, followUp, now, steps))
  return {
    view: { ...(first as NonNullable<typeof first>), also: others },
    version: placed[0]?.version ?? 1,
    writes: placed.flatMap(({ writes }) => writes),
    events: placed.flatMap(({ events }) => events),
  }
}

/** Which of several dossiers it is that cannot be asked for. */
const namedBy = (
  dossierId: string,
  { input }: { readonly input: { readonly alsoDossierIds: readonly string[] } },
): { pointer: string; detail: string }[] => {
  const at = input.alsoDossierIds.indexOf(dossierId)
  return [{ pointer: at < 0 ? '#' : `#/alsoDossierIds/${at}`, detail: dossierId }]
}
