/**
 * The closed list of problems the API answers with (RFC 9457). `title` is what people may read, in both languages;
 * what operators may read goes to the log and never into an answer.
 */
import type { Bilingual } from './roles.ts'

type ProblemKind = { readonly status: number; readonly title: Bilingual }

export const problems = {
  'invalid-input': {
    status: 400,
    title: { en: 'The request does not have the form it must have.', fr: "La requête n'a pas la forme attendue." },
  },
  'invalid-json': {
    status: 400,
    title: { en: 'The body is not valid JSON.', fr: "Le corps de la requête n'est pas du JSON valide." },
  },
  'not-signed-in': {
    status: 401,
    title: {
      en: 'Sign in first: the token is missing or not accepted.',
      fr: "Connectez-vous d'abord : le jeton manque ou n'est pas accepté.",
    },
  },
  refused: {
    status: 403,
    title: { en: 'You may not do this.', fr: "Vous n'avez pas le droit de faire cela." },
  },
  'not-found': {
    status: 404,
    title: { en: 'There is nothing here that you may see.', fr: "Il n'y a rien ici que vous puissiez voir." },
  },
  conflict: {
    status: 409,
    title: {
      en: 'Somebody else changed this at the same moment: read it again and repeat.',
      fr: "Quelqu'un d'autre a modifié ceci au même moment : relisez puis recommencez.",
    },
  },
  'precondition-failed': {
    status: 412,
    title: {
      en: 'This is no longer the version you named in If-Match.',
      fr: "Ce n'est plus la version indiquée dans If-Match.",
    },
  },
  'too-large': {
    status: 413,
    title: { en: 'The body is larger than this operation takes.', fr: 'Le corps dépasse la taille admise ici.' },
  },
  'unsupported-media-type': {
    status: 415,
    title: { en: 'This operation takes JSON.', fr: 'Cette opération attend du JSON.' },
  },
  'idempotency-key-reused': {
    status: 422,
    title: {
      en: 'This Idempotency-Key was already used for another request.',
      fr: 'Cette Idempotency-Key a déjà servi pour une autre requête.',
    },
  },
  'too-many-requests': {
    status: 429,
    title: { en: 'Too many attempts: wait a little.', fr: 'Trop de tentatives : patientez un peu.' },
  },
  'internal-error': {
    status: 500,
    title: {
      en: 'Something failed on our side; nothing was changed. The request id helps us find it.',
      fr: "Une erreur s'est produite de notre côté ; rien n'a été modifié. L'identifiant de requête nous aide à la trouver.",
    },
  },
  'already-there': {
    status: 409,
    title: { en: 'The item is in this dossier already.', fr: "L'élément se trouve déjà dans ce dossier." },
  },
  'seen-by-fewer': {
    status: 409,
    title: {
      en: 'Somebody who sees this item now would see it no more once it is moved. Move it with `fewer` set to true if that is meant.',
      fr: "Une fois l'élément déplacé, quelqu'un qui le voit aujourd'hui ne le verrait plus. Si c'est voulu, déplacez-le avec `fewer` vrai.",
    },
  },
  'content-not-intact': {
    status: 500,
    title: {
      en: 'What is stored of this is missing or is not what was written: nothing is shown in its place. The request id helps us find it.',
      fr: "Ce qui est conservé manque ou n'est pas ce qui a été écrit : rien n'est montré à sa place. L'identifiant de requête nous aide à le trouver.",
    },
  },
  'email-taken': {
    status: 409,
    title: {
      en: 'A person with this e-mail address already exists.',
      fr: 'Une personne avec cette adresse électronique existe déjà.',
    },
  },
  'profile-differs': {
    status: 409,
    title: {
      en: 'This person has another profile; a profile is the same in every dossier. Use another e-mail address for another profile.',
      fr: 'Cette personne a un autre profil ; un profil est le même dans tous les dossiers. Pour un autre profil, utilisez une autre adresse électronique.',
    },
  },
  'already-assigned': {
    status: 409,
    title: {
      en: 'This person is already a user of this dossier.',
      fr: 'Cette personne est déjà utilisatrice de ce dossier.',
    },
  },
  'first-user-administrator': {
    status: 422,
    title: {
      en: 'The first user of a dossier has the profile Administrator.',
      fr: "Le premier utilisateur d'un dossier a le profil Administrateur.",
    },
  },
  'owner-not-eligible': {
    status: 422,
    title: {
      en: 'The responsible must be an active practitioner of the organisation.',
      fr: "Le responsable doit être un·e intervenant·e actif·ve de l'organisation.",
    },
  },
  'group-responsible-not-eligible': {
    status: 422,
    title: {
      en: 'Who answers for a client group is an active member of the organisation, and no guest.',
      fr: "Qui répond d'un groupe de clients est un membre actif de l'organisation, et non un invité.",
    },
  },
  'client-group-needed': {
    status: 409,
    title: {
      en: 'The access requests of this dossier are answered by its client group: it must be in one, or be answered by somebody else.',
      fr: "Les demandes d'accès de ce dossier sont traitées par son groupe de clients : il doit en avoir un, ou être confié à quelqu'un d'autre.",
    },
  },
  'client-group-not-empty': {
    status: 409,
    title: {
      en: 'Dossiers are in this client group: move them elsewhere first.',
      fr: "Des dossiers se trouvent dans ce groupe de clients : déplacez-les d'abord.",
    },
  },
  'asked-too-soon': {
    status: 409,
    title: {
      en: 'This access was refused lately: it may be asked for again later.',
      fr: 'Cet accès a été refusé récemment : il pourra être redemandé plus tard.',
    },
  },
  'new-reason-needed': {
    status: 422,
    title: {
      en: 'This access was refused before: say in the message what has changed since.',
      fr: 'Cet accès a déjà été refusé : dites dans le message ce qui a changé depuis.',
    },
  },
  'last-administrator': {
    status: 409,
    title: {
      en: 'A dossier would be left without an Administrator: name another first. Only the office may force this.',
      fr: "Un dossier resterait sans Administrateur : désignez-en d'abord un autre. Seul l'office peut passer outre.",
    },
  },
  'too-many-dossiers': {
    status: 409,
    title: {
      en: 'They are Administrator of more dossiers than can be checked at once. The office may force this.',
      fr: "Cette personne est Administrateur de trop de dossiers pour les vérifier d'un coup. L'office peut passer outre.",
    },
  },
  'move-not-allowed': {
    status: 409,
    title: {
      en: 'A dossier goes from active to closed, from closed to archived, and from either back to active; not from where it is now.',
      fr: "Un dossier passe d'actif à fermé, de fermé à archivé, et de l'un ou l'autre à actif ; pas à partir de son état actuel.",
    },
  },
  'client-archived': {
    status: 409,
    title: {
      en: 'This client is archived and takes no new dossier: make it active again first.',
      fr: "Ce client est archivé et ne reçoit plus de dossier : rendez-le d'abord actif.",
    },
  },
  'end-not-in-future': {
    status: 422,
    title: { en: 'The end must lie in the future.', fr: 'La fin doit se situer dans le futur.' },
  },
  'last-settings-editor': {
    status: 409,
    title: {
      en: 'They are the last who may edit the workspace settings: give this right to somebody else first.',
      fr: "C'est la dernière personne à pouvoir modifier les paramètres de l'espace de travail : donnez d'abord ce droit à quelqu'un d'autre.",
    },
  },
  'inventory-not-empty': {
    status: 409,
    title: {
      en: 'They still hold dossiers, answer for some, or are alone in collaborative spaces: hand these over to somebody first.',
      fr: "Cette personne détient encore des dossiers, en répond, ou est seule dans des espaces collaboratifs : remettez-les d'abord à quelqu'un.",
    },
  },
  'inventory-changed': {
    status: 409,
    title: {
      en: 'They do not hold this, or no longer: look at their inventory again.',
      fr: 'Cette personne ne détient pas ceci, ou ne le détient plus : consultez à nouveau son inventaire.',
    },
  },
  'successor-not-eligible': {
    status: 422,
    title: {
      en: 'A successor is another person: an active practitioner for a dossier, an active member for its access requests.',
      fr: "On ne remet qu'à une autre personne : intervenant·e actif·ve pour un dossier, membre actif pour ses demandes d'accès.",
    },
  },
  'offer-pending': {
    status: 409,
    title: {
      en: 'This dossier is offered to somebody already: wait for the answer, or withdraw the offer.',
      fr: "Ce dossier est déjà offert à quelqu'un : attendez la réponse, ou retirez l'offre.",
    },
  },
  'recipient-not-eligible': {
    status: 409,
    title: {
      en: 'Only an active practitioner of the organisation takes over a dossier.',
      fr: "Seul·e un·e intervenant·e actif·ve de l'organisation reprend un dossier.",
    },
  },
  'edit-exceeds-view': {
    status: 422,
    title: {
      en: 'A sheet cannot edit what it cannot view.',
      fr: "Une fiche ne peut pas permettre de modifier ce qu'elle ne permet pas de voir.",
    },
  },
  'simulation-outdated': {
    status: 409,
    title: {
      en: 'The world changed since this simulation: saving would no longer give exactly what it showed. Simulate again.',
      fr: "La situation a changé depuis cette simulation : l'enregistrement ne donnerait plus exactement ce qu'elle montrait. Simulez à nouveau.",
    },
  },
  'simulation-too-large': {
    status: 422,
    title: {
      en: 'This change touches too much for its simulation to be quoted: save it without one.',
      fr: 'Cette modification touche trop de choses pour que sa simulation soit citée : enregistrez-la sans elle.',
    },
  },
  'upload-not-found': {
    status: 409,
    title: {
      en: 'No file has been uploaded for this version yet.',
      fr: "Aucun fichier n'a encore été téléversé pour cette version.",
    },
  },
  'upload-differs': {
    status: 409,
    title: {
      en: 'The uploaded file does not have the length or SHA-256 announced; upload it again.',
      fr: "Le fichier téléversé n'a pas la taille ou le SHA-256 annoncés ; téléversez-le à nouveau.",
    },
  },
  'upload-not-complete': {
    status: 409,
    title: {
      en: 'The upload of a document is not complete yet.',
      fr: "Le téléversement d'un document n'est pas encore terminé.",
    },
  },
  'upload-complete': {
    status: 409,
    title: {
      en: 'The file of this version has already been received.',
      fr: 'Le fichier de cette version a déjà été reçu.',
    },
  },
  'upload-in-parts': {
    status: 409,
    title: {
      en: 'This file comes in parts: ask for the addresses of its parts.',
      fr: 'Ce fichier arrive en plusieurs parties : demandez les adresses de ses parties.',
    },
  },
  'parts-missing': {
    status: 409,
    title: {
      en: 'Parts of the file have not come yet, or not whole: upload them and complete again.',
      fr: 'Des parties du fichier ne sont pas encore arrivées, ou pas entières : téléversez-les puis terminez à nouveau.',
    },
  },
  'document-in-transfer': {
    status: 409,
    title: {
      en: 'A document is being sent, or its sending failed: wait for the end of its transfer, or resume it.',
      fr: "Un document est en cours d'envoi, ou son envoi a échoué : attendez la fin de l'envoi, ou reprenez-le.",
    },
  },
  'approval-needed': {
    status: 409,
    title: {
      en: 'An approval rule covers a document: it is sent once it is approved.',
      fr: "Une règle d'approbation couvre un document : il est envoyé une fois approuvé.",
    },
  },
  'document-in-approval': {
    status: 409,
    title: {
      en: 'The document waits for approval: withdraw it from approval to change it.',
      fr: "Le document attend d'être approuvé : retirez-le de l'approbation pour le modifier.",
    },
  },
  'already-approved': {
    status: 409,
    title: {
      en: 'The document is approved already, or needs no approval: it can be sent.',
      fr: "Le document est déjà approuvé, ou n'a pas besoin de l'être : il peut être envoyé.",
    },
  },
  'no-approver': {
    status: 409,
    title: {
      en: 'An approval rule covers the document, and none of those it names may approve it: change the rule, or whom it names.',
      fr: "Une règle d'approbation couvre le document, et aucune des personnes qu'elle nomme ne peut l'approuver : changez la règle, ou les personnes nommées.",
    },
  },
  'party-exists': {
    status: 409,
    title: {
      en: 'A supplier or customer of this dossier has this VAT number already.',
      fr: 'Un fournisseur ou client de ce dossier a déjà ce numéro de TVA.',
    },
  },
  'not-in-approval': {
    status: 409,
    title: { en: 'The document does not wait for approval.', fr: "Le document n'attend pas d'approbation." },
  },
  'document-rejected': {
    status: 409,
    title: {
      en: 'A document was rejected: process it again, or put in a newer version.',
      fr: 'Un document a été rejeté : traitez-le de nouveau, ou déposez-en une version plus récente.',
    },
  },
  'document-replaced': {
    status: 409,
    title: {
      en: 'The pages of a document are in other documents now.',
      fr: "Les pages d'un document se trouvent maintenant dans d'autres documents.",
    },
  },
  'document-not-replaced': {
    status: 409,
    title: {
      en: 'The pages of the document are in no others: there is nothing to take back.',
      fr: "Les pages du document ne sont dans aucun autre : il n'y a rien à reprendre.",
    },
  },
  'document-approved': {
    status: 409,
    title: {
      en: 'A document is approved: take it up again before you change its pages.',
      fr: 'Un document est approuvé : remettez-le en traitement avant de modifier ses pages.',
    },
  },
  'pages-missing': {
    status: 422,
    title: {
      en: 'Some pages are in no part: name them in a part, or in `droppedPages` if they are to be left out.',
      fr: 'Des pages ne sont dans aucune partie : indiquez-les dans une partie, ou dans `droppedPages` si elles doivent être écartées.',
    },
  },
  'not-a-pdf': {
    status: 409,
    title: {
      en: 'Only PDFs are split; PDFs, JPEG and PNG pictures are merged.',
      fr: 'Seuls des PDF se divisent ; des PDF et des images JPEG ou PNG se fusionnent.',
    },
  },
  'inbound-mail-off': {
    status: 409,
    title: {
      en: 'This organisation takes in no documents by e-mail.',
      fr: 'Cette organisation ne reçoit pas de documents par courriel.',
    },
  },
  'sending-batch-not-failed': {
    status: 409,
    title: {
      en: 'Only a batch that has ended without sending everything can be resumed.',
      fr: 'Seul un lot terminé sans que tout soit envoyé peut être repris.',
    },
  },
  'already-sent': {
    status: 409,
    title: { en: 'A document has already been sent.', fr: 'Un document a déjà été envoyé.' },
  },
  'already-asked': {
    status: 409,
    title: {
      en: 'You asked the owner of this dossier already: withdraw that request, or wait for its answer.',
      fr: 'Vous avez déjà fait une demande au propriétaire de ce dossier : retirez-la, ou attendez sa réponse.',
    },
  },
  'already-shared': {
    status: 409,
    title: { en: 'You may read this dossier already.', fr: 'Vous pouvez déjà lire ce dossier.' },
  },
  'requester-not-eligible': {
    status: 422,
    title: {
      en: 'A share goes to an active member who is no guest, a dossier itself to an active practitioner: whoever asks is not one.',
      fr: "Un partage va à un membre actif qui n'est pas un invité, le dossier lui-même à un·e intervenant·e actif·ve : qui demande n'en est pas.",
    },
  },
  'end-before-beginning': {
    status: 422,
    title: { en: 'The end must lie after the beginning.', fr: 'La fin doit se situer après le début.' },
  },
  'deputy-not-eligible': {
    status: 422,
    title: {
      en: 'Somebody else stands in: an active colleague who is no guest, or for a client user an active user of a dossier in common.',
      fr: "C'est quelqu'un d'autre qui remplace : un·e collègue actif·ve qui n'est pas un invité ou, pour un utilisateur-client, un utilisateur actif d'un dossier commun.",
    },
  },
  'approver-not-eligible': {
    status: 422,
    title: {
      en: 'Approvers are active people who reach the dossier: its users, its owner, and members to whom it is open.',
      fr: 'Approuvent des personnes actives qui atteignent le dossier : ses utilisateurs, son propriétaire, et les membres à qui il est ouvert.',
    },
  },
  'too-many-approval-rules': {
    status: 409,
    title: {
      en: 'A dossier has at most 20 approval rules.',
      fr: "Un dossier compte au plus 20 règles d'approbation.",
    },
  },
  'not-your-turn': {
    status: 409,
    title: {
      en: 'It is not your turn to approve this document: somebody is asked before you, or the answer in that name is given.',
      fr: "Ce n'est pas à vous d'approuver ce document : quelqu'un d'autre est sollicité avant vous, ou la réponse à ce nom est donnée.",
    },
  },
  'transfer-not-failed': {
    status: 409,
    title: {
      en: 'Only a transfer that failed can be resumed.',
      fr: 'Seul un envoi en échec peut être repris.',
    },
  },
  'space-full': {
    status: 409,
    title: {
      en: 'A collaborative space has at most 200 members.',
      fr: 'Un espace collaboratif compte au plus 200 membres.',
    },
  },
  'too-many-spaces': {
    status: 409,
    title: {
      en: 'They are in more collaborative spaces than can be left at once: leave some to their other members first, by a hand-over.',
      fr: "Cette personne est dans plus d'espaces collaboratifs qu'on ne peut en quitter d'un coup : laissez-en d'abord certains à leurs autres membres, par une remise.",
    },
  },
  'entry-of-other-kind': {
    status: 409,
    title: {
      en: 'A document has files, everything else has a text.',
      fr: 'Un document a des fichiers, tout le reste a un texte.',
    },
  },
  'recipient-is-giver': {
    status: 422,
    title: {
      en: 'Dossiers are transferred to somebody else: giver and recipient are the same person.',
      fr: "On transfère des dossiers à quelqu'un d'autre : ici, qui donne et qui reçoit ne font qu'un.",
    },
  },
  'nothing-to-export': {
    status: 409,
    title: {
      en: 'The archive holds nothing of this period that you may read: no file is made.',
      fr: "L'archive ne contient rien de cette période que vous puissiez lire : aucun fichier n'est créé.",
    },
  },
  'export-too-large': {
    status: 409,
    title: {
      en: 'One export takes 2,000 documents and 5 GB at most: ask for a shorter period, or for one kind or party.',
      fr: 'Une exportation contient 2 000 documents et 5 Go au plus : demandez une période plus courte, ou un seul type ou tiers.',
    },
  },
  'export-not-done': {
    status: 409,
    title: {
      en: 'There is no file of this export: it is being made, or could not be made.',
      fr: "Cette exportation n'a pas de fichier : elle est en cours, ou a échoué.",
    },
  },
  'export-expired': {
    status: 409,
    title: {
      en: 'The file of this export is no longer there: ask for a new one.',
      fr: "Le fichier de cette exportation n'existe plus : demandez-en une nouvelle.",
    },
  },
  'nothing-to-transfer': {
    status: 409,
    title: {
      en: 'They own no active dossier that could be transferred.',
      fr: "Cette personne n'a aucun dossier actif à transférer.",
    },
  },
  'bulk-transfer-not-failed': {
    status: 409,
    title: {
      en: 'Only a transfer that ended with dossiers not moved can be resumed: this one is at work, or moved them all.',
      fr: 'Seul un transfert terminé sans que tous les dossiers aient suivi peut être repris : celui-ci est en cours, ou les a tous déplacés.',
    },
  },
  'account-exists': {
    status: 409,
    title: { en: 'The dossier has an account with this IBAN already.', fr: 'Le dossier a déjà un compte de cet IBAN.' },
  },
  'account-needed': {
    status: 409,
    title: {
      en: 'Say which account pays: the dossier has none, or several.',
      fr: "Indiquez le compte qui paie : le dossier n'en a aucun, ou plusieurs.",
    },
  },
  'account-not-found': {
    status: 409,
    title: { en: 'The dossier has no such account.', fr: "Le dossier n'a pas ce compte." },
  },
  'account-outside-sepa': {
    status: 409,
    title: {
      en: 'This account is in a country from which SEPA payments cannot be made.',
      fr: "Ce compte est dans un pays d'où un virement SEPA n'est pas possible.",
    },
  },
  'already-in-payment': {
    status: 409,
    title: {
      en: 'One of these documents is in a payment file already. Cancel that file first, if the bank was not given it.',
      fr: "L'un de ces documents est déjà dans un fichier de paiement. Annulez d'abord ce fichier, si la banque ne l'a pas reçu.",
    },
  },
  'execution-date-not-possible': {
    status: 409,
    title: {
      en: 'Banks cannot pay on this day: it is over, more than a year away, or no bank day.',
      fr: "Les banques ne peuvent payer ce jour-là : il est passé, à plus d'un an, ou n'est pas un jour bancaire.",
    },
  },
  'not-payable': {
    status: 409,
    title: {
      en: 'Some of these documents cannot be paid as they are: `errors` says which, and why.',
      fr: 'Certains de ces documents ne peuvent être payés en l’état : `errors` dit lesquels, et pourquoi.',
    },
  },
  'payment-file-cancelled': {
    status: 409,
    title: { en: 'This payment file was cancelled.', fr: 'Ce fichier de paiement a été annulé.' },
  },
} as const satisfies Record<string, ProblemKind>

export type ProblemCode = keyof typeof problems

/** A refusal's explanation, given only to people who may know of the resource (B-01). */
export type RefusalReason = {
  readonly rule: string | null
  readonly source: string | null
  readonly sentence: Bilingual
}

/** What went wrong, as data: handlers return it, the kernel presents it. */
export type Problem = {
  readonly problem: ProblemCode
  /** One more sentence for people, when the title is not enough; never holds data of others. */
  readonly detail?: Bilingual
  /** Fields that are wrong, as JSON pointers with a reason each. */
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[]
  readonly reason?: RefusalReason
  readonly retryAfterSeconds?: number
}

/** Makes a problem of the closed list. */
export const problem = (code: ProblemCode, more: Omit<Problem, 'problem'> = {}): Problem => ({ problem: code, ...more })

export const isProblem = (value: object): value is Problem => 'problem' in value
