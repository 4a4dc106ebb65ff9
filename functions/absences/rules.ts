import type { Rule } from '../../shared/rules/rule.ts'

export const rules = [
  {
    id: 'absence.read/oneself',
    action: 'absence.read',
    on: 'organisation',
    allow: 'oneself',
    source: 'B-11',
    en: 'Everyone sees their own absence, and who stands in for them.',
    fr: 'Chacun voit sa propre absence, et qui le remplace.',
  },
  {
    id: 'absence.set/oneself',
    action: 'absence.set',
    on: 'organisation',
    allow: 'oneself',
    source: 'B-11',
    en: 'Everyone says when they are absent and who stands in for them, for themself alone.',
    fr: 'Chacun dit quand il est absent et qui le remplace, pour lui seul.',
  },
] as const satisfies readonly Rule[]
