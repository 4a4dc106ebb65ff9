import type { Rule } from '../../shared/rules/rule.ts'

export const rules = [
  {
    id: 'client-user.create/office',
    action: 'client-user.create',
    on: 'dossier',
    allow: ['owner', 'edit documentation: all'],
    when: ['dossier is active'],
    source: 'P-14',
    en: 'The owner and the office create the users of an active dossier.',
    fr: "Le propriétaire et l'office créent les utilisateurs d'un dossier actif.",
  },
  {
    id: 'client-user.list/office',
    action: 'client-user.list',
    on: 'dossier',
    allow: ['owner', 'view documentation: all'],
    source: 'P-14',
    en: 'The owner and the office see the users of a dossier.',
    fr: "Le propriétaire et l'office voient les utilisateurs d'un dossier.",
  },
  {
    id: 'client-user.list/client-administrator',
    action: 'client-user.list',
    on: 'dossier',
    allow: 'profile client-administrator',
    source: 'P-04',
    en: 'An Administrator of the dossier sees its users.',
    fr: 'Un Administrateur du dossier en voit les utilisateurs.',
  },
] as const satisfies readonly Rule[]
