import type { Cases } from '../../shared/rules/cases.ts'

export const cases = {
  'figures.publish': [],
} as const satisfies Cases
