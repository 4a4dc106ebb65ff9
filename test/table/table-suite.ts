/** What every table engine must do alike: the promises of `shared/table/table.ts`, with the records of the catalogue. */
import { beforeAll, describe, expect, test } from 'vitest'
import { Clients } from '../../functions/clients/records.ts'
import { DossierAccesses, Dossiers } from '../../functions/dossiers/records.ts'
import type { AnyQuestion, Stored } from '../../shared/table/record.ts'
import {
  create,
  type Page,
  type PageOptions,
  perhaps,
  remove,
  require,
  requireNone,
  type Table,
  UnreadableCursor,
  update,
  type Write,
} from '../../shared/table/table.ts'
import { idOf } from '../world.ts'
import { type Example, examples, type Where } from './examples.ts'
import { limitsSuite } from './limits-suite.ts'

const numbers = [1, 2, 3, 4, 5, 6, 7]

/** Every item of an answer, page by page, and how many pages that took. */
export const allPages = async (
  table: Table,
  question: AnyQuestion,
  of: object,
  options: Omit<PageOptions, 'cursor'>,
): Promise<{ items: Stored<object>[]; pages: number }> => {
  const items: Stored<object>[] = []
  let pages = 0
  for (let cursor: string | null | undefined; cursor !== null; pages++) {
    const page: Page<object> = await table.list(question, of, { ...options, cursor })
    items.push(...page.items)
    cursor = page.cursor
  }
  return { items, pages }
}

const commitAll = async (table: Table, writes: readonly Write[]): Promise<void> => {
  for (let from = 0; from < writes.length; from += 100) {
    expect(await table.commit(writes.slice(from, from + 100))).toBe('done')
  }
}

const itemsOf = ({ make }: Example, where: Where): object[] => numbers.map((number) => make(number, where))

/** What an answer must hold, in order: greater numbers lie later, and `there` between `here` where both are in it. */
const expectedOf = (one: Example, name: string): object[] => {
  const holds = one.asked[name]?.holds ?? 'here'
  const items = numbers.flatMap((number) =>
    (holds === 'everywhere' ? (['here', 'there'] as const) : [holds]).map((where) => one.make(number, where)),
  )
  return items.map((item) => ({ ...item, version: 1 }))
}

/** Of some records there is one item in a tenant: its key says nothing of its fields. */
const isSingle = ({ record, make }: Example): boolean => {
  const keys = [1, 2].map((number) => JSON.stringify(record.key(make(number, 'here') as never)))
  return keys[0] === keys[1]
}

