import type { Rule } from '../../shared/rules/rule.ts'

export const rules = [
  {
    id: 'financial.change/client-administrator',
    action: 'financial.change',
    on: 'dossier',
    allow: 'profile client-administrator',
    when: ['dossier is active', 'financial menu is on'],
    source: 'P-04',
    en: 'An Administrator adds, changes and removes the account numbers of an active dossier that has the financial menu on.',
    fr: "Un Administrateur ajoute, modifie et supprime les numéros de compte d'un dossier actif qui a activé le menu financier.",
  },
  {
    id: 'financial.change/owner',
    action: 'financial.change',
    on: 'dossier',
    allow: 'owner',
    when: ['dossier is active'],
    source: 'D-01',
    en: 'The owner adds, changes and removes the account numbers of their active dossier, whether the financial menu is on in the portal or off.',
    fr: 'Le propriétaire ajoute, modifie et supprime les numéros de compte de son dossier actif, que le menu financier soit activé ou non dans le portail.',
  },
] as const satisfies readonly Rule[]
