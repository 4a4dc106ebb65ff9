import type { Cases } from '../../shared/rules/cases.ts'

export const cases = {
  'absence.read': [],
  'absence.set': [],
} as const satisfies Cases
