import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Action } from '../../../shared/actions.ts'
import { compile } from '../../../shared/rules/decide.ts'
import { ask, granted, holding } from '../../../test/ask.ts'
import { anyPractice, causesFor, ids, type Practice, thingsFor, writesOf } from '../../../test/practice.ts'
import { everyPersona, NOW, personOf } from '../../../test/world.ts'
import { rules } from '../../rules.ts'
import { anybody } from '../anybody.ts'
import { routes } from '../routes.ts'
import { listWhoCanInDossier } from './list-who-can-in-dossier.ts'

const policy = compile(rules)
const as = personOf('settings editor')

type Shown = ReturnType<typeof routes.listWhoCanInDossier.output.parse>

const page = async (practice: Practice, input: object, table = holding(...writesOf(practice))): Promise<Shown> => {
  const { dossier } = thingsFor(practice, 'owner', 'dossier.read') as { dossier: object }
  const asked = ask(listWhoCanInDossier, { as, table, things: { dossier }, input: { limit: 50, ...input } })
  return routes.listWhoCanInDossier.output.parse((await granted(asked)).view)
}

const allPages = async (practice: Practice, input: object): Promise<Shown[]> => {
  const table = holding(...writesOf(practice))
  const pages = [await page(practice, input, table)]
  for (let cursor = pages[0]?.cursor ?? null; cursor !== null; cursor = pages.at(-1)?.cursor ?? null)
    pages.push(await page(practice, { ...input, cursor }, table))
  return pages
}

/** Who may do what and why, as plain lines. */
const told = (items: Shown['items']): string[] =>
  items
    .flatMap(({ person, can }) =>
      can.flatMap(({ action, causes }) =>
        causes.map(({ rule, path }) => `${person.name} · ${action} · ${rule} · ${path.join(' ⇒ ')}`),
      ),
    )
    .toSorted()

const expected = (practice: Practice, asked: readonly string[]): string[] =>
  everyPersona
    .flatMap((who) =>
      asked.flatMap((action) =>
        causesFor(policy, practice, who, action as Action, anybody).map(
          ({ rule, path }) => `${personOf(who).name} · ${action} · ${rule.id} · ${path.join(' ⇒ ')}`,
        ),
      ),
    )
    .toSorted()

const named = (asked: Shown): string[] => asked.actions.map(({ action }) => action)

const plain: Practice = {
  owner: 'owner',
  responsible: 'responsible',
  dossier: { state: 'active' },
  document: {
    by: 'Document Delivery of the dossier',
    confidential: false,
    approvers: ['Full Feedback of the dossier'],
  },
  ties: {
    stranger: { share: { access: 'write', until: '2026-04-01T00:00:00.000Z' }, uses: false, assigned: 'by name' },
    'Administrator of the dossier': { share: null, uses: true, assigned: null },
    'administrator, inactive': { share: { access: 'write', until: null }, uses: false, assigned: 'by name' },
    'super user': { share: { access: 'read', until: '2026-02-01T00:00:00.000Z' }, uses: false, assigned: null },
  },
}

describe('who can, and decide', () => {
  test('B-02: everyone who may do something with a dossier and its document is listed, by every cause, and nobody else', async () => {
    await fc.assert(
      fc.asyncProperty(anyPractice, fc.integer({ min: 1, max: 60 }), async (practice, limit) => {
        const pages = await allPages(practice, { limit, documentId: ids.documentId })
        const items = pages.flatMap((one) => one.items)
        expect(told(items)).toEqual(expected(practice, named(pages[0] as Shown)))
        expect(new Set(items.map(({ person }) => person.personId)).size).toBe(items.length)
        expect(pages.slice(0, -1).every((one) => one.items.length === limit)).toBe(true)
        expect(items.every(({ can }) => can.length > 0)).toBe(true)
      }),
      { numRuns: 60 },
    )
  }, 60_000)

  test('B-02: the actions of a dossier are asked of it, and those of a document once one is named', async () => {
    const ofDossier = named(await page(plain, {}))
    expect(ofDossier).toEqual(
      expect.arrayContaining(['dossier.know', 'dossier.read', 'share.list', 'share.give', 'document.import']),
    )
    expect(ofDossier).not.toContain('document.read')
    expect(ofDossier).not.toContain('client.read')
    expect(named(await page(plain, { documentId: ids.documentId }))).toEqual(
      expect.arrayContaining([...ofDossier, 'document.read']),
    )
  })
})

describe('one dossier', () => {
  const one = async (name: string, input: object = {}) => {
    const { items } = await page(plain, input)
    return items.find(({ person }) => person.name === name)?.can.find(({ action }) => action === 'dossier.read')?.causes
  }

  test('B-02: every cause is listed, so that ending one is seen to leave the other', async () => {
    const by = personOf('administrator').personId
    expect(await one(personOf('stranger').name)).toEqual([
      {
        rule: 'dossier.read/collaborator',
        source: 'D-03',
        path: ['share'],
        since: '2026-01-15T10:00:00.000Z',
        until: '2026-04-01T00:00:00.000Z',
        givenBy: by,
        requestId: null,
      },
      {
        rule: 'dossier.read/documentation',
        source: 'S-12',
        path: ['assignment', 'sheet'],
        since: '2026-01-15T10:00:00.000Z',
        until: null,
        givenBy: by,
        requestId: null,
      },
    ])
  })

  test('B-02: an owner is told since the dossier was made', async () => {
    expect(await one(personOf('owner').name)).toMatchObject([
      { path: ['ownership'], since: '2026-01-15T10:00:00.000Z', givenBy: personOf('administrator').personId },
    ])
  })

  test('B-02: an access tells by which request it was given', async () => {
    expect(await one(personOf('Administrator of the dossier').name)).toMatchObject([
      { path: ['access'], requestId: expect.any(String), givenBy: personOf('administrator').personId },
    ])
  })

  test('D-03: a share whose end has passed gives nothing any more', async () => {
    expect(await one(personOf('super user').name)).toBeUndefined()
  })

  test('D-06: a deactivated person is not listed, whatever lies there of theirs', async () => {
    const { items } = await page(plain, {})
    expect(items.map(({ person }) => person.status)).toEqual(items.map(() => 'active'))
  })

  test('B-02: one action alone may be asked for', async () => {
    const asked = await page(plain, { action: 'dossier.mark-confidential' })
    expect(told(asked.items)).toEqual([
      'Apolline Guérande · dossier.mark-confidential · dossier.mark-confidential/owner · ownership',
    ])
    expect(asked.rules.map(({ id }) => id)).toEqual(['dossier.mark-confidential/owner'])
    expect(asked).toMatchObject({ whole: true, asOf: NOW, cursor: null })
  })

  test('an action of something else is no question here, and the answer names those that are', async () => {
    const table = holding(...writesOf(plain))
    const { dossier } = thingsFor(plain, 'owner', 'dossier.read') as { dossier: object }
    const input = { limit: 50, action: 'room.read' }
    const outcome = await ask(listWhoCanInDossier, { as, table, things: { dossier }, input })
    expect(outcome).toMatchObject({ problem: 'invalid-input', detail: { en: expect.stringContaining('dossier.read') } })
  })

  test('a document that is not there is not found', async () => {
    const table = holding(...writesOf(plain))
    const { dossier } = thingsFor(plain, 'owner', 'dossier.read') as { dossier: object }
    const input = { limit: 50, documentId: ids.clientId }
    expect(await ask(listWhoCanInDossier, { as, table, things: { dossier }, input })).toEqual({ problem: 'not-found' })
  })
})
