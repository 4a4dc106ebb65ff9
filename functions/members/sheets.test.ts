import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isProblem } from '../../shared/problems.ts'
import { roleNames } from '../../shared/roles.ts'
import { type Area, areas, breadthsOf, editExceedsView, type Sheet } from '../../shared/sheet.ts'
import { ask } from '../../test/ask.ts'
import { personOf } from '../../test/world.ts'
import { defaultSheet } from '../settings/default-sheet.ts'
import { addMember } from './handlers/add-member.ts'
import { routes } from './routes.ts'

/** From none to all, as the requirement's table writes them from left to right. */
const NARROW_TO_WIDE = ['none', 'own', 'assigned', 'all']
const allAreas = Object.keys(areas) as Area[]

const aSheet: fc.Arbitrary<Sheet> = fc.record(
  Object.fromEntries(
    allAreas.map((area) => {
      const breadth = fc.constantFrom(...breadthsOf[area])
      return [area, fc.record({ view: breadth, edit: breadth })]
    }),
  ),
) as unknown as fc.Arbitrary<Sheet>

const invitation = {
  name: 'Basile Tournemire',
  email: 'basile@cabinet.example',
  language: 'fr',
  roles: ['practitioner'],
}

test('S-09: of all sheets, exactly those are given to a member that edit nothing beyond what they view', async () => {
  await fc.assert(
    fc.asyncProperty(aSheet, async (sheet) => {
      const tooWide = allAreas.filter(
        (area) => NARROW_TO_WIDE.indexOf(sheet[area].edit) > NARROW_TO_WIDE.indexOf(sheet[area].view),
      )
      const outcome = await ask(addMember, { as: personOf('administrator'), input: { ...invitation, sheet } })
      if (isProblem(outcome)) {
        expect(outcome.problem).toBe('edit-exceeds-view')
        expect(outcome.errors?.map(({ pointer }) => pointer)).toEqual(tooWide.map((area) => `#/sheet/${area}/edit`))
      }
      expect(isProblem(outcome)).toBe(tooWide.length > 0)
    }),
  )
})

test('S-09: the default of any roles edits nothing beyond what it views', () => {
  fc.assert(
    fc.property(fc.subarray([...roleNames], { minLength: 1 }), (roles) => {
      expect(editExceedsView(defaultSheet(roles))).toEqual([])
    }),
  )
})

test('S-01: a sheet names every area, and only the breadths that the area knows', () => {
  const accepts = (sheet: object) => routes.addMember.input.safeParse({ ...invitation, sheet }).success
  fc.assert(
    fc.property(aSheet, fc.constantFrom(...allAreas), (sheet, area) => {
      const { [area]: _, ...others } = sheet
      expect(accepts(sheet)).toBe(true)
      expect(accepts(others)).toBe(false)
      expect(accepts({ ...sheet, [area]: { view: 'everything', edit: 'none' } })).toBe(false)
    }),
  )
  const sheet = defaultSheet(['practitioner'])
  expect(accepts({ ...sheet, settings: { view: 'assigned', edit: 'none' } })).toBe(false)
  expect(accepts({ ...sheet, calendars: { view: 'none', edit: 'none' } })).toBe(false)
})
