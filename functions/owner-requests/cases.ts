import type { Cases } from '../../shared/rules/cases.ts'

export const cases = {
  'dossier.meet': [],
  'owner-request.make': [],
  'owner-request.list': [],
  'owner-request.read': [],
  'owner-request.withdraw': [],
  'owner-request.answer': [],
} as const satisfies Cases
