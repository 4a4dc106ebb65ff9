import type { Rule } from '../../shared/rules/rule.ts'

export const rules = [
  {
    id: 'bulk-transfer.make/coordinator',
    action: 'bulk-transfer.make',
    on: 'organisation',
    allow: 'role coordinator',
    unless: ['they are a successor'],
    source: 'D-12',
    en: 'A coordinator transfers the dossiers of one practitioner to another, never to themself.',
    fr: "Le coordonnateur transfère les dossiers d'un·e intervenant·e à un·e autre, jamais à lui-même.",
  },
  {
    id: 'bulk-transfer.read/coordinator',
    action: 'bulk-transfer.read',
    on: 'bulk-transfer',
    allow: 'role coordinator',
    source: 'D-12',
    en: 'A coordinator follows the transfers of dossiers, whoever made them.',
    fr: 'Le coordonnateur suit les transferts de dossiers, quelle que soit la personne qui les a faits.',
  },
  {
    id: 'bulk-transfer.resume/coordinator',
    action: 'bulk-transfer.resume',
    on: 'bulk-transfer',
    allow: 'role coordinator',
    source: 'D-12',
    en: 'A coordinator resumes a transfer of which dossiers failed, whoever made it: to the same recipient, for the same reason.',
    fr: "Le coordonnateur reprend un transfert dont des dossiers ont échoué, quelle que soit la personne qui l'a fait : au même destinataire, pour la même raison.",
  },
] as const satisfies readonly Rule[]
