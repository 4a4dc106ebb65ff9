import type { Rule } from '../../shared/rules/rule.ts'

export const rules = [
  {
    id: 'inbound-mail.read/administrator',
    action: 'inbound-mail.read',
    on: 'dossier',
    allow: 'profile client-administrator',
    source: 'P-06',
    en: 'The Administrator profile sees what came into a dossier by e-mail, also what was refused.',
    fr: 'Le profil Administrateur voit ce qui est arrivé dans un dossier par courriel, y compris ce qui a été refusé.',
  },
  {
    id: 'inbound-mail.read/owner-and-collaborators',
    action: 'inbound-mail.read',
    on: 'dossier',
    allow: ['owner', 'reading collaborator'],
    source: 'D-04',
    en: 'The owner and the collaborators see what came into a dossier by e-mail: a share hides nothing.',
    fr: 'Le propriétaire et les collaborateurs voient ce qui est arrivé dans un dossier par courriel : un partage ne cache rien.',
  },
  {
    id: 'inbound-mail.read/documentation',
    action: 'inbound-mail.read',
    on: 'dossier',
    allow: 'view documentation: all',
    source: 'S-12',
    en: 'Whose sheet opens the documentation of all clients sees what came into a dossier by e-mail; what is refused may concern anybody, so that assigned clients are not enough.',
    fr: "Qui a une fiche ouvrant la documentation de tous les clients voit ce qui est arrivé dans un dossier par courriel ; ce qui est refusé peut concerner n'importe qui, des clients attribués ne suffisent donc pas.",
  },
  {
    id: 'inbound-mail.read/never-confidential',
    action: 'inbound-mail.read',
    on: 'dossier',
    never: 'anyone',
    when: ['dossier is confidential'],
    unless: ['actor is the owner', 'actor is a collaborator'],
    source: 'D-09',
    en: 'What came by e-mail into a wholly confidential dossier is seen by nobody but its owner and its collaborators.',
    fr: "Ce qui est arrivé par courriel dans un dossier entièrement confidentiel n'est vu par personne d'autre que son propriétaire et ses collaborateurs.",
  },
] as const satisfies readonly Rule[]
