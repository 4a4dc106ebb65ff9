/**
 * What must hold of the rules in every situation there can be, not only in those that tests make: stated in Cedar and
 * proven on the exported policies by `npm run prove`. Each stands beside a policy that somebody might write by mistake
 * and that breaks it; the proof is only believed where that policy is caught.
 */
import { type Action, actions } from '../../shared/actions.ts'
import type { PrincipalType } from './cedar.ts'

/** Whoever may do this, the claim says: … */
export type Claim = {
  readonly action: Action
  /** … something of this holds of them and of what is at hand, in Cedar; */
  readonly onlyIf?: string
  /** … or they may do this as well, in the same situation. */
  readonly mayAlso?: Action
}

export type Invariant = {
  readonly name: string
  readonly source: string
  /** The invariant as a sentence. */
  readonly says: string
  readonly of: readonly PrincipalType[]
  readonly claims: readonly Claim[]
  /** That these people may nothing at all by some of the actions is no wonder here; elsewhere it would prove nothing. */
  readonly refusals?: true
  /** What is taken for granted of every situation, in Cedar. */
  readonly given?: string
  /** A policy that breaks it, on one of its actions; with `unguarded`, no `forbid` stands in its way. */
  readonly planted: { readonly action: Action; readonly policy: string; readonly unguarded?: true }
}

const everyAction = Object.keys(actions) as Action[]
const all = (of: readonly Action[], onlyIf: string): Claim[] => of.map((action) => ({ action, onlyIf }))
const both = ['Member', 'ClientUser'] as const

/** What a client user has of themself, whatever dossiers they use. */
const aboutThemself: readonly Action[] = [
  'dossier.list',
  'member.read-self',
  'account.activate',
  'question.explain-self',
  'question.what-can-self',
  'feed.read',
  'mail-preference.read',
  'mail-preference.change',
  'approval.list',
  'absence.read',
  'absence.set',
]
const notAboutThemself = everyAction.filter((action) => !aboutThemself.includes(action))

/** A planted policy: who may do it, and where. */
const permit = (who: string, action: Action, when = 'true'): string =>
  `permit (${who}, action == Action::"${action}", resource) when { ${when} };`

const owns = 'principal is Member && context has dossier && context.dossier.ownerId == principal.personId'
const shares =
  'principal is Member && context has share && context.share.live && context.share.personId == principal.personId'
const usesDossier = 'context has access && context.access.personId == principal.personId'
const itemIsConfidential = ['note', 'form', 'document', 'entry']
  .map((thing) => `(context has ${thing} && context.${thing} has confidential && context.${thing}.confidential)`)
  .join(' || ')
const dossierIsConfidential = 'context has dossier && context.dossier has confidential && context.dossier.confidential'
const everythingIsMarked =
  'context has dossier && context.dossier has contents && context.dossier.contents.open == 0 && context.dossier.contents.confidential > 0'
const isColleague = 'principal is Member && !principal.roles.contains("guest")'
const isCoordinator = `${isColleague} && principal.roles.contains("coordinator")`
const isRecipient = `${isColleague} && context has offer && context.offer.recipientId == principal.personId`
const offerIsPending = 'context has offer && context.offer.state == "pending"'
/** Also while more information is asked about it (P-12). */
const requestWaits = 'context has request && ["pending", "information-asked"].contains(context.request.state)'
const dossierIsActive = 'context has dossier && context.dossier.state == "active"'
const isToBeApproved = `context has document.state && context.document.state == "to-approve"`
const isNamed = 'context has document.approvers && context.document.approvers.contains(principal.personId)'
/** For somebody, while they are absent and no longer. */
const standsIn = 'context has absence && context.absence.live && context.absence.deputyId == principal.personId'
const standsInForApprover = `${standsIn} && context has document.approvers && context.document.approvers.contains(context.absence.personId)`
/** Who answers the requests of a dossier: a member by name, unless the office or the dossier's own client group does. */
const memberAnswers =
  'context has dossier && !(context.dossier has answeredBy && ["office", "client-group"].contains(context.dossier.answeredBy))'
const officeAnswers = 'context has dossier.answeredBy && context.dossier.answeredBy == "office"'
const groupAnswers =
  'context has dossier.answeredBy && context.dossier.answeredBy == "client-group" && context has dossier.clientGroupId && context has clientGroup && context.clientGroup.clientGroupId == context.dossier.clientGroupId'
