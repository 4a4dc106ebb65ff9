/** Dossiers that members hold, kept as the handlers keep them: what a member is asked to hand over. */
import { assignFor, ClientAssignments, dossierIdOf } from '../functions/clients/records.ts'
import { type Dossier, Dossiers } from '../functions/dossiers/records.ts'
import { Holdings, holdMore, introduce } from '../shared/people.ts'
import type { Persona } from '../shared/rules/cases.ts'
import type { Stored } from '../shared/table/record.ts'
import { create, perhaps } from '../shared/table/table.ts'
import { holding } from './ask.ts'
import type { MemoryTable } from './memory-table.ts'
import { idOf, NOW, personOf } from './world.ts'

export const clientIdOf = (number: number): string => idOf(0x5000 + number)

/** The dossier of this number: every second one is of the same client. */
export const heldDossier = (number: number, owner: Persona, responsible: Persona = owner): Dossier => {
  const clientId = clientIdOf(number % 2)
  return {
    dossierId: dossierIdOf(`019cabcd-${number.toString(16).padStart(4, '0')}-7000`, clientId),
    number,
    clientId,
    clientName: 'Atelier Verrières',
    ownerId: personOf(owner).personId,
    responsibleId: personOf(responsible).personId,
    state: 'active',
    modules: ['archive'],
    createdAt: NOW,
    createdBy: personOf('administrator').personId,
  } as Dossier
}

/** These people and dossiers, with what each holds and the clients they count as assigned to. */
export const officeHolding = async (
  personas: readonly Persona[],
  dossiers: readonly Dossier[],
): Promise<MemoryTable> => {
  const table = holding(
    ...personas.flatMap((persona) => introduce(personOf(persona))),
    ...dossiers.map((dossier) => create(Dossiers, dossier)),
  )
  for (const { dossierId, clientId, ownerId, responsibleId } of dossiers) {
    await table.commit([holdMore(await holdingsOf(table, ownerId), ownerId, { dossiers: 1 })])
    await table.commit([holdMore(await holdingsOf(table, responsibleId), responsibleId, { responsibilities: 1 })])
    const { before } = await table.load({ before: perhaps(ClientAssignments, { clientId, personId: ownerId }) })
    const assignment = before as Stored<{ dossierIds: string[] }> | undefined
    const dossierIds = [...(assignment?.dossierIds ?? []), dossierId]
    await table.commit([...assignFor(before as never, { clientId, personId: ownerId }, { dossierIds })])
  }
  return table
}

export const holdingsOf = async (table: MemoryTable, personId: string): Promise<Stored<Holdings> | undefined> =>
  (await table.load({ held: perhaps(Holdings, { personId }) })).held as Stored<Holdings> | undefined
