import type { Cases } from '../../shared/rules/cases.ts'

export const cases = {
  'inbound-mail.read': [],
} as const satisfies Cases
