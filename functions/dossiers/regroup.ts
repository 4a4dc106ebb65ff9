/** What changes when dossiers come into a client group, go to another, or leave one (P-11). */
import type { Stored } from '../../shared/table/record.ts'
import { create, type Lookup, perhaps, remove, require, update, type Write } from '../../shared/table/table.ts'
import { type ClientGroup, ClientGroups, type GroupedDossier, GroupedDossiers } from '../client-groups/records.ts'
import type { Tools } from '../kernel/handler.ts'
import type { Dossier, Naming } from './records.ts'

type Grouped = Pick<Dossier, 'dossierId' | 'clientGroupId'>

type FoundGroups = {
  readonly group: (clientGroupId: string) => Stored<ClientGroup> | undefined
  readonly place: (dossierId: string) => Stored<GroupedDossier> | undefined
}

/** The groups that dossiers leave and come into, and where each is written down: one consistent read. */
export const readGroups = async (
  dossiers: readonly Grouped[],
  to: string | null | undefined,
  read: Tools['read'],
): Promise<FoundGroups> => {
  const lookups: Readonly<Record<string, Lookup>> = Object.fromEntries([
    ...[...dossiers.map(({ clientGroupId }) => clientGroupId), to]
      .filter((clientGroupId) => typeof clientGroupId === 'string')
      .map((clientGroupId) => [`group ${clientGroupId}`, perhaps(ClientGroups, { clientGroupId })] as const),
    ...dossiers.flatMap(({ dossierId, clientGroupId }) =>
      clientGroupId === undefined
        ? []
        : [[`place ${dossierId}`, perhaps(GroupedDossiers, { clientGroupId, dossierId })] as const],
    ),
  ])
  const found = (Object.keys(lookups).length === 0 ? {} : await read(lookups)) as Readonly<Record<string, unknown>>
  return {
    group: (clientGroupId) => found[`group ${clientGroupId}`] as Stored<ClientGroup> | undefined,
    place: (dossierId) => found[`place ${dossierId}`] as Stored<GroupedDossier> | undefined,
  }
}

/**
 * Every write by which dossiers come into a group, or into none, but for their own items: the caller sets
 * `clientGroupId` there with whatever else it changes. A group that is deleted at the same moment takes none.
 */
export const regroup = (
  dossiers: readonly Grouped[],
  to: Stored<ClientGroup> | undefined,
  found: FoundGroups,
  { at, by }: Naming,
): readonly Write[] => {
  const moved = dossiers.filter(({ clientGroupId }) => clientGroupId !== to?.clientGroupId)
  const left = Map.groupBy(
    moved.filter(({ clientGroupId }) => clientGroupId !== undefined),
    ({ clientGroupId }) => clientGroupId as string,
  )
  return [
    ...[...left].flatMap(([clientGroupId, those]) => {
      const group = found.group(clientGroupId)
      return group === undefined ? [] : [update(ClientGroups, group, { dossiers: group.dossiers - those.length })]
    }),
    ...moved.flatMap(({ dossierId }) => {
      const place = found.place(dossierId)
      return place === undefined ? [] : [remove(GroupedDossiers, place)]
    }),
    ...(to === undefined ? [] : [joining(to, moved.length)]),
    ...(to === undefined ? [] : moved).map(({ dossierId }) =>
      create(GroupedDossiers, { clientGroupId: (to as ClientGroup).clientGroupId, dossierId, at, by }),
    ),
  ]
}

const joining = (to: Stored<ClientGroup>, more: number): Write =>
  more === 0 ? require(ClientGroups, to) : update(ClientGroups, to, { dossiers: to.dossiers + more })
