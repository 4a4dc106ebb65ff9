import type { Handler } from '../../kernel/handler.ts'
import { pageOfDossiers } from '../dossiers-of.ts'
import type { routes } from '../routes.ts'

/**
 * The dossiers one may see: all, for whoever may read any; else one's own, those one answers for, those shared with one,
 * and those of the clients assigned to one; a client user's, those assigned to them (S-12, P-01). Each is decided on
 * before it is shown.
 */
export const listDossiers: Handler<typeof routes.listDossiers> = async ({ actor, input, list, read, now, may }) => {
  const shows = (reached: object): boolean => may('dossier.read', reached)
  const { items, cursor } = await pageOfDossiers(
    actor,
    may('dossier.read', {}),
    { list, read, now },
    { ...input, shows },
  )
  return { view: { items: items.map(({ dossier }) => dossier), cursor } }
}
