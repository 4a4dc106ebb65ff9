import type { Cases } from '../../shared/rules/cases.ts'

export const cases = {
  'document.approve-by-link': [],
  'approval.list': [],
  'portal-settings.read': [],
} as const satisfies Cases
