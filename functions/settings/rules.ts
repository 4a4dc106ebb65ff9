import type { Rule } from '../../shared/rules/rule.ts'

export const rules = [
  {
    id: 'settings.read/settings',
    action: 'settings.read',
    on: 'organisation',
    allow: 'view settings: all',
    source: 'S-08',
    en: 'Whose sheet opens the workspace settings sees them all.',
    fr: "Qui a une fiche ouvrant les paramètres de l'espace de travail les voit tous.",
  },
  {
    id: 'settings.change/settings',
    action: 'settings.change',
    on: 'organisation',
    allow: 'edit settings: all',
    source: 'S-08',
    en: 'Whose sheet lets them edit the workspace settings changes them, the defaults of the roles included.',
    fr: "Qui a une fiche permettant de modifier les paramètres de l'espace de travail les modifie, y compris les fiches par défaut des rôles.",
  },
] as const satisfies readonly Rule[]
