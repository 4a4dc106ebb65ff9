/**
 * Lists agree with decisions: whoever may read a thing finds it in its list, and finds nothing else there. A list that
 * shows less than a page may hold tells by its cursor that there is more, so pages are full until the last.
 */
import { describe, expect, test } from 'vitest'
import { listAccessRequests } from '../functions/access-requests/handlers/list-access-requests.ts'
import { AccessRequests } from '../functions/access-requests/records.ts'
import { SendingBatches } from '../functions/archive-transfers/batches/records.ts'
import { listSendingBatches } from '../functions/archive-transfers/handlers/list-sending-batches.ts'
import { listTransfers } from '../functions/archive-transfers/handlers/list-transfers.ts'
import { Transfers } from '../functions/archive-transfers/records.ts'
import { listClients } from '../functions/clients/handlers/list-clients.ts'
import { type Client, ClientAssignments, Clients, dossierIdOf } from '../functions/clients/records.ts'
import { listDocuments } from '../functions/documents/handlers/list-documents.ts'
import { Documents } from '../functions/documents/records.ts'
import { listDossiers } from '../functions/dossiers/handlers/list-dossiers.ts'
import { DossierAccesses, Dossiers } from '../functions/dossiers/records.ts'
import { situationOf } from '../functions/kernel/authorize.ts'
import type { Handler } from '../functions/kernel/handler.ts'
import { listMembers } from '../functions/members/handlers/list-members.ts'
import { listOwnerRequests } from '../functions/owner-requests/handlers/list-owner-requests.ts'
import { OwnerRequests } from '../functions/owner-requests/records.ts'
import { rules } from '../functions/rules.ts'
import { Shares } from '../functions/sharing/records.ts'
import type { Action } from '../shared/actions.ts'
import type { Route } from '../shared/contract/route.ts'
import { People } from '../shared/people.ts'
import type { Persona } from '../shared/rules/cases.ts'
import { compile, decide } from '../shared/rules/decide.ts'
import type { AnyRecord } from '../shared/table/record.ts'
import { create } from '../shared/table/table.ts'
import { ask, granted } from './ask.ts'
import { type MemoryTable, memoryTable } from './memory-table.ts'
import { accessOf, dossier } from './one-dossier.ts'
import { type Example, examples } from './table/examples.ts'
import { characters, everyPersona, idOf, NOW, personOf, SOMEBODY_ELSE } from './world.ts'

const policy = compile(rules)
const may = (action: Action, persona: Persona, things: object): boolean =>
  decide(policy, action, situationOf(personOf(persona), things, NOW)).allowed

const exampleOf = (record: AnyRecord): Example => examples.find((one) => one.record === record) as Example

/** The dossier as it is for this persona: theirs to own or to answer for, where the persona says so. */
const dossierFor = (persona: Persona) => {
  const { person, owns, answers } = characters[persona]
  return {
    ...dossier,
    ownerId: owns === true ? person.personId : SOMEBODY_ELSE,
    responsibleId: answers === true ? person.personId : SOMEBODY_ELSE,
  }
}
const accessFor = (persona: Persona) => (characters[persona].uses === true ? accessOf(persona) : undefined)

type List = {
  readonly action: Action
  readonly read: Action
  readonly handler: Handler<Route>
  readonly id: string
  /** What is in the table for this persona, with what a decision on each looks at. */
  readonly items: (
    persona: Persona,
  ) => readonly { readonly record: AnyRecord; readonly item: object; readonly things: object }[]
}

/** Four things of one dossier, the second and fourth made by the persona. */
const inDossier = (record: AnyRecord, name: string, by: string) => (persona: Persona) =>
  [1, 2, 3, 4].map((number) => {
    const author = number % 2 === 0 ? personOf(persona).personId : SOMEBODY_ELSE
    const item = { ...exampleOf(record).make(number, 'here'), dossierId: dossier.dossierId, [by]: author }
    return { record, item, things: { dossier: dossierFor(persona), access: accessFor(persona), [name]: item } }
  })

type Tie = 'none' | 'their own' | 'shared' | 'share ended' | 'assigned' | 'owner of another' | 'shared and assigned'

const assignmentBy = (tie: Tie, { clientId }: { readonly clientId: string }, persona: Persona) => {
  const assigned = tie.endsWith('assigned') ? { by: SOMEBODY_ELSE, at: NOW } : null
  const dossierIds = tie === 'owner of another' ? [idOf(6999)] : []
  const { personId } = personOf(persona)
  return assigned === null && dossierIds.length === 0
    ? {}
    : { assignment: { clientId, personId, assigned, dossierIds } }
}

/** What a persona is to each of some dossiers, each of a client of its own; marked `!` where the whole is confidential. */
const dossiersAround = [
  'none',
  'assigned',
  'their own',
  'shared',
  'share ended',
  'owner of another',
  'shared and assigned',
  'none',
  'none!',
  'assigned!',
  'shared!',
  'their own!',
] as const satisfies readonly (Tie | `${Tie}!`)[]

