/** What can be asked for, in one closed list: code asks for actions, never for roles. */
import type { Bilingual } from './roles.ts'

/** The kinds of things that actions are about. */
export type ResourceKind =
  | 'organisation'
  | 'member'
  | 'person'
  | 'client'
  | 'dossier'
  | 'share'
  | 'note'
  | 'form'
  | 'document'
  | 'item'
  | 'transfer'
  | 'archive-entry'
  | 'client-user'
  | 'access-request'
  | 'link'
  | 'appointment'
  | 'invoice'
  | 'collaborative-space'
  | 'room'
  | 'group'
  | 'meeting'
  | 'agenda-item'
  | 'annotation'
  | 'library-document'
  | 'task'
  | 'space'
  | 'application'

export const actions = {
  'member.list': { en: 'see the members', fr: 'voir les membres' },
  'member.read': { en: 'see a member', fr: 'voir un membre' },
  'member.add': { en: 'add a member', fr: 'ajouter un membre' },
  'member.read-self': { en: 'see oneself', fr: 'se voir soi-même' },
  'member.change-roles': { en: "change a member's roles", fr: "changer les rôles d'un membre" },
  'member.read-inventory': { en: 'see what a member holds', fr: "voir l'inventaire d'un membre" },
  'member.hand-over': { en: 'hand over what a member holds', fr: "remettre ce qu'un membre détient" },
  'member.deactivate': { en: 'deactivate a member', fr: 'désactiver un membre' },
  'member.reactivate': { en: 'reactivate a member', fr: 'réactiver un membre' },
  'sheet.read': { en: "see a member's permission sheet", fr: "voir la fiche de permissions d'un membre" },
  'sheet.change': { en: "change a member's permission sheet", fr: "changer la fiche de permissions d'un membre" },
  'assignment.list': { en: 'see which clients are assigned to a member', fr: 'voir les clients attribués à un membre' },
  'assignment.give': { en: 'assign clients to a member', fr: 'attribuer des clients à un membre' },
  'assignment.end': { en: 'take clients from a member', fr: 'retirer des clients à un membre' },
  'settings.read': { en: 'see the workspace settings', fr: "voir les paramètres de l'espace de travail" },
  'settings.change': { en: 'change the workspace settings', fr: "modifier les paramètres de l'espace de travail" },
  'client.create': { en: 'create a client', fr: 'créer un client' },
  'client.list': { en: 'see the clients', fr: 'voir les clients' },
  'client.read': { en: 'see a client', fr: 'voir un client' },
  'client.change': { en: 'change or archive a client', fr: 'modifier ou archiver un client' },
  'dossier.create': { en: 'create a dossier', fr: 'créer un dossier' },
  'dossier.list': { en: 'see the list of dossiers', fr: 'voir la liste des dossiers' },
  'dossier.know': { en: 'know that a dossier exists', fr: "savoir qu'un dossier existe" },
  'dossier.read': { en: 'see a dossier', fr: 'voir un dossier' },
  'dossier.configure': { en: 'configure a dossier', fr: 'configurer un dossier' },
  'dossier.change-state': { en: 'close or archive a dossier', fr: 'fermer ou archiver un dossier' },
  'dossier.mark-confidential': { en: 'set a dossier confidential', fr: 'rendre un dossier confidentiel' },
  'share.list': { en: 'see with whom a dossier is shared', fr: 'voir avec qui un dossier est partagé' },
  'share.give': { en: 'share a dossier', fr: 'partager un dossier' },
  'share.end': { en: 'end the share of a dossier', fr: "mettre fin au partage d'un dossier" },
  'note.list': { en: 'see the notes of a dossier', fr: "voir les notes d'un dossier" },
  'note.read': { en: 'read a note', fr: 'lire une note' },
  'note.write': { en: 'write notes', fr: 'écrire des notes' },
  'form.read': { en: 'read a form', fr: 'lire un formulaire' },
  'form.write': { en: 'fill in forms', fr: 'remplir des formulaires' },
  'item.mark-confidential': {
    en: 'mark a note or document confidential',
    fr: 'marquer une note ou un document confidentiel',
  },
  'item.copy': { en: 'copy an item', fr: 'copier un élément' },
  'item.move': { en: 'move an item', fr: 'déplacer un élément' },
  'item.restore': { en: 'restore an item', fr: 'restaurer un élément' },
  'item.copy-to-space': {
    en: 'copy an item of a dossier into a collaborative space',
    fr: "copier un élément d'un dossier dans un espace collaboratif",
  },
  'client-user.create': { en: 'create a user of a dossier', fr: "créer un utilisateur d'un dossier" },
  'client-user.list': { en: 'see the users of a dossier', fr: "voir les utilisateurs d'un dossier" },
  'client-user.change-profile': {
    en: "change a client user's profile",
    fr: "changer le profil d'un utilisateur-client",
  },
  'client-user.end-access': {
    en: "end a client user's access to a dossier",
    fr: "mettre fin à l'accès d'un utilisateur-client à un dossier",
  },
  'client-user.deactivate': { en: 'deactivate a client user', fr: 'désactiver un utilisateur-client' },
  'client-user.reactivate': { en: 'reactivate a client user', fr: 'réactiver un utilisateur-client' },
  'document.import': { en: 'import documents', fr: 'importer des documents' },
  'document.list': { en: 'see the documents of a dossier', fr: "voir les documents d'un dossier" },
  'document.read': { en: 'see a document', fr: 'voir un document' },
  'document.process': { en: 'process documents', fr: 'traiter des documents' },
  'document.approve': { en: 'approve a document', fr: 'approuver un document' },
  'document.send': { en: 'send documents', fr: 'envoyer des documents' },
  'transfer.list': { en: 'see what was sent from a dossier', fr: "voir les envois d'un dossier" },
  'transfer.read': { en: 'see the sending of documents', fr: "voir l'envoi de documents" },
  'transfer.resume': { en: 'resume a failed sending', fr: 'reprendre un envoi en échec' },
  'archive.read': { en: 'read the digital archive', fr: "lire l'archive numérique" },
  'figures.read': { en: 'see figures and reports', fr: 'voir les chiffres et rapports' },
  'history.read': { en: 'see the supplier and customer history', fr: "voir l'historique fournisseurs et clients" },
  'payment.use': { en: 'use the payment module', fr: 'utiliser le module de paiement' },
  'financial.read': { en: 'see the account numbers', fr: 'voir les numéros de compte' },
  'portal-settings.change': {
    en: 'set automatic transmission and approval rules',
    fr: "régler la transmission automatique et les règles d'approbation",
  },
  'message.use': { en: 'use the messages of a dossier', fr: "utiliser la messagerie d'un dossier" },
  'access-request.create': { en: 'ask for access for a new user', fr: "demander l'accès d'un nouvel utilisateur" },
  'access-request.list': { en: 'see access requests', fr: "voir les demandes d'accès" },
  'access-request.read': { en: 'see an access request', fr: "voir une demande d'accès" },
  'access-request.withdraw': { en: 'withdraw an access request', fr: "retirer une demande d'accès" },
  'access-request.decide': { en: 'decide an access request', fr: "décider d'une demande d'accès" },
  'account.activate': { en: 'activate an account', fr: 'activer un compte' },
  'appointment.read': { en: 'see an appointment', fr: 'voir un rendez-vous' },
  'appointment.edit': { en: 'make and change appointments', fr: 'fixer et modifier des rendez-vous' },
  'invoice.read': { en: 'see an invoice', fr: 'voir une facture' },
  'invoice.edit': { en: 'draft an invoice', fr: 'préparer une facture' },
  'invoice.process': {
    en: 'issue invoices and record payments',
    fr: 'émettre des factures et enregistrer des paiements',
  },
  'question.explain-self': { en: 'ask why one may or may not', fr: 'demander pourquoi on peut ou ne peut pas' },
  'question.what-can-self': { en: 'ask what one can reach', fr: 'demander ce que l’on peut atteindre' },
  'question.ask-about-person': {
    en: 'ask what somebody can reach, and why',
    fr: "demander ce qu'une personne peut atteindre, et pourquoi",
  },
  'question.ask-about-dossier': {
    en: 'ask who can reach a dossier, and why',
    fr: 'demander qui peut atteindre un dossier, et pourquoi',
  },
  'question.ask-about-client': {
    en: 'ask who can reach a client, and why',
    fr: 'demander qui peut atteindre un client, et pourquoi',
  },
  'question.ask-about-settings': {
    en: 'ask who can reach the settings, and why',
    fr: 'demander qui peut atteindre les paramètres, et pourquoi',
  },
  'collaborative-space.create': { en: 'create a collaborative space', fr: 'créer un espace collaboratif' },
  'collaborative-space.read': { en: 'read a collaborative space', fr: 'lire un espace collaboratif' },
  'collaborative-space.write': { en: 'write in a collaborative space', fr: 'écrire dans un espace collaboratif' },
  'collaborative-space.invite': {
    en: 'invite into a collaborative space',
    fr: 'inviter dans un espace collaboratif',
  },
  'collaborative-space.leave': { en: 'leave a collaborative space', fr: 'quitter un espace collaboratif' },
  'collaborative-space.close': { en: 'close a collaborative space', fr: 'fermer un espace collaboratif' },
  'room.create': { en: 'create a room', fr: 'créer une salle' },
  'room.change': { en: 'change or delete a room', fr: 'modifier ou supprimer une salle' },
  'room.read': { en: 'enter a room', fr: 'entrer dans une salle' },
  'room-user.manage': { en: 'manage the users of a room', fr: "gérer les utilisateurs d'une salle" },
  'group.create': { en: 'create a group', fr: 'créer un groupe' },
  'group.manage': { en: 'change or delete a group', fr: 'modifier ou supprimer un groupe' },
  'group.set-members': { en: 'set the members of a group', fr: "fixer les membres d'un groupe" },
  'meeting.read': { en: 'see a meeting', fr: 'voir une réunion' },
  'meeting.manage': { en: 'organise and manage a meeting', fr: 'organiser et gérer une réunion' },
  'meeting.reopen': { en: 'reopen a closed meeting', fr: 'rouvrir une réunion close' },
  'meeting.present': { en: 'present in a meeting', fr: 'présenter dans une réunion' },
  'agenda.change': { en: 'set and change the agenda', fr: "fixer et modifier l'ordre du jour" },
  'agenda-item.read': {
    en: 'see an agenda item with its documents',
    fr: "voir un point de l'ordre du jour et ses documents",
  },
  'minutes.read': { en: 'read the minutes of an item', fr: "lire le procès-verbal d'un point" },
  'minutes.write': {
    en: 'write minutes, record tasks and decisions',
    fr: 'rédiger le procès-verbal, noter tâches et décisions',
  },
  'minutes.sign': { en: 'review and sign the minutes', fr: 'relire et signer le procès-verbal' },
  'vote.cast': { en: 'vote', fr: 'voter' },
  'evaluation.answer': { en: 'evaluate a meeting', fr: 'évaluer une réunion' },
  'evaluation.read-results': { en: "see an evaluation's results", fr: "voir les résultats d'une évaluation" },
  'annotation.create': { en: 'annotate a document', fr: 'annoter un document' },
  'annotation.read': { en: 'see a private annotation', fr: 'voir une annotation privée' },
  'comment.create': {
    en: 'comment on a document or agenda item',
    fr: "commenter un document ou un point de l'ordre du jour",
  },
  'library.read': { en: 'read a library document', fr: 'lire un document de la bibliothèque' },
  'library.change': { en: 'put into and change the library', fr: 'déposer dans la bibliothèque et la modifier' },
  'task.update': { en: 'follow and update a task', fr: 'suivre et mettre à jour une tâche' },
  'task.manage': { en: 'manage tasks', fr: 'gérer les tâches' },
  'task.accept': { en: 'mark a task accepted', fr: 'marquer une tâche acceptée' },
  'report.read': { en: 'see the reports on all rooms', fr: 'voir les rapports sur toutes les salles' },
  'subscription-invoice.read': {
    en: "see the invoices of the organisation's subscription",
    fr: "voir les factures de l'abonnement de l'organisation",
  },
  'space.create': { en: 'create a space', fr: 'créer un espace' },
  'space.change': { en: 'change or delete a space', fr: 'modifier ou supprimer un espace' },
  'space.read': { en: 'enter a space', fr: 'entrer dans un espace' },
  'space.see-people': { en: 'see the people of a space', fr: "voir les personnes d'un espace" },
  'space.choose-applications': { en: "choose a space's applications", fr: "choisir les applications d'un espace" },
  'space.set-rights': {
    en: 'add and invite people into a space and set their rights',
    fr: 'ajouter et inviter des personnes dans un espace et fixer leurs droits',
  },
  'application.read': { en: 'read in an application of a space', fr: "lire dans une application d'un espace" },
  'application.write': { en: 'write in an application of a space', fr: "écrire dans une application d'un espace" },
  'application.administer': {
    en: 'administer an application of a space',
    fr: "administrer une application d'un espace",
  },
} as const satisfies Record<string, Bilingual>
export type Action = keyof typeof actions
