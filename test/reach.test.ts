/** What somebody is told that they reach is what they may, whatever the organisation and the size of the pages. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AccessRequests } from '../functions/access-requests/records.ts'
import { Documents } from '../functions/documents/records.ts'
import { actionsOn } from '../functions/questions/actions-on.ts'
import { rules } from '../functions/rules.ts'
import type { ResourceKind } from '../shared/actions.ts'
import { compile } from '../shared/rules/decide.ts'
import { create } from '../shared/table/table.ts'
import { anOrganisation, askAs, namesOf, OFFICE, type Organisation, reachOfAll, settle } from './simulated-office.ts'
import { examples } from './table/examples.ts'
import { idOf } from './world.ts'

const policy = compile(rules)

type Place = ReturnType<typeof settle>
type Item = {
  readonly resource: Readonly<Record<string, string>>
  readonly can: readonly {
    readonly action: string
    readonly content?: readonly string[]
    readonly causes: readonly object[]
  }[]
}

/** Every page, one after another; or the problem. */
const pages = async (
  { table }: Place,
  as: string,
  about: string,
  input: Readonly<Record<string, string | number>>,
): Promise<readonly (readonly Item[])[] | string> => {
  const [name, params] = as === about ? ['listOwnReach', {}] : ['listReach', { personId: about }]
  const all: (readonly Item[])[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const answer = await askAs(table, as, name, params, { ...input, ...(cursor !== '' && { cursor }) })
    if (answer.problem !== null) return answer.problem
    const page = answer.json as unknown as { items: readonly Item[]; cursor: string | null }
    all.push(page.items)
    cursor = page.cursor
  }
  return all
}

const everybody = (place: Place): readonly string[] => [OFFICE, ...place.memberIds, ...place.userIds]
const limits = fc.integer({ min: 1, max: 9 })

describe('B-03: what can', () => {
  test('everything that a person may is listed once, with its causes, and nothing else: to the office about anybody, and to each about themself', async () => {
    let own = 0
    const holds = async (organisation: Organisation, limit: number): Promise<void> => {
      const place = settle(organisation)
      for (const personId of everybody(place)) {
        const expected = [...reachOfAll(place.table, (person) => person.personId === personId)].sort()
        const told = async (as: string) => {
          const all = await pages(place, as, personId, { limit })
          if (typeof all === 'string') return all
          const items = all.flat()
          expect(items.every(({ can }) => can.length > 0 && can.every(({ causes }) => causes.length > 0))).toBe(true)
          return items.flatMap(({ resource, can }) => namesOf(personId, resource, can)).sort()
        }
        expect(await told(OFFICE)).toEqual(expected)
        // Whoever is not active asks nothing; they reach nothing either.
        const themself = await told(personId)
        if (expected.length === 0) expect(themself).toBe('refused')
        else {
          expect(themself).toEqual(expected)
          own += 1
        }
      }
    }
    await fc.assert(fc.asyncProperty(anOrganisation, limits, holds), { numRuns: 25 })
    expect(own).toBeGreaterThan(25)
  }, 120_000)

  test('a page that is not the last of its stage is full, so that no cursor tells of what one may not', async () => {
    const holds = async (organisation: Organisation, limit: number): Promise<void> => {
      const place = settle(organisation)
      for (const personId of everybody(place)) {
        const all = await pages(place, personId, personId, { limit })
        if (typeof all === 'string') continue
        // One short page for each stage at most.
        expect(all.filter((items) => items.length < limit).length).toBeLessThanOrEqual(4)
      }
    }
    await fc.assert(fc.asyncProperty(anOrganisation, limits, holds), { numRuns: 15 })
  }, 120_000)

  test('the office is told names of what it may read; who may not read is told ids alone', async () => {
    const place = settle(fc.sample(anOrganisation, { numRuns: 1, seed: 7 })[0] as Organisation)
    const all = (await pages(place, OFFICE, OFFICE, { limit: 50 })) as Item[][]
    const dossiers = all.flat().filter(({ resource }) => resource.kind === 'dossier')
    expect(dossiers.every(({ resource }) => /^\d+( · .+)?$/.test(resource.label ?? ''))).toBe(true)
  })
})