export const tableSuite = (engine: string, open: () => Promise<Table>): void => {
  describe(engine, () => {
    let table: Table
    beforeAll(async () => {
      table = await open()
      // All records lie in the one table at once, as they do for a tenant: an answer with a stranger in it shows.
      for (const one of examples) {
        const single = isSingle(one)
        const items = single ? [one.make(1, 'here')] : [...itemsOf(one, 'here'), ...itemsOf(one, 'there')]
        await commitAll(
          table,
          items.map((item) => create(one.record as never, item)),
        )
      }
    })

    describe.each(examples.map((one) => ({ record: one.record.name, one })))('$record', ({ one }) => {
      test('is read back by its key as it was written', async () => {
        const item = one.make(isSingle(one) ? 1 : 7, 'here')
        const { found, none } = await table.load({
          found: perhaps(one.record, item as never),
          none: { record: one.record, key: { pk: 'NOBODY#1', sk: 'NOTHING' }, required: false },
        })
        expect(found).toEqual({ ...item, version: 1 })
        expect(none).toBeUndefined()
      })

      const questions = Object.entries(one.record.by as Record<string, AnyQuestion>).map(([name, question]) => ({
        name,
        question,
      }))
      describe.each(questions)('$name: $question.question', ({ name, question }) => {
        const asked = one.asked[name]
        const about = asked?.of('here') ?? {}
        const expected = expectedOf(one, name)

        test('answers with all that belongs to it and nothing else, in order, in one page', async () => {
          const page = await table.list(question, about, { limit: 100 })
          expect(page).toEqual({ items: expected, cursor: null })
        })

        test('is read to its end by cursor, page after page, none twice and none left out', async () => {
          const { items, pages } = await allPages(table, question, about, { limit: 3 })
          expect(items).toEqual(expected)
          expect(pages).toBe(Math.ceil(expected.length / 3))
        })

        test('is read from its end', async () => {
          const { items } = await allPages(table, question, about, { limit: 2, newestFirst: true })
          expect(items).toEqual(expected.toReversed())
        })

        test('a page that ends with the last item has no cursor', async () => {
          expect((await table.list(question, about, { limit: expected.length })).cursor).toBeNull()
        })

        test('is empty about somebody else', async () => {
          if (asked?.holds === 'everywhere') return
          const strange = Object.fromEntries(Object.keys(about).map((key) => [key, idOf(8888)]))
          expect(await table.list(question, strange, { limit: 10 })).toEqual({ items: [], cursor: null })
        })
      })
    })

    describe.each(
      examples.flatMap((one) =>
        Object.entries(one.asked).flatMap(([name, asked], at) =>
          asked.leavesBy === undefined ? [] : [{ record: one.record.name, name, one, asked, number: at + 2 }],
        ),
      ),
    )('$record.$name is sparse', ({ name, one, asked, number }) => {
      test('an item leaves the answer with the change that takes it out, and is still there by its key', async () => {
        const question = (one.record.by as Record<string, AnyQuestion>)[name] as AnyQuestion
        const before = (await table.load({ it: perhaps(one.record, one.make(number, 'there') as never) }))
          .it as Stored<object>
        const held = async () => (await table.list(question, asked.of('there'), { limit: 100 })).items.length
        const heldBefore = await held()
        expect(await table.commit([update(one.record as never, before as never, asked.leavesBy as never)])).toBe('done')
        expect(await held()).toBe(heldBefore - 1)
        const { it } = await table.load({ it: perhaps(one.record, before as never) })
        const kept = Object.fromEntries(Object.entries(asked.leavesBy ?? {}).filter(([, value]) => value !== undefined))
        expect(it).toMatchObject({ ...kept, version: 2 })
      })
    })

    describe('upTo', () => {
      test('gives only places up to and including the one named, from either end', async () => {
        const due = examples.find(({ record }) => record.name === 'follow-up') as Example
        const question = (due.record.by as Record<string, AnyQuestion>).due as AnyQuestion
        const place = question.sort(due.make(3, 'there') as never)
        const expected = expectedOf(due, 'due').slice(0, 6)
        expect((await allPages(table, question, {}, { limit: 2, upTo: place })).items).toEqual(expected)
        const backwards = await allPages(table, question, {}, { limit: 2, upTo: place, newestFirst: true })
        expect(backwards.items).toEqual(expected.toReversed())
      })
    })

    conditionsSuite(() => table)
    limitsSuite(() => table)

    describe('cursors', () => {
      const made = (place: string): string => Buffer.from(place).toString('base64url')
      test.each([
        { what: 'no base64url', cursor: 'été!' },
        { what: 'bytes that are no text', cursor: '_____w' },
        { what: 'nothing', cursor: '' },
        { what: 'a place before everything', cursor: made('\u0001') },
        { what: 'a place after everything', cursor: made('\u{10ffff}z') },
      ])('a cursor that is $what is refused, not a fault', async ({ cursor }) => {
        for (const newestFirst of [false, true]) {
          const asking = table.list(Dossiers.by.all, {}, { limit: 2, cursor, newestFirst })
          await expect(asking).rejects.toBeInstanceOf(UnreadableCursor)
        }
      })

      test("the cursor of another list is refused: it would lead out of this one's prefix", async () => {
        const { cursor } = await table.list(Dossiers.by.all, {}, { limit: 2 })
        const asking = table.list(
          DossierAccesses.by.ofDossier,
          { dossierId: idOf(1001) },
          { limit: 2, cursor: cursor ?? '' },
        )
        await expect(asking).rejects.toBeInstanceOf(UnreadableCursor)
      })

      test('a place in no list of ours, well formed, leads to the rest of the list and nowhere else', async () => {
        const { items } = await table.list(Dossiers.by.all, {}, { limit: 100, cursor: made('zzz') })
        expect(items).toEqual([])
      })
    })
  })
}

