import { expect, test } from 'vitest'
import { dossier } from '../../test/one-dossier.ts'
import { NOW, personOf } from '../../test/world.ts'
import type { PortalSettings } from '../portal/records.ts'
import { changeRules } from './change-rules.ts'

const settings = (transmission: PortalSettings['transmission']) => ({
  dossierId: dossier.dossierId,
  transmission,
  rulesVersion: 3,
  rules: [],
  changedAt: NOW,
  changedBy: dossier.ownerId,
  version: 4,
})

test.each([
  ['all', ['transmission-set']],
  ['approved', []],
  ['off', []],
] as const)(
  'P-08: rules changed where transmission is %s: what no rule covers any more is looked for: %j',
  (transmission, told) => {
    const { after, events } = changeRules(
      { actor: personOf('owner'), dossier, settings: settings(transmission), now: NOW },
      [],
    )
    expect(events.map(({ type }) => type)).toEqual(told)
    expect(after.rulesVersion).toBe(4)
  },
)
