import type { Rule } from '../../shared/rules/rule.ts'

export const rules = [
  {
    id: 'client.create/profiles',
    action: 'client.create',
    on: 'organisation',
    allow: 'edit profiles: all',
    source: 'S-04',
    en: 'Whose sheet lets them edit all profiles creates clients.',
    fr: 'Qui a une fiche permettant de modifier tous les profils crée des clients.',
  },
  {
    id: 'client.list/member',
    action: 'client.list',
    on: 'organisation',
    allow: 'member',
    source: 'S-04',
    en: 'Every member sees a list of the clients that their sheet covers, and of no others.',
    fr: "Chaque membre voit la liste des clients que sa fiche couvre, et d'aucun autre.",
  },
  {
    id: 'client.list/never-guest',
    action: 'client.list',
    on: 'organisation',
    never: 'role guest',
    source: 'C-05',
    en: 'A guest sees only what is shared with them, and no list of clients.',
    fr: 'Un invité ne voit que ce qui est partagé avec lui, et aucune liste de clients.',
  },
  {
    id: 'client.read/profiles',
    action: 'client.read',
    on: 'client',
    allow: ['view profiles: all', 'view profiles: assigned'],
    source: 'S-04',
    en: 'Whose sheet opens all profiles sees every client; whose sheet opens assigned ones, the clients assigned to them.',
    fr: 'Qui a une fiche ouvrant tous les profils voit chaque client ; qui a une fiche ouvrant ceux qui lui sont attribués, ces clients-là.',
  },
  {
    id: 'client.change/profiles',
    action: 'client.change',
    on: 'client',
    allow: ['edit profiles: all', 'edit profiles: assigned'],
    source: 'S-04',
    en: 'Whose sheet lets them edit all profiles changes and archives every client; assigned ones, the clients assigned to them.',
    fr: 'Qui a une fiche permettant de modifier tous les profils modifie et archive chaque client ; ceux qui lui sont attribués, ces clients-là.',
  },
] as const satisfies readonly Rule[]