const answers = (person: string): string =>
  `(${memberAnswers} && context.dossier.responsibleId == ${person}) || (${groupAnswers} && context.clientGroup.responsibleIds.contains(${person}))`
const wasAskedInTheirPlace = `principal.roles.contains("administrator") && context has followUp && context.followUp.standIns.contains(principal.personId)`

const holdsALink = 'context has link && context.link.live && context.link.personId == principal.personId'
const isOn = (module: string): string => `context has dossier && context.dossier.modules.contains("${module}")`
const sitsInTheRoom =
  'principal is Member && context has seat && context has room && context.seat.personId == principal.personId && context.seat.roomId == context.room.roomId'
const isRecused =
  'context has agendaItem && (context.agendaItem.recused.contains(principal.personId) || (context has seat && context.seat has attachedTo && context.agendaItem.recused.contains(context.seat.attachedTo.personId)))'
const isOfTheSpace =
  'principal is Member && context has membership && context has space && context.membership.personId == principal.personId && context.membership.spaceId == context.space.spaceId'

/** S-09: a sheet edits nothing that it does not view. */
const editsWhatItViews = ['profiles', 'documentation', 'calendars', 'invoices', 'settings']
  .flatMap((area) =>
    ['["own", "assigned", "all"]', '["assigned", "all"]', '["all"]'].map(
      (wide) => `(!${wide}.contains(principal.sheet.${area}.edit) || ${wide}.contains(principal.sheet.${area}.view))`,
    ),
  )
  .join(' && ')

const pairs: readonly (readonly [Action, Action])[] = [
  ['client.change', 'client.read'],
  ['dossier.configure', 'dossier.know'],
  ['dossier.change-state', 'dossier.read'],
  ['dossier.mark-confidential', 'dossier.read'],
  ['dossier.read', 'dossier.know'],
  ['dossier.know', 'dossier.meet'],
  ['dossier.see-reads', 'dossier.read'],
  ['owner-request.make', 'dossier.meet'],
  ['owner-request.withdraw', 'owner-request.read'],
  ['owner-request.answer', 'owner-request.read'],
  ['owner-request.list', 'owner-request.read'],
  ['offer.make', 'dossier.read'],
  ['offer.answer', 'offer.read'],
  ['offer.answer-by-link', 'offer.answer'],
  ['offer.withdraw', 'offer.read'],
  ['bulk-transfer.resume', 'bulk-transfer.read'],
  ['mail-preference.change', 'mail-preference.read'],
  ['note.write', 'note.list'],
  ['form.write', 'form.read'],
  ['document.import', 'document.list'],
  ['document.process', 'document.read'],
  ['document.approve', 'document.read'],
  ['document.submit', 'document.read'],
  ['document.approve-by-link', 'document.approve'],
  ['document.send', 'document.read'],
  ['party.change', 'party.read'],
  ['figures.publish', 'figures.read'],
  ['financial.change', 'financial.read'],
  ['portal-settings.change', 'portal-settings.read'],
  ['client-group.manage', 'client-group.read'],
  ['absence.set', 'absence.read'],
  ['transfer.resume', 'transfer.read'],
  ['transfer.read', 'transfer.list'],
  ['share.give', 'share.list'],
  ['share.end', 'share.list'],
  ['sheet.change', 'sheet.read'],
  ['assignment.give', 'assignment.list'],
  ['assignment.end', 'assignment.list'],
  ['settings.change', 'settings.read'],
  ['client-user.change-profile', 'client-user.list'],
  ['client-user.end-access', 'client-user.list'],
  ['access-request.withdraw', 'access-request.read'],
  ['access-request.answer', 'access-request.read'],
  ['appointment.edit', 'appointment.read'],
  ['invoice.edit', 'invoice.read'],
  ['invoice.process', 'invoice.read'],
  ['collaborative-space.write', 'collaborative-space.read'],
  ['meeting.manage', 'meeting.read'],
  ['meeting.reopen', 'meeting.read'],
  ['meeting.present', 'meeting.read'],
  ['agenda.change', 'meeting.read'],
  ['minutes.write', 'minutes.read'],
  ['minutes.sign', 'minutes.read'],
  ['vote.cast', 'agenda-item.read'],
  ['comment.create', 'agenda-item.read'],
  ['annotation.create', 'agenda-item.read'],
  ['evaluation.answer', 'meeting.read'],
  ['evaluation.read-results', 'meeting.read'],
  ['library.change', 'library.read'],
  ['space.choose-applications', 'space.read'],
  ['application.write', 'application.read'],
  ['application.administer', 'application.write'],
]

