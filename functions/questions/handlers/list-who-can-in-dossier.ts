import type { Handler } from '../../kernel/handler.ts'
import { askWho } from '../ask-who.ts'
import { asInPaths } from '../named-things.ts'
import type { routes } from '../routes.ts'

/** Who may do what with a dossier and what lies in it: only its own relations and the wide scopes are read (B-02, B-18). */
export const listWhoCanInDossier: Handler<typeof routes.listWhoCanInDossier> = ({ dossier, input, ...tools }) => {
  const { limit, cursor, action, at, ...named } = input
  return askWho(
    tools,
    { kind: 'dossier', dossierId: dossier.dossierId, clientId: dossier.clientId },
    { ...asInPaths(named), dossierId: dossier.dossierId },
    { limit, cursor, action, at },
  )
}
