import type { Cases } from '../../shared/rules/cases.ts'

export const cases = {
  'client-group.read': [],
  'client-group.manage': [],
} as const satisfies Cases
