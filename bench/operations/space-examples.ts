/** One request of each operation on collaborative spaces that must succeed in the standing world. */
import { introduce, type Person } from '../../shared/people.ts'
import { CONTENT } from './content.ts'
import type { Example } from './examples.ts'
import type { StandingWorld } from './standing-world.ts'

const announced = { name: 'compte rendu.pdf', length: CONTENT.length, sha256: CONTENT.sha256 }
const written = { title: 'Premier contact', markdown: 'Elle rappellera *mardi*.' }

/** Somebody of the space that stands there. */
const member = (
  { space: { spaceId } }: StandingWorld,
  more: Partial<Example> = {},
  params: Example['params'] = {},
): Example => ({ as: 'practitioner', params: { spaceId, ...params }, ...more })

/** The same, with something in it that is read or changed. */
const withEntry = (world: StandingWorld, more: Partial<Example> = {}): Example =>
  member(world, more, { spaceEntryId: world.spaceEntry.entryId })

/** A space of the practitioner's own, with these others. */
const another = ({ town }: StandingWorld, others: readonly Person[] = []) => {
  const { space, writes } = town.space([town.practitioner, ...others])
  return { as: 'practitioner', params: { spaceId: space.spaceId }, before: writes } as const
}

const aColleague = ({ town }: StandingWorld): Person => town.member('Philippine Auzoux')

const aDocument = (world: StandingWorld, more: { readonly waits?: boolean } & Partial<Example> = {}): Example => {
  const { waits = false, input = {}, ...rest } = more
  const { entry, version, key, writes } = world.town.spaceEntry(world.space, 'document', waits)
  const named = waits ? { versionId: version.versionId } : input
  return member(world, { before: writes, objects: [key], input: named, ...rest }, { spaceEntryId: entry.entryId })
}

export const spaceExamples: Readonly<Record<string, (world: StandingWorld) => Example>> = {
  'createCollaborativeSpace: bound to a dossier': ({ dossier: { dossierId } }) => ({
    as: 'practitioner',
    input: { name: 'Réseau des praticiens', boundTo: dossierId },
  }),
  listCollaborativeSpaces: () => ({ as: 'office' }),
  readCollaborativeSpace: (world) => member(world),
  changeCollaborativeSpace: (world) => member(world, { input: { name: 'Réseau des praticiens' } }),
  closeCollaborativeSpace: (world) => ({ ...another(world), input: {} }),
  // As many as one BatchGetItem brings, with since when each is a member.
  listCompanions: (world) => member(world, { input: { limit: 30 } }),
  inviteCompanions: (world) => {
    const colleagues = Array.from({ length: 3 }, () => aColleague(world))
    const { before, ...rest } = another(world)
    return {
      ...rest,
      before: [...before, ...colleagues.flatMap((person) => introduce(person))],
      input: { personIds: colleagues.map(({ personId }) => personId) },
    }
  },
  leaveCollaborativeSpace: (world) => another(world, [world.town.office]),
  writeEntry: (world) => member(world, { input: { kind: 'note', ...written } }),
  listEntries: (world) => member(world),
  readEntry: (world) => withEntry(world),
  rewriteEntry: (world) => withEntry(world, { input: written }),
  listEntryVersions: (world) => withEntry(world),
  addSpaceDocument: (world) => member(world, { input: announced }),
  addSpaceDocumentVersion: (world) => aDocument(world, { input: announced }),
  copyDocumentToSpace: (world) => {
    const { params, before } = another(world)
    const { document, writes } = world.town.document(world.dossier)
    return {
      as: 'practitioner',
      params: { dossierId: world.dossier.dossierId, documentId: document.documentId },
      input: params,
      before: [...before, ...writes],
    }
  },
  renewSpaceUpload: (world) => aDocument(world, { waits: true }),
  completeSpaceUpload: (world) => aDocument(world, { waits: true }),
  downloadSpaceDocument: (world) => aDocument(world),

  'listWhoCanInSpace: at present': (world) => member(world, { input: { limit: 30 } }),
  listSpaceInventory: ({ keeper: { personId } }) => ({ as: 'office', params: { personId } }),
  'handOver: a space that nobody else is in': (world) => {
    const { town } = world
    const [leaver, successor] = [aColleague(world), aColleague(world)]
    const { space, writes } = town.space([leaver])
    const item = { kind: 'collaborative-space', spaceId: space.spaceId, successorId: successor.personId }
    return {
      as: 'office',
      params: { personId: leaver.personId },
      input: { items: [item] },
      before: [...introduce(leaver), ...introduce(successor), ...writes],
    }
  },
  'deactivateMember: who is in a space with others': (world) => {
    const { town } = world
    const leaver = aColleague(world)
    const { writes } = town.space([leaver, town.practitioner])
    return { as: 'office', params: { personId: leaver.personId }, input: {}, before: [...introduce(leaver), ...writes] }
  },
}
