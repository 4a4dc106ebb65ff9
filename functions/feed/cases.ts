import type { Cases } from '../../shared/rules/cases.ts'

export const cases = {
  'feed.read': [],
  'mail-preference.read': [],
  'mail-preference.change': [],
} as const satisfies Cases
