import { expect, test } from 'vitest'
import { askProfiles } from './ask-profiles.ts'
import { localStack } from './local-stack.ts'
import { portalOfProfiles } from './portal-of-profiles.ts'
import { differences } from './profiles-table.ts'
import { settlementOf } from './settlers.ts'

test("P-02, P-04: what the API answers to each profile, cell by cell, is the requirement's table; a module that is off is closed to all", {
  timeout: 300_000,
}, async () => {
  const answered = await askProfiles(await portalOfProfiles(settlementOf(localStack())))
  expect(answered.rows).toHaveLength(13)
  expect(answered.off).toHaveLength(5)
  expect(differences(answered)).toEqual([])
})
