import type { Cases } from '../../shared/rules/cases.ts'

export const cases = {} as const satisfies Cases
