import { describe, expect, test } from 'vitest'
import {
  type Area,
  type Breadth,
  breadthsOf,
  editExceedsView,
  fullSheet,
  guestSheet,
  practitionerSheet,
  reaches,
  widestOf,
} from './sheet.ts'

test("the areas and their breadths are those of the requirements' table", () => {
  expect(breadthsOf).toEqual({
    profiles: ['none', 'assigned', 'all'],
    documentation: ['none', 'assigned', 'all'],
    calendars: ['own', 'all'],
    invoices: ['none', 'assigned', 'all'],
    settings: ['none', 'all'],
  })
})

test.each(Object.entries(breadthsOf))(
  'S-03: of two breadths of %s the wider reaches the narrower, and not the other way',
  (_, breadths) => {
    for (const [at, narrow] of (breadths as readonly Breadth[]).entries()) {
      for (const [other, wide] of (breadths as readonly Breadth[]).entries()) {
        expect(reaches(wide, narrow), `${wide} reaches ${narrow}`).toBe(other >= at)
      }
    }
  },
)

describe('S-09: edit never exceeds view', () => {
  test.each(['profiles', 'documentation', 'invoices', 'settings'] as const)(
    '%s edited but not viewed is named',
    (area: Area) => {
      const sheet = { ...fullSheet, [area]: { view: 'none', edit: 'all' } }
      expect(editExceedsView(sheet)).toEqual([area])
    },
  )

  test('a wider edit than view is named in every area at once, an equal or narrower one is not', () => {
    const half = { view: 'assigned', edit: 'all' } as const
    expect(editExceedsView({ ...fullSheet, profiles: half, invoices: half })).toEqual(['profiles', 'invoices'])
    expect(editExceedsView({ ...fullSheet, profiles: { view: 'all', edit: 'assigned' } })).toEqual([])
  })

  test('the sheets given by default keep to it', () => {
    for (const sheet of [fullSheet, practitionerSheet, guestSheet]) expect(editExceedsView(sheet)).toEqual([])
  })
})

test('S-01: of the sheets of two roles, what either gives, area by area', () => {
  const settings = { view: 'all', edit: 'none' } as const
  const one = { ...guestSheet, profiles: { view: 'all', edit: 'assigned' } as const, settings }
  const widest = widestOf(one, practitionerSheet)
  expect(widest).toEqual({ ...practitionerSheet, profiles: { view: 'all', edit: 'assigned' }, settings })
  expect(widestOf(practitionerSheet, one)).toEqual(widest)
  expect(widestOf(fullSheet, practitionerSheet)).toEqual(fullSheet)
})
