/**
 * The named facts that rules may ask for: few, each a question about the situation. Where the situation does not say,
 * the fact does not hold, so a `when` row then allows nothing.
 */
import type { Bilingual } from '../roles.ts'
import type { Module, Seat, Situation } from './situation.ts'

type FactKind = Bilingual & { readonly holds: (situation: Situation) => boolean }

const moduleOn = (module: Module) => (situation: Situation) => situation.dossier?.modules.includes(module) === true

/** A member of the organisation who is no guest (C-05). */
export const isColleague = (actor: Situation['actor']): boolean =>
  actor.kind === 'member' && !actor.roles.includes('guest')

/** Whether somebody is a live collaborator of the dossier at hand; a guest never is (D-04). */
export const collaborates = ({ actor, share }: Situation): boolean =>
  isColleague(actor) && share?.live === true && share.personId === actor.personId

/** Whether a client user uses the dossier at hand, until their access ends (P-12). */
export const usesDossier = ({ actor, access }: Situation): boolean =>
  actor.kind === 'client-user' && access?.personId === actor.personId && access.live !== false

const owns = ({ actor, dossier }: Situation): boolean => actor.kind === 'member' && dossier?.ownerId === actor.personId

/** An Assistant reaches what their member reaches, for as long as that member is active. */
const principalOf = (seat: Seat | undefined): NonNullable<Seat['attachedTo']> | undefined =>
  seat?.role === 'assistant' && seat.attachedTo?.active === true ? seat.attachedTo : undefined

const meets = (some: readonly string[], others: readonly string[]): boolean => some.some((one) => others.includes(one))

/** The groups that the thing at hand is of: a meeting's, a library document's, a task's, the group itself. */
const groupsOf = ({ meeting, libraryDocument, task, group }: Situation): readonly string[] =>
  meeting?.groupIds ?? libraryDocument?.groupIds ?? task?.groupIds ?? (group === undefined ? [] : [group.groupId])

/** The seat of the person in the room at hand; an Assistant has none whose member left or who is attached to nobody. */
export const seatOf = ({ actor, seat, room }: Situation): Seat | undefined => {
  if (actor.kind !== 'member' || seat === undefined || seat.personId !== actor.personId) return undefined
  if (seat.roomId !== room?.roomId) return undefined
  return seat.role === 'assistant' && seat.attachedTo?.active !== true ? undefined : seat
}

const isOfTheirGroups = (situation: Situation): boolean => {
  const seat = seatOf(situation)
  if (seat === undefined) return false
  const theirs = groupsOf(situation)
  const principal = principalOf(seat)
  return (
    meets(seat.groupIds, theirs) ||
    meets(seat.manages, theirs) ||
    (principal !== undefined && (principal.role === 'admin' || meets(principal.groupIds, theirs)))
  )
}

/** In a meeting an Assistant is meant by their member. */
const takesPart = (situation: Situation): boolean => {
  const participants = situation.meeting?.participants ?? []
  const principal = principalOf(seatOf(situation))
  return (
    participants.includes(situation.actor.personId) ||
    (principal !== undefined && participants.includes(principal.personId))
  )
}

