import type { Cases } from '../../shared/rules/cases.ts'

export const cases = {
  'financial.change': [],
} as const satisfies Cases
