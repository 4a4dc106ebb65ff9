import type { Cases } from '../../shared/rules/cases.ts'

export const cases = {
  'document.submit': [],
  'party.read': [],
  'party.change': [],
} as const satisfies Cases
