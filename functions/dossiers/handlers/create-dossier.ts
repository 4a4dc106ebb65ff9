import { Holdings, holdMore, isActiveColleague, isActivePractitioner, People } from '../../../shared/people.ts'
import { problem } from '../../../shared/problems.ts'
import { create, perhaps, require, update } from '../../../shared/table/table.ts'
import { ClientGroups } from '../../client-groups/records.ts'
import { assignFor, ClientAssignments, Clients, dossierIdOf } from '../../clients/records.ts'
import type { Handler } from '../../kernel/handler.ts'
import { type Dossier, DossierCounters, DossierNumbers, Dossiers } from '../records.ts'
import { regroup } from '../regroup.ts'
import type { routes } from '../routes.ts'
import { showDossier } from '../show-dossier.ts'

/** Creates a dossier with the organisation's next number (P-14, D-01). */
export const createDossier: Handler<typeof routes.createDossier> = async ({ actor, input, read, now, newId }) => {
  const { clientId, ownerId, responsibleId = ownerId, modules = ['archive'], answeredBy, clientGroupId } = input
  if (answeredBy === 'client-group' && clientGroupId === undefined) return problem('client-group-needed')
  const { client, owner, responsible, counter, assignment, group, ...holdings } = await read({
    client: perhaps(Clients, { clientId }),
    owner: perhaps(People, { personId: ownerId }),
    responsible: perhaps(People, { personId: responsibleId }),
    counter: perhaps(DossierCounters, {}),
    assignment: perhaps(ClientAssignments, { clientId, personId: ownerId }),
    group: perhaps(ClientGroups, { clientGroupId: clientGroupId ?? 'none' }),
    ofOwner: perhaps(Holdings, { personId: ownerId }),
    ofResponsible: perhaps(Holdings, { personId: responsibleId }),
  })
  if (client === undefined || (clientGroupId !== undefined && group === undefined)) return problem('not-found')
  if (client.state === 'archived') return problem('client-archived')
  if (!isActivePractitioner(owner) || !isActiveColleague(responsible)) return problem('owner-not-eligible')

  const number = (counter?.last ?? 0) + 1
  const made = { at: now, by: actor.personId }
  const dossier: Dossier = {
    dossierId: dossierIdOf(newId(), clientId),
    number,
    clientId,
    clientName: client.name,
    ownerId,
    responsibleId,
    ...(answeredBy && { answeredBy }),
    ...(group && { clientGroupId }),
    state: 'active',
    modules,
    createdAt: now,
    createdBy: actor.personId,
    changedAt: now,
  }
  return {
    view: showDossier(dossier),
    version: 1,
    writes: [
      create(Dossiers, dossier),
      ...(group === undefined ? [] : regroup([{ dossierId: dossier.dossierId }], group, noGroups, made)),
      create(DossierNumbers, { number, dossierId: dossier.dossierId }),
      ...assignFor(
        assignment,
        { clientId, personId: ownerId },
        {
          dossierIds: [...(assignment?.dossierIds ?? []), dossier.dossierId],
        },
      ),
      // Whoever is deactivated at the same moment holds nothing that the inventory did not show (D-20).
      ...(responsibleId === ownerId
        ? [holdMore(holdings.ofOwner, ownerId, { dossiers: 1, responsibilities: 1 })]
        : [
            holdMore(holdings.ofOwner, ownerId, { dossiers: 1 }),
            holdMore(holdings.ofResponsible, responsibleId, { responsibilities: 1 }),
            require(People, responsible),
          ]),
      require(People, owner),
      // A client that is archived at the same moment takes no new dossier.
      require(Clients, client),
      counter === undefined
        ? create(DossierCounters, { last: number })
        : update(DossierCounters, counter, { last: number }),
    ],
  }
}

/** Of a dossier that was in no group yet. */
const noGroups = { group: () => undefined, place: () => undefined }