describe('B-03 and B-01 agree', () => {
  test('a right is listed where the explanation of it says known and allowed, and nowhere else', async () => {
    let asked = 0
    const holds = async (organisation: Organisation, who: number): Promise<void> => {
      const place = settle(organisation)
      const everyone = everybody(place)
      const personId = everyone[who % everyone.length] as string
      const reached = reachOfAll(place.table, (person) => person.personId === personId)
      const things: readonly Item['resource'][] = [
        { kind: 'organisation' },
        ...place.memberIds.slice(0, 2).map((id) => ({ kind: 'member', personId: id })),
        { kind: 'client', clientId: place.clientIds[0] as string },
        { kind: 'dossier', dossierId: place.dossierIds[0] as string },
      ]
      for (const { kind = '', personId: about, ...ids } of things)
        for (const { action } of actionsOn(policy, kind as ResourceKind)) {
          const named = { ...ids, ...(about !== undefined && { aboutPersonId: about }) }
          const { problem, json } = await askAs(
            place.table,
            OFFICE,
            'explainPerson',
            { personId },
            { action, ...named },
          )
          if (problem !== null) continue
          const resource = { kind, ...ids, ...(about !== undefined && { personId: about }) }
          const [name = ''] = namesOf(personId, resource, [{ action }])
          // Of what one may not know of there is nothing, whatever a rule would allow.
          expect([name, reached.has(name)]).toEqual([name, Boolean(json.allowed) && Boolean(json.known)])
          asked += 1
        }
    }
    await fc.assert(fc.asyncProperty(anOrganisation, fc.nat(20), holds), { numRuns: 40 })
    expect(asked).toBeGreaterThan(1000)
  }, 120_000)
})

const documentExample = examples.find(({ record }) => record === Documents)
const requestExample = examples.find(({ record }) => record === AccessRequests)

describe('B-03: what can, in a dossier', () => {
  const withThings = (organisation: Organisation) => {
    const place = settle(organisation)
    const [dossierId = ''] = place.dossierIds
    place.table.put(
      ...[1, 2, 3, 4].map((at) =>
        create(Documents, {
          ...(documentExample?.make(at, 'here') as never as object),
          dossierId,
          documentId: idOf(7000 + at),
          createdBy: at % 2 === 0 ? (place.userIds[0] as string) : OFFICE,
          ...(at > 2 && { confidential: true }),
        } as never),
      ),
      create(AccessRequests, {
        ...(requestExample?.make(1, 'here') as never as object),
        dossierId,
        requestId: idOf(7100),
        requestedBy: place.userIds[0] as string,
      } as never),
    )
    return { ...place, dossierId }
  }

  test('each thing is listed for whoever may do something with it; of a dossier unknown to them nothing is there', async () => {
    const seen = { listed: 0, hidden: 0 }
    const holds = async (organisation: Organisation, limit: number): Promise<void> => {
      const place = withThings(organisation)
      const { dossierId } = place
      for (const personId of everybody(place)) {
        const about = await pages(place, OFFICE, personId, { limit, dossierId })
        const own = await pages(place, personId, personId, { limit, dossierId })
        if (own === 'refused') {
          expect((about as Item[][]).flat()).toEqual([])
          continue
        }
        if (own === 'not-found') {
          expect((about as Item[][]).flat()).toEqual([])
          seen.hidden += 1
          continue
        }
        const bare = (all: unknown) =>
          (all as Item[][]).flat().map(({ resource: { label: _, ...ids }, can }) => ({ ids, can }))
        expect(bare(own)).toEqual(bare(about))
        seen.listed += bare(own).length
      }
    }
    await fc.assert(fc.asyncProperty(anOrganisation, limits, holds), { numRuns: 20 })
    expect(seen.listed).toBeGreaterThan(20)
    expect(seen.hidden).toBeGreaterThan(5)
  }, 120_000)

  test('a dossier that does not exist is not found, by the office either', async () => {
    const place = settle(fc.sample(anOrganisation, { numRuns: 1, seed: 7 })[0] as Organisation)
    expect(await pages(place, OFFICE, place.memberIds[0] as string, { limit: 5, dossierId: idOf(99_999) })).toBe(
      'not-found',
    )
  })

  test('a cursor that was not given is refused as such', async () => {
    const place = settle(fc.sample(anOrganisation, { numRuns: 1, seed: 7 })[0] as Organisation)
    for (const cursor of ['nonsense', 'W10', 'WyJub3doZXJlIixudWxsXQ'])
      await expect(askAs(place.table, OFFICE, 'listOwnReach', {}, { cursor })).rejects.toThrow('cursor')
  })
})