export const invariants: readonly Invariant[] = [
  {
    name: 'outsiders',
    source: 'B-05',
    says: 'Nobody outside the organisation and its clients may do anything at all.',
    of: ['Outsider'],
    claims: all(everyAction, 'false'),
    refusals: true,
    planted: { action: 'dossier.list', policy: permit('principal', 'dossier.list') },
  },
  {
    name: 'confidential content',
    source: 'D-09',
    says: 'No scope, role or profile opens confidential content: only to own the dossier, or a live share of it, does.',
    of: both,
    claims: all(
      [
        'note.read',
        'note.write',
        'form.read',
        'form.write',
        'document.import',
        'document.read',
        'document.process',
        'document.submit',
        'document.approve',
        'document.approve-by-link',
        'document.send',
        'item.mark-confidential',
        'item.copy',
        'item.move',
        'item.restore',
        'item.copy-to-space',
        'archive.read',
      ],
      `!(${itemIsConfidential} || (${dossierIsConfidential})) || (${owns}) || (${shares})`,
    ),
    planted: {
      action: 'note.read',
      policy: permit('principal is Member', 'note.read', 'principal.sheet.documentation.view == "all"'),
      unguarded: true,
    },
  },
  {
    name: 'confidential dossiers',
    source: 'D-09',
    says: 'Nor does any open what a confidential dossier as a whole holds: its lists, its sendings, its suppliers and customers, its mail, its figures and history.',
    of: both,
    claims: all(
      [
        'note.list',
        'document.list',
        'transfer.list',
        'transfer.read',
        'transfer.resume',
        'party.read',
        'party.change',
        'inbound-mail.read',
        'figures.read',
        'figures.publish',
        'history.read',
      ],
      `!(${dossierIsConfidential}) || (${owns}) || (${shares})`,
    ),
    planted: {
      action: 'history.read',
      policy: permit('principal is Member', 'history.read', 'principal.roles.contains("coordinator")'),
    },
  },
  {
    name: 'wide scopes',
    source: 'D-09',
    says: 'Whoever of the organisation sees a dossier that is confidential, as a whole or because everything in it is marked, owns it, shares it or answers its requests.',
    of: ['Member'],
    claims: all(
      ['dossier.read', 'share.list', 'dossier.change-state'],
      `!((${dossierIsConfidential}) || (${everythingIsMarked})) || (${owns}) || (${shares}) || (context has dossier && context.dossier.responsibleId == principal.personId)`,
    ),
    planted: {
      action: 'dossier.read',
      policy: permit(
        'principal is Member',
        'dossier.read',
        `principal.roles.contains("coordinator") && !(${dossierIsConfidential})`,
      ),
      unguarded: true,
    },
  },
  {
    name: 'documents within dossiers',
    source: 'S-09',
    says: 'Whoever may see a document may see its dossier, where the document at hand is counted in it: marked, or open.',
    of: both,
    claims: [{ action: 'document.read', mayAlso: 'dossier.read' }],
    given: `!(${everythingIsMarked}) || (context has document && context.document has confidential && context.document.confidential)`,
    planted: {
      action: 'document.read',
      policy: permit('principal is Member', 'document.read', 'principal.sheet.documentation.view == "all"'),
      unguarded: true,
    },
  },
  {
    name: 'the record of reads',
    source: 'D-10',
    says: 'Who read what is confidential is shown to the owner of the dossier, and to nobody else.',
    of: both,
    claims: all(['dossier.see-reads'], owns),
    planted: {
      action: 'dossier.see-reads',
      policy: permit('principal is Member', 'dossier.see-reads', 'principal.roles.contains("coordinator")'),
      unguarded: true,
    },
  },
  {
    name: 'offers',
    source: 'D-11',
    says: 'Nobody but the owner offers a dossier; it is active, and the one who is to receive it a practitioner who is active and not its owner.',
    of: both,
    claims: all(
      ['offer.make'],
      `(${owns}) && ${dossierIsActive} && context has grantee && context.grantee.kind == "member" && context.grantee.status == "active" && context.grantee.personId != context.dossier.ownerId && context.grantee has roles && context.grantee.roles.contains("practitioner")`,
    ),
    planted: {
      action: 'offer.make',
      policy: permit('principal is Member', 'offer.make', `${owns} && ${dossierIsActive}`),
      unguarded: true,
    },
  },
  {
    name: 'answers to offers',
    source: 'D-11',
    says: 'Nobody answers an offer but its recipient, once, while the dossier is active; by mail, with a live link of their own.',
    of: both,
    claims: [
      ...all(['offer.answer'], `(${isRecipient}) && ${offerIsPending} && ${dossierIsActive}`),
      ...all(
        ['offer.answer-by-link'],
        `(${isRecipient}) && ${offerIsPending} && ${dossierIsActive} && ${holdsALink} && context.link.purpose == "offer-answer"`,
      ),
    ],
    planted: {
      action: 'offer.answer-by-link',
      policy: permit(
        'principal is Member',
        'offer.answer-by-link',
        `${holdsALink} && ${offerIsPending} && ${dossierIsActive}`,
      ),
      unguarded: true,
    },
  },
  {
    name: 'withdrawn offers',
    source: 'D-11',
    says: 'A decided offer never changes: it is withdrawn while it is pending, by the giver who owns the dossier, or by a coordinator.',
    of: both,
    claims: all(
      ['offer.withdraw'],
      `${offerIsPending} && ((${owns} && context.offer.giverId == principal.personId) || (${isCoordinator}))`,
    ),
    planted: {
      action: 'offer.withdraw',
      policy: permit(
        'principal is Member',
        'offer.withdraw',
        'context has offer && context.offer.giverId == principal.personId',
      ),
      unguarded: true,
    },
  },
  {
    name: 'bulk transfers',
    source: 'D-12',
    says: 'Only coordinators transfer dossiers of others, and never to themselves.',
    of: both,
    claims: [
      ...all(['bulk-transfer.read', 'bulk-transfer.resume'], isCoordinator),
      ...all(
        ['bulk-transfer.make'],
        `${isCoordinator} && !(context has successors && context.successors.contains(principal.personId))`,
      ),
    ],
    planted: {
      action: 'bulk-transfer.make',
      policy: permit('principal is Member', 'bulk-transfer.make', 'principal.roles.contains("coordinator")'),
      unguarded: true,
    },
  },
  {
    name: 'asking owners',
    source: 'D-22',
    says: 'A member who is no guest asks, of an active dossier that is not theirs; the owner alone answers, while it is pending, and never themself.',
    of: both,
    claims: [
      ...all(['owner-request.make'], `${isColleague} && ${dossierIsActive} && !(${owns})`),
      ...all(['owner-request.list'], owns),
      ...all(
        ['owner-request.answer'],
        `${owns} && ${dossierIsActive} && ${requestWaits} && context.request.requestedBy != principal.personId`,
      ),
    ],
    planted: {
      action: 'owner-request.answer',
      policy: permit('principal is Member', 'owner-request.answer', `${owns} && ${dossierIsActive} && ${requestWaits}`),
      unguarded: true,
    },
  },
  {
    name: 'shares',
    source: 'D-02',
    says: 'Only the owner of a dossier manages its shares.',
    of: both,
    claims: all(['share.give', 'share.end'], owns),
    planted: {
      action: 'share.give',
      policy: permit('principal is Member', 'share.give', 'principal.roles.contains("administrator")'),
      unguarded: true,
    },
  },
  {
    name: 'client users',
    source: 'P-01',
    says: 'A client user reaches nothing but themself and the dossiers assigned to them.',
    of: ['ClientUser'],
    claims: all(notAboutThemself, usesDossier),
    refusals: true,
    planted: {
      action: 'document.read',
      policy: permit('principal is ClientUser', 'document.read', 'principal.profile == "client-full-access"'),
    },
  },
  {
    name: 'accesses that ended',
    source: 'P-12',
    says: 'A client user whose access to a dossier has ended reaches nothing of it.',
    of: ['ClientUser'],
    claims: all(notAboutThemself, '!(context has access && context.access has live && !context.access.live)'),
    refusals: true,
    planted: {
      action: 'figures.read',
      policy: permit(
        'principal is ClientUser',
        'figures.read',
        `principal.profile == "client-administrator" && ${usesDossier}`,
      ),
    },
  },
  {
    name: 'Document Delivery',
    source: 'P-04',
    says: 'Document Delivery reads, submits, sends and approves nothing but what they put in themself, or what waits for their own approval; nor does it read the archive.',
    of: ['ClientUser'],
    claims: [
      ...all(
        ['document.read', 'document.submit', 'document.send', 'document.approve', 'document.approve-by-link'],
        `principal.profile != "client-document-delivery" || (context has document && (context.document.createdBy == principal.personId || (${isToBeApproved} && ${isNamed})))`,
      ),
      ...all(['archive.read', 'party.read', 'history.read'], 'principal.profile != "client-document-delivery"'),
    ],
    planted: {
      action: 'document.read',
      policy: permit('principal is ClientUser', 'document.read', `${usesDossier} && ${isNamed}`),
    },
  },
  {
    name: 'Administrators of dossiers',
    source: 'P-04',
    says: 'Of client users only an Administrator sees and changes the settings of a portal, changes account numbers, creates users, or sees what came in by e-mail; none publishes figures.',
    of: ['ClientUser'],
    claims: [
      ...all(
        [
          'portal-settings.read',
          'portal-settings.change',
          'financial.change',
          'client-user.create',
          'client-user.list',
          'inbound-mail.read',
        ],
        `principal.profile == "client-administrator" && ${usesDossier}`,
      ),
      ...all(['figures.publish', 'client-group.manage'], 'false'),
    ],
    refusals: true,
    planted: {
      action: 'financial.change',
      policy: permit(
        'principal is ClientUser',
        'financial.change',
        `${usesDossier} && principal.profile == "client-full-access" && ${isOn('financial')}`,
      ),
    },
  },
  {
    name: 'own documents',
    source: 'P-07',
    says: 'Nobody approves what they put in themself, in whoever’s place; and nobody anything but what is to be approved, in an active dossier.',
    of: both,
    claims: all(
      ['document.approve', 'document.approve-by-link'],
      `${dossierIsActive} && ${isToBeApproved} && context.document.createdBy != principal.personId`,
    ),
    planted: {
      action: 'document.approve',
      policy: permit(
        'principal is Member',
        'document.approve',
        `${dossierIsActive} && ${isToBeApproved} && ${standsInForApprover}`,
      ),
      unguarded: true,
    },
  },
  {
    name: 'approvers',
    source: 'B-11',
    says: 'Only who is named approves, and who stands in for somebody named, for as long as that one is absent; by mail only with a live link of their own for it.',
    of: both,
    claims: [
      { action: 'document.approve', onlyIf: `(${isNamed}) || (${standsInForApprover})` },
      {
        action: 'document.approve-by-link',
        onlyIf: `((${isNamed}) || (${standsInForApprover})) && ${holdsALink} && context.link.purpose == "document-approval"`,
      },
    ],
    planted: {
      action: 'document.approve',
      policy: permit(
        'principal is Member',
        'document.approve',
        `${owns} && ${dossierIsActive} && ${isToBeApproved} && context has absence && context.absence.deputyId == principal.personId && context has document.approvers && context.document.approvers.contains(context.absence.personId)`,
      ),
      unguarded: true,
    },
  },
  {
    name: 'modules',
    source: 'P-02',
    says: "No client user passes the dossier's configuration: a module that is off is closed to every profile.",
    of: ['ClientUser'],
    claims: [
      { action: 'archive.read', onlyIf: isOn('archive') },
      { action: 'figures.read', onlyIf: isOn('figures') },
      { action: 'history.read', onlyIf: isOn('history') },
      { action: 'payment.use', onlyIf: isOn('payment') },
      { action: 'financial.read', onlyIf: isOn('financial') },
      { action: 'financial.change', onlyIf: isOn('financial') },
    ],
    planted: {
      action: 'payment.use',
      policy: permit(
        'principal is ClientUser',
        'payment.use',
        `principal.profile == "client-administrator" && ${usesDossier}`,
      ),
    },
  },
  {
    name: 'no wider copy',
    source: 'D-21',
    says: 'Nobody copies, moves or restores an item so that more people see it, nor while nobody knows whether they would.',
    of: both,
    claims: all(['item.copy', 'item.move', 'item.restore'], 'context has copy && !context.copy.widens'),
    planted: {
      action: 'item.move',
      policy: permit('principal is Member', 'item.move', owns),
      unguarded: true,
    },
  },
  {
    name: 'own requests',
    source: 'P-11',
    says: 'Nobody decides a request that they made or joined, whoever they stand in for, and only with a live link of their own.',
    of: both,
    claims: all(
      ['access-request.decide'],
      'context has request && context.request.requestedBy != principal.personId && !(context.request has joinedBy && context.request.joinedBy.contains(principal.personId)) && context has link && context.link.live && context.link.personId == principal.personId',
    ),
    planted: {
      action: 'access-request.decide',
      policy: permit(
        'principal is Member',
        'access-request.decide',
        `${holdsALink} && (${standsIn} || context has dossier && context.dossier.responsibleId == principal.personId)`,
      ),
      unguarded: true,
    },
  },
  {
    name: 'who answers requests',
    source: 'P-11',
    says: 'A request is decided by whoever answers for its dossier (the member named, the people of its own client group, or the office), by who stands in for one of them who is absent still, or by an administrator who was asked instead; while it waits, in an active dossier.',
    of: both,
    claims: all(
      ['access-request.decide'],
      `principal is Member && ${dossierIsActive} && ${requestWaits} && (${answers('principal.personId')} || (${officeAnswers} && principal.sheet.documentation.edit == "all") || (${standsIn} && !principal.roles.contains("guest") && (${answers('context.absence.personId')})) || (${wasAskedInTheirPlace}))`,
    ),
    planted: {
      action: 'access-request.decide',
      policy: permit(
        'principal is Member',
        'access-request.decide',
        `${holdsALink} && ${dossierIsActive} && ${requestWaits} && context.dossier.responsibleId == principal.personId`,
      ),
    },
  },
  {
    name: 'rooms',
    source: 'R-01',
    says: 'Nothing crosses a room: what is in it is reached from a seat in that same room.',
    of: both,
    claims: all(
      everyAction.filter((action) =>
        /^(room\.read|(meeting|agenda|agenda-item|minutes|vote|evaluation|annotation|comment|library|task)\.)/.test(
          action,
        ),
      ),
      sitsInTheRoom,
    ),
    planted: {
      action: 'meeting.read',
      policy: permit(
        'principal is Member',
        'meeting.read',
        'context has seat && context.seat.personId == principal.personId && context.seat.role == "admin"',
      ),
    },
  },
  {
    name: 'users and groups of rooms',
    source: 'R-04',
    says: 'Users and groups of a room are managed from a seat in it, or by the Super Admin.',
    of: both,
    claims: all(
      ['room-user.manage', 'group.create', 'group.manage', 'group.set-members', 'room.change', 'room.create'],
      `(${sitsInTheRoom}) || (principal is Member && principal.roles.contains("super-admin"))`,
    ),
    planted: {
      action: 'group.manage',
      policy: permit(
        'principal is Member',
        'group.manage',
        'context has seat && context has group && context.seat.manages.contains(context.group.groupId)',
      ),
    },
  },
  {
    name: 'private annotations',
    source: 'R-13',
    says: 'A private annotation is seen by its author, and between an Assistant and their member: by no Admin.',
    of: both,
    claims: all(
      ['annotation.read'],
      'context has annotation && (context.annotation.authorId == principal.personId || (context has seat && ((context.seat has attachedTo && context.seat.attachedTo.personId == context.annotation.authorId) || (context.seat has assistants && context.seat.assistants.contains(context.annotation.authorId)))))',
    ),
    planted: {
      action: 'annotation.read',
      policy: permit('principal is Member', 'annotation.read', `${sitsInTheRoom} && context.seat.role == "admin"`),
    },
  },
  {
    name: 'recusal',
    source: 'R-21',
    says: 'Whoever is recused from an agenda item reaches nothing of it, nor does their Assistant.',
    of: both,
    claims: all(
      everyAction.filter((action) => /^(agenda-item\.read|minutes\.|vote\.cast|annotation\.|comment\.)/.test(action)),
      `!(${isRecused})`,
    ),
    planted: {
      action: 'minutes.read',
      policy: permit('principal is Member', 'minutes.read', `${sitsInTheRoom} && context.seat.role == "admin"`),
      unguarded: true,
    },
  },
  {
    name: 'closed meetings',
    source: 'R-21',
    says: "A closed meeting's record does not change.",
    of: both,
    claims: all(
      ['meeting.manage', 'agenda.change', 'minutes.write', 'vote.cast', 'evaluation.answer'],
      '!(context has meeting && context.meeting.state == "closed")',
    ),
    planted: {
      action: 'agenda.change',
      policy: permit('principal is Member', 'agenda.change', `${sitsInTheRoom} && context.seat.role == "admin"`),
      unguarded: true,
    },
  },
  {
    name: 'spaces',
    source: 'C-03',
    says: 'What is in a space is reached by its own people, and changed by nobody once it is archived.',
    of: both,
    claims: [
      ...all(['space.read', 'application.read'], isOfTheSpace),
      ...all(
        ['application.write', 'application.administer', 'space.choose-applications'],
        `${isOfTheSpace} && context.space.state != "archived"`,
      ),
    ],
    planted: {
      action: 'application.read',
      policy: permit('principal is Member', 'application.read', 'principal.roles.contains("super-user")'),
    },
  },
  {
    name: 'guests',
    source: 'C-05',
    says: 'A guest sees neither the directory nor clients, decides no access request, and no sheet of theirs opens anything.',
    of: ['Member'],
    claims: all(
      everyAction.filter((action) =>
        /^(member\.(list|read)$|client\.|client-group\.|access-request\.decide$|settings\.|invoice\.|appointment\.|sheet\.|assignment\.|collaborative-space\.|offer\.(list|answer|answer-by-link)$|bulk-transfer\.|owner-request\.(make|withdraw)$)/.test(
          action,
        ),
      ),
      '!principal.roles.contains("guest")',
    ),
    planted: {
      action: 'client.read',
      policy: permit('principal is Member', 'client.read', 'principal.sheet.profiles.view == "all"'),
    },
  },
  {
    name: 'scopes',
    source: 'S-02',
    says: "Only who may edit the workspace settings changes anyone's roles, sheet or assignments, or the settings.",
    of: both,
    claims: all(
      ['sheet.change', 'member.change-roles', 'assignment.give', 'assignment.end', 'settings.change'],
      'principal is Member && principal.sheet.settings.edit == "all"',
    ),
    planted: {
      action: 'sheet.change',
      policy: permit('principal is Member', 'sheet.change', 'principal.roles.contains("user-manager")'),
    },
  },
  {
    name: 'issued invoices',
    source: 'S-07',
    says: 'An issued invoice is never edited.',
    of: both,
    claims: all(['invoice.edit'], 'context has invoice && context.invoice.state == "draft"'),
    planted: {
      action: 'invoice.edit',
      policy: permit('principal is Member', 'invoice.edit', 'principal.sheet.invoices.edit == "all"'),
      unguarded: true,
    },
  },
  {
    name: 'accounts that are not active',
    source: 'D-06',
    says: 'Whoever is not active may nothing; but who is invited may activate their account.',
    of: both,
    claims: everyAction.map((action) => ({
      action,
      onlyIf:
        action === 'account.activate'
          ? 'principal.status == "active" || principal.status == "invited"'
          : 'principal.status == "active"',
    })),
    planted: {
      action: 'dossier.read',
      policy: permit('principal is Member', 'dossier.read', owns),
      unguarded: true,
    },
  },
  {
    name: 'edit within view',
    source: 'S-09',
    says: 'Whoever may change something may see it, as long as no sheet edits more than it views.',
    of: both,
    claims: pairs.map(([action, mayAlso]) => ({ action, mayAlso })),
    given: `!(principal is Member) || (${editsWhatItViews})`,
    planted: {
      action: 'client.change',
      policy: permit('principal is Member', 'client.change', 'principal.sheet.profiles.edit == "assigned"'),
    },
  },
]
