import type { Rule } from '../../shared/rules/rule.ts'

export const rules = [
  {
    id: 'figures.publish/owner-and-collaborators',
    action: 'figures.publish',
    on: 'dossier',
    allow: ['owner', 'writing collaborator'],
    when: ['dossier is active'],
    source: 'P-05',
    en: 'The owner, and collaborators who may write, publish figures and reports to an active dossier, and take them back.',
    fr: 'Le propriétaire et les collaborateurs qui peuvent écrire publient des chiffres et rapports dans un dossier actif, et les retirent.',
  },
  {
    id: 'figures.publish/documentation',
    action: 'figures.publish',
    on: 'dossier',
    allow: ['edit documentation: all', 'edit documentation: assigned'],
    when: ['dossier is active'],
    unless: ['dossier is confidential'],
    source: 'P-05',
    en: "Whose sheet lets them edit the client's documentation publishes figures and reports to an active dossier that is not confidential as a whole, and takes them back.",
    fr: "Qui a une fiche permettant de modifier la documentation du client publie des chiffres et rapports dans un dossier actif qui n'est pas entièrement confidentiel, et les retire.",
  },
] as const satisfies readonly Rule[]
