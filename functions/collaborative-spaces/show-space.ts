/** What is shown of a collaborative space, and of the dossiers that it names: those alone that the reader may know of. */
import type { Stored } from '../../shared/table/record.ts'
import { perhaps } from '../../shared/table/table.ts'
import { type Dossier, Dossiers } from '../dossiers/records.ts'
import { tiesTo } from '../dossiers/resource.ts'
import type { Tools } from '../kernel/handler.ts'
import type { CollaborativeSpace } from './records.ts'

type Reader = Pick<Tools, 'actor' | 'read' | 'may'>

/** What one read brings to decide whether somebody may know of a dossier. */
export const lookupsOf = (dossierId: string, personId: string) => ({
  dossier: perhaps(Dossiers, { dossierId }),
  ...tiesTo(dossierId, personId),
})

export type DossierTold = Pick<Dossier, 'dossierId' | 'number'>

/** The dossier's id and number, to whoever may know of it; to others it is as if there were none (D-19). */
export const toldOf = (
  { dossier, ...ties }: { readonly dossier: Stored<Dossier> | undefined } & object,
  may: Tools['may'],
): DossierTold | null =>
  dossier !== undefined && may('dossier.know', { ...ties, dossier })
    ? { dossierId: dossier.dossierId, number: dossier.number }
    : null

/** A dossier as this reader is told of it. */
export const tellDossier = async (
  dossierId: string | null,
  { actor, read, may }: Reader,
): Promise<DossierTold | null> =>
  dossierId === null ? null : toldOf(await read(lookupsOf(dossierId, actor.personId)), may)

/** A collaborative space as this reader sees it. */
export const showSpace = async <S extends CollaborativeSpace>(space: S, reader: Reader) => ({
  ...space,
  boundTo: await tellDossier(space.boundTo, reader),
})
