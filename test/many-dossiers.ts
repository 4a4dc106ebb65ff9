/** Many dossiers that a practitioner owns, with all that follows from owning them: for transfers of all of them. */
import { assignFor, type Client, Clients, dossierIdOf } from '../functions/clients/records.ts'
import { type Dossier, Dossiers } from '../functions/dossiers/records.ts'
import { Holdings } from '../shared/people.ts'
import type { NewId } from '../shared/ports/ids.ts'
import { create, type Write } from '../shared/table/table.ts'
import { NOW } from './world.ts'

/** Two are of one client each time. The practitioner holds nothing else. */
export const manyDossiers = (
  { personId }: { readonly personId: string },
  count: number,
  newId: NewId,
): { readonly dossiers: readonly Dossier[]; readonly writes: readonly Write[] } => {
  const clients = Array.from(
    { length: Math.ceil(count / 2) },
    (): Client => ({
      clientId: newId(),
      name: 'Atelier Verrières',
      kind: 'company',
      email: null,
      state: 'active',
      createdAt: NOW,
      createdBy: personId,
    }),
  )
  const dossiers = Array.from({ length: count }, (_, at): Dossier => {
    const { clientId, name } = clients[Math.floor(at / 2)] as Client
    return {
      dossierId: dossierIdOf(newId(), clientId),
      number: at + 1,
      clientId,
      clientName: name,
      ownerId: personId,
      responsibleId: personId,
      state: 'active',
      modules: ['archive'],
      createdAt: NOW,
      createdBy: personId,
    }
  })
  const ofClient = Map.groupBy(dossiers, ({ clientId }) => clientId)
  return {
    dossiers,
    writes: [
      ...clients.map((client) => create(Clients, client)),
      ...dossiers.map((dossier) => create(Dossiers, dossier)),
      ...[...ofClient].flatMap(([clientId, theirs]) => [
        ...assignFor(undefined, { clientId, personId }, { dossierIds: theirs.map(({ dossierId }) => dossierId) }),
      ]),
      create(Holdings, { personId, dossiers: count, responsibilities: count }),
    ],
  }
}
