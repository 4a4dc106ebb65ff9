import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Circumstances, describe } from '../../docs/generate/describe-cells.ts'

/** What the permission page says in few words is what is decided: nothing more, nothing less. */

const all: readonly Circumstances[] = (['active', 'closed', 'archived'] as const).flatMap((dossier) =>
  (['none', 'read', 'write', 'ended'] as const).flatMap((share) =>
    (['named', 'not named'] as const).map((approver) => ({ dossier, share, approver })),
  ),
)

test('B-05: the descriptions of a cell hold where they may, and nowhere else', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: all.length, maxLength: all.length }), (may) => {
      const descriptions = describe(all, (so) => may[all.indexOf(so)] === true)
      const said = all.map((so) =>
        descriptions.some((description) =>
          Object.entries(description).every(([aspect, values]) =>
            values.includes(so[aspect as keyof Circumstances] as string),
          ),
        ),
      )
      expect(said).toEqual(may)
    }),
  )
})

test('B-05: always is one description, never is none', () => {
  expect(describe(all, () => true)).toHaveLength(1)
  expect(describe(all, () => false)).toEqual([])
  expect(describe([{}], () => true)).toEqual([{}])
  expect(describe([{}], () => false)).toEqual([])
})

test('B-05: what depends on one thing alone is described by it alone', () => {
  const [description, ...more] = describe(all, ({ share }) => share === 'read' || share === 'write')
  expect(more).toEqual([])
  expect(description).toEqual({
    dossier: ['active', 'closed', 'archived'],
    share: ['read', 'write'],
    approver: ['named', 'not named'],
  })
})
