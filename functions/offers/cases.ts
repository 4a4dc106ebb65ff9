import type { Cases } from '../../shared/rules/cases.ts'

export const cases = {
  'offer.list': [],
  'offer.make': [],
  'offer.read': [],
  'offer.answer': [],
  'offer.answer-by-link': [],
  'offer.withdraw': [],
} as const satisfies Cases
