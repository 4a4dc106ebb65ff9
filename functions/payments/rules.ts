import type { Rule } from '../../shared/rules/rule.ts'

export const rules = [] as const satisfies readonly Rule[]
