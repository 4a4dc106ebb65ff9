import type { Rule } from '../../shared/rules/rule.ts'

export const rules = [
  {
    id: 'client-group.read/office',
    action: 'client-group.read',
    on: 'client-group',
    allow: 'view documentation: all',
    source: 'P-14',
    en: 'The office, whose sheet opens all documentation, sees the client groups.',
    fr: "L'office, dont la fiche ouvre toute la documentation, voit les groupes de clients.",
  },
  {
    id: 'client-group.manage/office',
    action: 'client-group.manage',
    on: 'client-group',
    allow: 'edit documentation: all',
    source: 'P-14',
    en: 'The office, whose sheet edits all documentation, creates and changes client groups and names who answers for them.',
    fr: "L'office, dont la fiche permet de modifier toute la documentation, crée et modifie les groupes de clients et désigne qui en répond.",
  },
] as const satisfies readonly Rule[]
