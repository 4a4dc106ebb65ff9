/** D-01: dossiers are numbered from 1 without a gap, whoever makes them at once and whatever fails meanwhile. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CREATE, itemsOf, newDossier, type Office, openOffice } from '../../test/kernel/office.ts'
import { idOf, personOf } from '../../test/world.ts'

/** The office's own dossier has a number that nobody was given here. */
const numbersIn = (office: Office): unknown[] =>
  itemsOf(office, 'dossier')
    .filter(({ dossierId }) => dossierId !== idOf(500))
    .map(({ number }) => number)
    .toSorted((a, b) => Number(a) - Number(b))
const upTo = (last: number): number[] => Array.from({ length: last }, (_, at) => at + 1)

test('D-01: twenty made at once have twenty numbers, from the first to the last', async () => {
  const office = openOffice()
  const answers = await Promise.all(upTo(20).map(() => office.ask(CREATE, { as: 'administrator', body: newDossier })))
  expect(answers.map(({ status }) => status)).toEqual(upTo(20).map(() => 201))
  expect(answers.map(({ json }) => json.number as number).toSorted((a, b) => a - b)).toEqual(upTo(20))
  expect(numbersIn(office)).toEqual(upTo(20))
}, 30_000)

test('D-01: what is refused, impossible or broken off in the middle leaves no gap', async () => {
  const ways = fc.constantFrom('made', 'made', 'refused', 'impossible', 'broken off')
  await fc.assert(
    fc.asyncProperty(fc.array(ways, { minLength: 1, maxLength: 8 }), async (wanted) => {
      let breaks = wanted.filter((way) => way === 'broken off').length
      const office = openOffice(({ table }) => ({
        table: {
          ...table,
          // As many commits as are to be broken off never happen: the function ends before.
          commit: async (writes) => {
            if (breaks-- > 0) throw new Error('The function was ended.')
            return table.commit(writes)
          },
        },
      }))
      const answers = await Promise.all(
        wanted.map((way) =>
          office.ask(CREATE, {
            as: way === 'refused' ? 'owner' : 'administrator',
            body: way === 'impossible' ? { ...newDossier, ownerId: personOf('coordinator').personId } : newDossier,
          }),
        ),
      )
      const made = answers.filter(({ status }) => status === 201)
      expect(made.map(({ json }) => json.number as number).toSorted((a, b) => a - b)).toEqual(upTo(made.length))
      expect(numbersIn(office)).toEqual(upTo(made.length))
      expect(answers.filter(({ status }) => status === 409)).toEqual([])
    }),
    { numRuns: 30 },
  )
}, 60_000)