const dossierTied = (persona: Persona, at: number, tied: (typeof dossiersAround)[number]) => {
  const confidential = tied.endsWith('!')
  const tie = tied.replace('!', '') as Tie
  const { personId } = personOf(persona)
  const strange = { ...dossier, ownerId: SOMEBODY_ELSE, responsibleId: SOMEBODY_ELSE }
  const clientId = idOf(6100 + at)
  // Ids in an order of their own, which is neither that of the ties nor that of the clients.
  const head = ((at * 7) % dossiersAround.length).toString(16)
  const dossierId = dossierIdOf(idOf(0).replace('019c', `01${head}c`), clientId)
  const { version: _, ...item } = {
    ...(tie === 'their own' ? dossierFor(persona) : strange),
    dossierId,
    clientId,
    confidential,
  }
  const until = tie === 'share ended' ? NOW : null
  const share = {
    dossierId,
    personId,
    access: 'read',
    givenBy: SOMEBODY_ELSE,
    givenAt: '2026-01-05T08:00:00.000Z',
    until,
  }
  const access = tie === 'their own' ? accessFor(persona) : undefined
  const things = {
    dossier: item,
    ...(access === undefined ? {} : { access: { ...access, dossierId } }),
    ...(tie.startsWith('share') ? { share } : {}),
    ...assignmentBy(tie, item, persona),
  }
  return { record: Dossiers, item, things }
}

/** What lies beside a thing of a list, by the name that decisions know it by. */
const ties: Readonly<Record<string, AnyRecord>> = {
  access: DossierAccesses,
  share: Shares,
  assignment: ClientAssignments,
}

const lists: readonly List[] = [
  {
    action: 'dossier.list',
    read: 'dossier.know',
    handler: listDossiers as never,
    id: 'dossierId',
    items: (persona) => dossiersAround.map((tie, at) => dossierTied(persona, at, tie)),
  },
  {
    action: 'document.list',
    read: 'document.read',
    handler: listDocuments as never,
    id: 'documentId',
    items: inDossier(Documents, 'document', 'createdBy'),
  },
  {
    action: 'transfer.list',
    read: 'transfer.read',
    handler: listTransfers as never,
    id: 'transferId',
    items: inDossier(Transfers, 'transfer', 'askedBy'),
  },
  {
    action: 'transfer.list',
    read: 'transfer.read',
    handler: listSendingBatches as never,
    id: 'batchId',
    items: inDossier(SendingBatches, 'transfer', 'askedBy'),
  },
  {
    action: 'access-request.list',
    read: 'access-request.read',
    handler: listAccessRequests as never,
    id: 'requestId',
    items: inDossier(AccessRequests, 'request', 'requestedBy'),
  },
  {
    action: 'owner-request.list',
    read: 'owner-request.read',
    handler: listOwnerRequests as never,
    id: 'requestId',
    items: inDossier(OwnerRequests, 'request', 'requestedBy'),
  },
  {
    action: 'client.list',
    read: 'client.read',
    handler: listClients as never,
    id: 'clientId',
    items: (persona) =>
      (['none', 'assigned', 'owner of another', 'none', 'assigned'] as const).map((tie, at) => {
        const item = { ...exampleOf(Clients).make(at, 'here'), state: at < 3 ? 'active' : 'archived' } as Client
        return { record: Clients, item, things: { client: item, ...assignmentBy(tie, item, persona) } }
      }),
  },
  {
    action: 'member.list',
    read: 'member.read',
    handler: listMembers as never,
    id: 'personId',
    items: () =>
      [1, 2, 3].map((number) => {
        const item = exampleOf(People).make(number, 'here')
        return { record: People, item, things: { member: item } }
      }),
  },
]

const tableFor = ({ items }: List, persona: Persona): MemoryTable => {
  const table = memoryTable()
  for (const { record, item, things } of items(persona)) {
    table.put(create(record as never, item as never))
    if (record !== Dossiers && record !== Clients) continue
    for (const [name, tie] of Object.entries(things))
      if (name in ties) table.put(create(ties[name] as never, tie as never))
  }
  return table
}

/** All pages of one item each, as the persona turns them. */
const pagesOf = async (list: List, persona: Persona) => {
  const table = tableFor(list, persona)
  const pages: (readonly Record<string, string>[])[] = []
  let cursor: string | null | undefined
  while (cursor !== null) {
    const input = { limit: 1, ...(cursor === undefined ? {} : { cursor }) }
    const things = { dossier: dossierFor(persona), access: accessFor(persona) }
    const { view } = await granted(ask(list.handler, { as: personOf(persona), table, things, input }))
    const page = view as { items: readonly Record<string, string>[]; cursor: string | null }
    pages.push(page.items)
    cursor = page.cursor
  }
  return pages
}

describe.each(lists)('$action', (list) => {
  const listers = everyPersona.filter((persona) =>
    may(list.action, persona, { dossier: dossierFor(persona), access: accessFor(persona) }),
  )

  test('whoever has the list finds in it exactly what they may read', async () => {
    for (const persona of listers) {
      const shown = (await pagesOf(list, persona)).flat().map((item) => item[list.id])
      const readable = list.items(persona).filter(({ things }) => may(list.read, persona, things))
      const expected = readable.map(({ item }) => (item as Record<string, string>)[list.id])
      expect(shown.toSorted(), persona).toEqual(expected.toSorted())
    }
  })

  test('C-05: no cursor tells of what one may not read: every page is full but the last', async () => {
    for (const persona of listers) {
      const pages = await pagesOf(list, persona)
      expect(
        pages.slice(0, -1).filter((page) => page.length === 0),
        persona,
      ).toEqual([])
    }
  })
})
