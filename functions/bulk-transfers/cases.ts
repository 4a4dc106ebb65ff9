import type { Cases } from '../../shared/rules/cases.ts'

export const cases = {
  'bulk-transfer.make': [],
  'bulk-transfer.read': [],
  'bulk-transfer.resume': [],
} as const satisfies Cases