let fresh = 100_000
const client = (number = ++fresh) => ({
  clientId: idOf(number),
  name: 'Scierie des Trois Vallées',
  kind: 'company' as const,
  state: 'active' as const,
  email: 'bureau@trois-vallees.example' as string | null,
  createdAt: '2026-03-02T09:00:00.000Z',
  createdBy: idOf(1),
})

const conditionsSuite = (tableOf: () => Table): void => {
  const stored = async (): Promise<Stored<ReturnType<typeof client>>> => {
    const item = client()
    expect(await tableOf().commit([create(Clients, item)])).toBe('done')
    return { ...item, version: 1 }
  }
  const read = async ({ clientId }: { clientId: string }) =>
    (await tableOf().load({ it: perhaps(Clients, { clientId }) })).it

  describe('conditions', () => {
    test('what is created twice conflicts the second time, by name, and the first stays', async () => {
      const before = await stored()
      const { version: _, ...item } = before
      const again = create(Clients, { ...item, name: 'Another' })
      expect(await tableOf().commit([create(Clients, client()), again])).toEqual({ conflicts: [again] })
      expect(await read(before)).toEqual(before)
    })

    test('a change of what has changed since it was read conflicts, and nothing of the commit is done', async () => {
      const before = await stored()
      expect(await tableOf().commit([update(Clients, before, { name: 'First' })])).toBe('done')
      const other = client()
      const late = update(Clients, before, { name: 'Second' })
      expect(await tableOf().commit([create(Clients, other), late])).toEqual({ conflicts: [late] })
      expect(await read(before)).toMatchObject({ name: 'First', version: 2 })
      expect(await read(other)).toBeUndefined()
    })

    test('every write that met something newer is named', async () => {
      const [one, two, three] = [await stored(), await stored(), await stored()]
      await tableOf().commit([update(Clients, one, { name: 'x' }), update(Clients, three, { name: 'x' })])
      const writes = [update(Clients, one, { name: 'y' }), update(Clients, two, { name: 'y' }), remove(Clients, three)]
      expect(await tableOf().commit(writes)).toEqual({ conflicts: [writes[0], writes[2]] })
    })

    test('a removal takes the version read, and only that', async () => {
      const before = await stored()
      await tableOf().commit([update(Clients, before, { name: 'Newer' })])
      expect(await tableOf().commit([remove(Clients, before)])).not.toBe('done')
      expect(await tableOf().commit([remove(Clients, { ...before, version: 2 })])).toBe('done')
      expect(await read(before)).toBeUndefined()
    })

    test('what a decision rested on must not have changed, and is itself not changed by that', async () => {
      const before = await stored()
      expect(await tableOf().commit([require(Clients, before), create(Clients, client())])).toBe('done')
      expect(await read(before)).toEqual(before)
      await tableOf().commit([update(Clients, before, { name: 'Newer' })])
      expect(await tableOf().commit([require(Clients, before), create(Clients, client())])).not.toBe('done')
    })

    test('what must not be there yet is looked for, and is not made by that', async () => {
      const there = await stored()
      const elsewhere = { clientId: client().clientId }
      expect(await tableOf().commit([requireNone(Clients, elsewhere), update(Clients, there, { name: 'x' })])).toBe(
        'done',
      )
      expect(await tableOf().commit([requireNone(Clients, there), create(Clients, client())])).not.toBe('done')
    })

    test('what never was can be neither changed nor removed', async () => {
      const never = { ...client(), version: 1 }
      expect(await tableOf().commit([update(Clients, never, { name: 'x' })])).not.toBe('done')
      expect(await tableOf().commit([remove(Clients, never)])).not.toBe('done')
      expect(await read(never)).toBeUndefined()
    })

    test('a field set to undefined is gone, one set to null is there', async () => {
      const before = await stored()
      await tableOf().commit([update(Clients, before, { name: undefined as never, email: null })])
      const after = await read(before)
      expect(after).not.toHaveProperty('name')
      expect(after).toMatchObject({ email: null })
    })

    test('of many changes at one moment to one item exactly one is done', async () => {
      const before = await stored()
      const results = await Promise.all(
        numbers.map((number) => tableOf().commit([update(Clients, before, { name: `Writer ${number}` })])),
      )
      expect(results.filter((result) => result === 'done')).toHaveLength(1)
      expect((await read(before))?.version).toBe(2)
    })
  })
}