export const facts = {
  'actor is not active': {
    en: 'the person is not active',
    fr: "la personne n'est pas active",
    holds: ({ actor }) => actor.status !== 'active',
  },
  'actor is invited': {
    en: 'the person was invited and has set no password yet',
    fr: "la personne est invitée et n'a pas encore choisi de mot de passe",
    holds: ({ actor }) => actor.status === 'invited',
  },
  'it is themself': {
    en: 'the person asks about themself',
    fr: "la personne est celle dont il s'agit",
    holds: ({ actor, member }) => member?.personId === actor.personId,
  },
  'dossier is active': {
    en: 'the dossier is active',
    fr: 'le dossier est actif',
    holds: ({ dossier }) => dossier?.state === 'active',
  },
  'dossier is confidential': {
    en: 'the dossier is confidential',
    fr: 'le dossier est confidentiel',
    holds: ({ dossier }) => dossier?.confidential === true,
  },
  'all content is confidential': {
    en: 'the dossier is confidential, as a whole or because everything in it is marked',
    fr: 'le dossier est confidentiel, dans son ensemble ou parce que tout son contenu est marqué',
    holds: ({ dossier }) =>
      dossier?.confidential === true || (dossier?.contents?.open === 0 && dossier.contents.confidential > 0),
  },
  'content is confidential': {
    en: 'the content is confidential, by its own mark or with its whole dossier',
    fr: 'le contenu est confidentiel, par sa propre marque ou avec tout le dossier',
    holds: ({ dossier, note, form, document, entry }) =>
      dossier?.confidential === true ||
      note?.confidential === true ||
      form?.confidential === true ||
      document?.confidential === true ||
      entry?.confidential === true,
  },
  'actor is the owner': {
    en: 'the person owns the dossier',
    fr: 'la personne est propriétaire du dossier',
    holds: owns,
  },
  'actor is a collaborator': {
    en: 'the dossier is shared with the person',
    fr: 'le dossier est partagé avec la personne',
    holds: collaborates,
  },
  'archive is on': {
    en: 'the dossier has the digital archive on',
    fr: "le dossier a l'archive numérique activée",
    holds: moduleOn('archive'),
  },
  'figures are on': {
    en: 'the dossier has figures and reports on',
    fr: 'le dossier a les chiffres et rapports activés',
    holds: moduleOn('figures'),
  },
  'history is on': {
    en: 'the dossier has the supplier and customer history on',
    fr: "le dossier a l'historique fournisseurs et clients activé",
    holds: moduleOn('history'),
  },
  'payment is on': {
    en: 'the dossier has payment on',
    fr: 'le dossier a le paiement activé',
    holds: moduleOn('payment'),
  },
  'financial menu is on': {
    en: 'the dossier has the financial menu on',
    fr: 'le dossier a le menu financier activé',
    holds: moduleOn('financial'),
  },
  'document is their own': {
    en: 'the person put the document in themself',
    fr: 'la personne a déposé le document elle-même',
    holds: ({ actor, document }) => document?.createdBy === actor.personId,
  },
  'document is theirs to approve': {
    en: 'the person is named to approve the document',
    fr: 'la personne est nommée pour approuver le document',
    holds: ({ actor, document }) => document?.approvers?.includes(actor.personId) === true,
  },
  'actor stands in for an approver': {
    en: 'the person stands in for an absent person who is named to approve the document',
    fr: 'la personne remplace une personne absente nommée pour approuver le document',
    // For as long as the absence lasts (B-11).
    holds: ({ actor, absence, document }) =>
      absence?.live === true &&
      absence.deputyId === actor.personId &&
      document?.approvers?.includes(absence.personId) === true,
  },
  'document is to be approved': {
    en: 'the document waits for approval',
    fr: "le document attend d'être approuvé",
    holds: ({ document }) => document?.state === 'to-approve',
  },
  'copy shows it to more people': {
    en: 'it would let more people see the item',
    fr: "davantage de personnes verraient l'élément",
    // Where nobody has worked out who would see it, it is taken to show more.
    holds: ({ copy }) => copy?.widens !== false,
  },
  'actor is in the collaborative space': {
    en: 'the person is a member of the collaborative space',
    fr: "la personne est membre de l'espace collaboratif",
    // It is a zone among members of the organisation: a guest is in none, whatever list they stand on (D-16).
    holds: ({ actor, companion }) => isColleague(actor) && companion?.personId === actor.personId,
  },
  'transfer is their own': {
    en: 'the person asked for the sending themself',
    fr: "la personne a demandé l'envoi elle-même",
    holds: ({ actor, transfer }) => transfer?.askedBy === actor.personId,
  },
  'offer is pending': {
    en: 'the offer is pending',
    fr: "l'offre est en attente",
    holds: ({ offer }) => offer?.state === 'pending',
  },
  'actor is the recipient': {
    en: 'the dossier is offered to the person',
    fr: 'le dossier est offert à la personne',
    // Offers are among colleagues: a guest has no part in one, also who became a guest since.
    holds: ({ actor, offer }) => isColleague(actor) && offer?.recipientId === actor.personId,
  },
  'dossiers may be met': {
    en: 'the organisation lets its members know that a dossier exists',
    fr: "l'organisation laisse ses membres savoir qu'un dossier existe",
    holds: ({ workspace }) => workspace?.dossiersMet === true,
  },
  'actor is a colleague': {
    en: 'the person is a member of the organisation, and no guest',
    fr: "la personne est un membre de l'organisation, et non un invité",
    holds: ({ actor }) => isColleague(actor),
  },
  'actor is the requester': {
    en: 'the person made the request themself, or joined it',
    fr: "la personne a fait la demande elle-même, ou s'y est jointe",
    holds: ({ actor, request }) =>
      request?.requestedBy === actor.personId || request?.joinedBy?.includes(actor.personId) === true,
  },
  'actor uses the dossier': {
    en: 'the person is a client user of the dossier',
    fr: 'la personne est utilisatrice-cliente du dossier',
    holds: usesDossier,
  },
  'request is pending': {
    en: 'the request is pending, or waits for more information',
    fr: "la demande est en attente, ou en attente d'informations",
    holds: ({ request }) => request?.state === 'pending' || request?.state === 'information-asked',
  },
  'request waits for information': {
    en: 'more information is asked about the request',
    fr: "d'autres informations sont demandées sur la demande",
    holds: ({ request }) => request?.state === 'information-asked',
  },
  'office answers requests': {
    en: 'the office answers the access requests of the dossier',
    fr: "l'office répond aux demandes d'accès du dossier",
    holds: ({ dossier }) => dossier?.answeredBy === 'office',
  },
  'link is live': {
    en: 'the link has neither been used nor expired',
    fr: "le lien n'a ni servi ni expiré",
    holds: ({ link }) => link?.live === true,
  },
  'link is their own': {
    en: 'the link was mailed to the person themself',
    fr: 'le lien a été envoyé à la personne elle-même',
    holds: ({ actor, link }) => link?.personId === actor.personId,
  },
  'link decides a request': {
    en: 'the link is for deciding an access request',
    fr: "le lien sert à décider d'une demande d'accès",
    holds: ({ link }) => link?.purpose === 'access-decision',
  },
  'link approves a document': {
    en: 'the link is for approving a document',
    fr: 'le lien sert à approuver un document',
    holds: ({ link }) => link?.purpose === 'document-approval',
  },
  'link answers an offer': {
    en: 'the link is for answering the offer of a dossier',
    fr: "le lien sert à répondre à l'offre d'un dossier",
    holds: ({ link }) => link?.purpose === 'offer-answer',
  },
  'link activates an account': {
    en: 'the link is for activating an account',
    fr: 'le lien sert à activer un compte',
    holds: ({ link }) => link?.purpose === 'activation',
  },
  'grantee is a colleague': {
    en: 'whoever is to receive it is an active member of the organisation, and no guest',
    fr: "qui doit le recevoir est un membre actif de l'organisation, et non un invité",
    holds: ({ grantee }) =>
      grantee?.kind === 'member' && grantee.status === 'active' && grantee.roles?.includes('guest') !== true,
  },
  'grantee is a practitioner': {
    en: 'whoever is to receive it is an active practitioner',
    fr: 'qui doit le recevoir est un·e intervenant·e actif·ve',
    holds: ({ grantee }) =>
      grantee?.kind === 'member' && grantee.status === 'active' && grantee.roles?.includes('practitioner') === true,
  },
  'grantee owns the dossier': {
    en: 'whoever is to receive it owns the dossier',
    fr: 'qui doit le recevoir est propriétaire du dossier',
    holds: ({ dossier, grantee }) => dossier !== undefined && grantee?.personId === dossier.ownerId,
  },
  'proposal gives plain rights': {
    en: "the new member gets no role but practitioner or guest, and no sheet but the role's default",
    fr: "le nouveau membre ne reçoit d'autre rôle qu'intervenant ou invité, ni d'autre fiche que celle par défaut",
    holds: ({ proposal }) =>
      proposal !== undefined &&
      proposal.sheet === undefined &&
      proposal.roles.every((role) => role === 'practitioner' || role === 'guest'),
  },
  'they are a successor': {
    en: 'the person names themself as a successor',
    fr: 'la personne se désigne elle-même comme successeur',
    holds: ({ actor, successors }) => successors?.includes(actor.personId) === true,
  },
  'user is a client user': {
    en: 'the person in question is a client user',
    fr: 'la personne en question est un utilisateur-client',
    holds: ({ user }) => user?.kind === 'client-user',
  },
  'user uses the dossier': {
    en: 'the person in question is a client user of the dossier',
    fr: 'la personne en question est un utilisateur-client du dossier',
    holds: ({ user, userAccess }) => user?.kind === 'client-user' && userAccess?.personId === user.personId,
  },
  'user uses no other dossier': {
    en: 'the person in question uses no other dossier',
    fr: "la personne en question n'utilise aucun autre dossier",
    holds: ({ user }) => user?.dossiers === 1,
  },
  'user is themself': {
    en: 'the person in question is the person themself',
    fr: 'la personne en question est elle-même celle qui agit',
    holds: ({ actor, user }) => user?.personId === actor.personId,
  },
  'calendar is their own': {
    en: 'the calendar is their own',
    fr: 'le calendrier est le leur',
    holds: ({ actor, appointment }) => appointment?.memberId === actor.personId,
  },
  'invoice is a draft': {
    en: 'the invoice is a draft',
    fr: 'la facture est un brouillon',
    holds: ({ invoice }) => invoice?.state === 'draft',
  },
  'invoice is credited': {
    en: 'the invoice is credited',
    fr: 'la facture est créditée',
    holds: ({ invoice }) => invoice?.state === 'credited',
  },
  'collaborative space is open': {
    en: 'the collaborative space is open',
    fr: "l'espace collaboratif est ouvert",
    holds: ({ collaborativeSpace }) => collaborativeSpace?.state === 'open',
  },
  'they are its last member': {
    en: 'the person is the last member of the collaborative space',
    fr: "la personne est le dernier membre de l'espace collaboratif",
    holds: ({ collaborativeSpace }) => collaborativeSpace !== undefined && collaborativeSpace.members <= 1,
  },
  'it is of their groups': {
    en: 'it is of a group that they are in or manage; for an Assistant, that their member is in',
    fr: "c'est celui d'un groupe dont ils font partie ou qu'ils gèrent ; pour un·e assistant·e, dont son membre fait partie",
    holds: isOfTheirGroups,
  },
  'their member may change it': {
    en: 'for an Assistant, their member is an Editor, a Group manager or an Admin',
    fr: 'pour un·e assistant·e, son membre est éditeur, gestionnaire de groupes ou administrateur',
    holds: (situation) => {
      const role = principalOf(seatOf(situation))?.role
      return role === 'editor' || role === 'group-manager' || role === 'admin'
    },
  },
  'they manage the group': {
    en: 'they are set as manager of the group',
    fr: 'ils sont désignés gestionnaires du groupe',
    holds: (situation) =>
      situation.group !== undefined && seatOf(situation)?.manages.includes(situation.group.groupId) === true,
  },
  'they take part in the meeting': {
    en: 'they take part in the meeting; for an Assistant, their member does',
    fr: 'ils participent à la réunion ; pour un·e assistant·e, son membre y participe',
    holds: takesPart,
  },
  'meeting is a draft': {
    en: 'the meeting is a draft',
    fr: 'la réunion est un brouillon',
    holds: ({ meeting }) => meeting?.state === 'draft',
  },
  'meeting is running': {
    en: 'the meeting is running',
    fr: 'la réunion est en cours',
    holds: ({ meeting }) => meeting?.state === 'running',
  },
  'meeting is closed': {
    en: 'the meeting is closed',
    fr: 'la réunion est close',
    holds: ({ meeting }) => meeting?.state === 'closed',
  },
  'meeting has its results': {
    en: 'the evaluation is closed and at least three have answered',
    fr: "l'évaluation est close et trois personnes au moins ont répondu",
    holds: ({ meeting }) => meeting?.evaluated === true,
  },
  'they are a signatory': {
    en: 'they are a signatory of the minutes',
    fr: 'ils sont signataires du procès-verbal',
    holds: ({ actor, meeting }) => meeting?.signatories?.includes(actor.personId) === true,
  },
  'they are recused': {
    en: 'they are recused from the agenda item; for an Assistant, their member is',
    fr: "ils sont récusés sur ce point ; pour un·e assistant·e, son membre l'est",
    // A refusal: it asks whom the seat is attached to, whatever the role in it.
    holds: (situation) => {
      const recused = situation.agendaItem?.recused ?? []
      const attachedTo = seatOf(situation)?.attachedTo
      return (
        recused.includes(situation.actor.personId) ||
        (attachedTo !== undefined && recused.includes(attachedTo.personId))
      )
    },
  },
  'vote is open': {
    en: 'the vote is open',
    fr: 'le vote est ouvert',
    holds: ({ vote }) => vote?.open === true,
  },
  'their proxy votes': {
    en: 'a proxy holds their voice',
    fr: 'un mandataire détient leur voix',
    holds: ({ actor, vote }) => vote?.byProxy.includes(actor.personId) === true,
  },
  'task is theirs': {
    en: 'the task is assigned to them',
    fr: 'la tâche leur est attribuée',
    holds: ({ actor, task }) => task?.assigneeId === actor.personId,
  },
  'space is open': {
    en: 'the space is open',
    fr: "l'espace est ouvert",
    holds: ({ space }) => space?.state === 'open',
  },
  'space is closed': {
    en: 'the space is closed',
    fr: "l'espace est fermé",
    holds: ({ space }) => space?.state === 'closed',
  },
} as const satisfies Record<string, FactKind>
export type Fact = keyof typeof facts
