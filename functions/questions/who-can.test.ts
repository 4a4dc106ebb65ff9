/** What "who can" reads, and what it can be asked: held against every route and every rule. */
import { describe, expect, test } from 'vitest'
import { introduce, type Person } from '../../shared/people.ts'
import { compile } from '../../shared/rules/decide.ts'
import { create } from '../../shared/table/table.ts'
import { ask, granted, holding, newId } from '../../test/ask.ts'
import type { MemoryTable } from '../../test/memory-table.ts'
import { ids, type Practice, thingsFor, writesOf } from '../../test/practice.ts'
import { idOf, NOW, personOf, shutSheet } from '../../test/world.ts'
import { catalogue } from '../catalogue.ts'
import { ClientAssignments } from '../clients/records.ts'
import { Dossiers } from '../dossiers/records.ts'
import { rules } from '../rules.ts'
import { Shares } from '../sharing/records.ts'
import { listWhoCanInDossier } from './handlers/list-who-can-in-dossier.ts'
import { actionsAskedOf } from './matter.ts'
import { namedThings } from './named-things.ts'

const policy = compile(rules)
const practice: Practice = {
  owner: 'owner',
  responsible: 'responsible',
  dossier: { state: 'active' },
  document: { by: 'owner', confidential: false, approvers: [] },
  ties: {
    stranger: { share: { access: 'read', until: null }, uses: false, assigned: 'by name' },
    'Administrator of the dossier': { share: null, uses: true, assigned: null },
  },
}

/** As many more members with a practitioner's rights, and dossiers of other clients, each shared and assigned. */
const grow = (table: MemoryTable, members: number, dossiers: number): void => {
  const { dossier } = thingsFor(practice, 'owner', 'dossier.read') as { dossier: object }
  const added = Array.from({ length: members }, () => newId())
  for (const personId of added)
    table.put(
      ...introduce({
        ...personOf('stranger'),
        personId,
        email: `${personId}@greffe.example`,
        sheet: shutSheet,
      } as Person),
    )
  for (let at = 0; at < dossiers; at++) {
    const dossierId = newId()
    const personId = added[at % added.length] ?? ''
    table.put(
      create(Dossiers, { ...dossier, dossierId, clientId: dossierId, ownerId: personId } as never),
      create(Shares, { dossierId, personId, access: 'read', givenBy: personId, givenAt: NOW, until: null }),
      create(ClientAssignments, { clientId: dossierId, personId, assigned: null, dossierIds: [dossierId] }),
    )
  }
}

const cost = async (members: number, dossiers: number) => {
  const table = holding(...writesOf(practice))
  grow(table, members, dossiers)
  const { dossier } = thingsFor(practice, 'owner', 'dossier.read') as { dossier: object }
  const as = personOf('settings editor')
  const { view } = await granted(ask(listWhoCanInDossier, { as, table, things: { dossier }, input: { limit: 100 } }))
  return {
    calls: table.calls.map(({ operation, items }) => [operation, items]),
    people: view.items.length,
  }
}

test('B-02: among 1,000 members and 10,000 dossiers only this dossier’s relations and the wide scopes are read', async () => {
  const small = await cost(1, 1)
  expect(small.people).toBeGreaterThanOrEqual(10)
  const large = await cost(1000, 10_000)
  expect(large).toEqual(small)
  expect(small.calls.filter(([operation]) => operation === 'Query')).toHaveLength(4)
}, 60_000)

describe('what may be asked', () => {
  test('every thing that a path of the API names can be named in a question', () => {
    const params = catalogue
      .flatMap(({ routes }) => Object.values(routes))
      .filter(({ open }) => open === undefined)
      .flatMap(({ path }) => [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''))
      // A person is whoever is asked about, or `aboutPersonId`; a role's default sheet is the organisation's.
      .filter((param) => param !== 'personId' && param !== 'role')
    expect(Object.keys(namedThings)).toEqual(expect.arrayContaining([...new Set(params)]))
  })

  test('B-02: no action on a dossier or its documents is left out of who can, but for what every member may', () => {
    const named = { dossierId: idOf(1), documentId: idOf(2), personId: idOf(3) }
    const asked = actionsAskedOf(policy, 'dossier', named).map(({ action }) => action)
    // What every member may is no question of who: meeting a dossier, where the organisation lets it be met (D-22).
    const everybodys = rules.filter((rule) => 'allow' in rule && rule.allow === 'member').map(({ action }) => action)
    const about = rules.filter(
      ({ on, action }) => ['dossier', 'document', 'share', 'client-user'].includes(on) && !everybodys.includes(action),
    )
    expect(asked).toEqual(expect.arrayContaining([...new Set(about.map(({ action }) => action))]))
  })

  test('B-02: no action on a client is left out of who can', () => {
    const asked = actionsAskedOf(policy, 'client', { clientId: ids.clientId, personId: idOf(3) }).map(
      ({ action }) => action,
    )
    const about = rules.filter(({ on }) => on === 'client')
    expect(asked).toEqual(expect.arrayContaining([...new Set(about.map(({ action }) => action))]))
  })
})
