/**
 * The words of the rules once more, in Cedar: each written by hand from what the words mean, not from the functions of
 * `shared/rules`, so that the two can disagree. Whatever is not at hand is asked for with `has` first: a Cedar policy
 * that fails is skipped, and a skipped `forbid` would allow.
 */
import {
  type ApplicationLevel,
  type ApplicationName,
  applications,
  type Profile,
  type Role,
  type RoomRole,
} from '../../shared/roles.ts'
import type { Fact } from '../../shared/rules/facts.ts'
import type { Relation, Who } from '../../shared/rules/rule.ts'
import type { Module } from '../../shared/rules/situation.ts'
import type { Area, Breadth } from '../../shared/sheet.ts'

/** Whoever has an account of the organisation; outsiders have no attribute at all. */
const hasAccount = 'principal has personId'
const isThem = (id: string): string => `${hasAccount} && ${id} == principal.personId`
/** The same, where it was asked before of which type they are. */
const isMe = (id: string): string => `${id} == principal.personId`
const isAmong = (ids: string): string => `${hasAccount} && ${ids}.contains(principal.personId)`
const isOn = (module: Module): string => `context has dossier && context.dossier.modules.contains("${module}")`
const isMarked = (thing: string): string => `(context has ${thing}.confidential && context.${thing}.confidential)`

/** An access may have an end; one that says nothing of it has none (P-12). */
const usesDossier = `principal is ClientUser && context has access && ${isMe('context.access.personId')} && !(context.access has live && !context.access.live)`
const ownsDossier = `principal is Member && context has dossier && ${isMe('context.dossier.ownerId')}`
/** Of the organisation's own people: a guest is not. */
const isColleague = 'principal is Member && !principal.roles.contains("guest")'
/** A share is among colleagues, and so is a collaborative space: a guest has no part in either (D-04, D-16). */
const sharesDossier = `${isColleague} && context has share && context.share.live && ${isMe('context.share.personId')}`

/**
 * A seat counts where it is, in the room of the thing at hand, and for whom it is; an Assistant's for as long as
 * the member whom they are attached to is active.
 */
const sitsHere = `principal is Member && context has seat && context has room && ${isMe('context.seat.personId')} && context.seat.roomId == context.room.roomId && (context.seat.role != "assistant" || (context.seat has attachedTo && context.seat.attachedTo.active))`
/** Asked of somebody who sits there: that they do so for a member. */
const forMember = 'context.seat.role == "assistant" && context.seat has attachedTo'

/** Whether any of these groups is one of the thing at hand: a meeting's, a document's, a task's, or the group itself. */
const areGroupsOfIt = (groups: string): string =>
  `(if context has meeting then ${groups}.containsAny(context.meeting.groupIds)` +
  ` else if context has libraryDocument then ${groups}.containsAny(context.libraryDocument.groupIds)` +
  ` else if context has task then ${groups}.containsAny(context.task.groupIds)` +
  ` else context has group && ${groups}.contains(context.group.groupId))`

/** Beside the guest's no role counts: a guest sees only what is shared with them (C-05). */
const hasRole = (role: Role): string =>
  role === 'guest'
    ? 'principal is Member && principal.roles.contains("guest")'
    : `${isColleague} && principal.roles.contains("${role}")`

const isCompanion = `${isColleague} && context has companion && ${isMe('context.companion.personId')}`
const isRecipient = `${isColleague} && context has offer && ${isMe('context.offer.recipientId')}`
/** Where neither the office nor a client group answers, the member who is named does (P-11). */
const memberAnswers = '!(context.dossier has answeredBy && context.dossier.answeredBy != "member")'
/** The people of a client group answer for the dossiers that are in it now. */
const groupAnswers =
  'context has dossier.answeredBy && context.dossier.answeredBy == "client-group" && context has dossier.clientGroupId && context has clientGroup && context.clientGroup.clientGroupId == context.dossier.clientGroupId'
/** An absence that lasts, in which the person stands in. */
const standsIn = `context has absence && context.absence.live && ${isMe('context.absence.deputyId')}`
const standsInForApprover = `${hasAccount} && ${standsIn} && context has document.approvers && context.document.approvers.contains(context.absence.personId)`
const isInSpace = `principal is Member && context has membership && context has space && ${isMe('context.membership.personId')} && context.membership.spaceId == context.space.spaceId`

export const factsInCedar = {
  'actor is not active': 'principal has status && principal.status != "active"',
  'actor is invited': 'principal has status && principal.status == "invited"',
  'it is themself': `context has member && ${isThem('context.member.personId')}`,
  'dossier is active': 'context has dossier && context.dossier.state == "active"',
  'dossier is confidential': isMarked('dossier'),
  'all content is confidential': `${isMarked('dossier')} || (context has dossier.contents && context.dossier.contents.open == 0 && context.dossier.contents.confidential > 0)`,
  'content is confidential': ['dossier', 'note', 'form', 'document', 'entry'].map(isMarked).join(' || '),
  'actor is the owner': ownsDossier,
  'actor is a collaborator': sharesDossier,
  'archive is on': isOn('archive'),
  'figures are on': isOn('figures'),
  'history is on': isOn('history'),
  'payment is on': isOn('payment'),
  'financial menu is on': isOn('financial'),
  'document is their own': `context has document && ${isThem('context.document.createdBy')}`,
  'document is theirs to approve': `context has document.approvers && ${isAmong('context.document.approvers')}`,
  'actor stands in for an approver': standsInForApprover,
  'document is to be approved': 'context has document.state && context.document.state == "to-approve"',
  // Nobody having worked it out counts as more.
  'copy shows it to more people': '!(context has copy && !context.copy.widens)',
  'actor is in the collaborative space': isCompanion,
  'transfer is their own': `context has transfer && ${isThem('context.transfer.askedBy')}`,
  'offer is pending': 'context has offer && context.offer.state == "pending"',
  'actor is the recipient': isRecipient,
  'dossiers may be met': 'context has workspace && context.workspace.dossiersMet',
  'actor is a colleague': isColleague,
  'actor is the requester': `context has request && ((${isThem('context.request.requestedBy')}) || (context.request has joinedBy && ${isAmong('context.request.joinedBy')}))`,
  'actor uses the dossier': usesDossier,
  'request is pending': 'context has request && ["pending", "information-asked"].contains(context.request.state)',
  'request waits for information': 'context has request && context.request.state == "information-asked"',
  'office answers requests': 'context has dossier.answeredBy && context.dossier.answeredBy == "office"',
  'link is live': 'context has link && context.link.live',
  'link is their own': `context has link && ${isThem('context.link.personId')}`,
  'link decides a request': 'context has link && context.link.purpose == "access-decision"',
  'link approves a document': 'context has link && context.link.purpose == "document-approval"',
  'link answers an offer': 'context has link && context.link.purpose == "offer-answer"',
  'link activates an account': 'context has link && context.link.purpose == "activation"',
  'grantee is a colleague':
    'context has grantee && context.grantee.kind == "member" && context.grantee.status == "active" && !(context.grantee has roles && context.grantee.roles.contains("guest"))',
  'grantee is a practitioner':
    'context has grantee && context.grantee.kind == "member" && context.grantee.status == "active" && context.grantee has roles && context.grantee.roles.contains("practitioner")',
  'grantee owns the dossier':
    'context has grantee && context has dossier && context.grantee.personId == context.dossier.ownerId',
  'proposal gives plain rights':
    'context has proposal && !(context.proposal has sheet) && ["practitioner", "guest"].containsAll(context.proposal.roles)',
  'they are a successor': `context has successors && ${isAmong('context.successors')}`,
  'user is a client user': 'context has user && context.user.kind == "client-user"',
  'user uses the dossier':
    'context has user && context has userAccess && context.user.kind == "client-user" && context.userAccess.personId == context.user.personId',
  'user uses no other dossier': 'context has user && context.user has dossiers && context.user.dossiers == 1',
  'user is themself': `context has user && ${isThem('context.user.personId')}`,
  'calendar is their own': `context has appointment && ${isThem('context.appointment.memberId')}`,
  'invoice is a draft': 'context has invoice && context.invoice.state == "draft"',
  'invoice is credited': 'context has invoice && context.invoice.state == "credited"',
  'collaborative space is open': 'context has collaborativeSpace && context.collaborativeSpace.state == "open"',
  'they are its last member': 'context has collaborativeSpace && context.collaborativeSpace.members <= 1',
  'it is of their groups': `${sitsHere} && (${areGroupsOfIt('context.seat.groupIds')} || ${areGroupsOfIt('context.seat.manages')} || (${forMember} && (context.seat.attachedTo.role == "admin" || ${areGroupsOfIt('context.seat.attachedTo.groupIds')})))`,
  'their member may change it': `${sitsHere} && ${forMember} && ["editor", "group-manager", "admin"].contains(context.seat.attachedTo.role)`,
  'they manage the group': `${sitsHere} && context has group && context.seat.manages.contains(context.group.groupId)`,
  'they take part in the meeting': `context has meeting && ((${isAmong('context.meeting.participants')}) || (${sitsHere} && ${forMember} && context.meeting.participants.contains(context.seat.attachedTo.personId)))`,
  'meeting is a draft': 'context has meeting && context.meeting.state == "draft"',
  'meeting is running': 'context has meeting && context.meeting.state == "running"',
  'meeting is closed': 'context has meeting && context.meeting.state == "closed"',
  'meeting has its results': 'context has meeting.evaluated && context.meeting.evaluated',
  'they are a signatory': `context has meeting.signatories && ${isAmong('context.meeting.signatories')}`,
  'they are recused': `context has agendaItem && ((${isAmong('context.agendaItem.recused')}) || (${sitsHere} && context.seat has attachedTo && context.agendaItem.recused.contains(context.seat.attachedTo.personId)))`,
  'vote is open': 'context has vote && context.vote.open',
  'their proxy votes': `context has vote && ${isAmong('context.vote.byProxy')}`,
  'task is theirs': `context has task && ${isThem('context.task.assigneeId')}`,
  'space is open': 'context has space && context.space.state == "open"',
  'space is closed': 'context has space && context.space.state == "closed"',
} as const satisfies Record<Fact, string>

const relationsInCedar = {
  owner: ownsDossier,
  'reading collaborator': sharesDossier,
  'writing collaborator': `${sharesDossier} && context.share.access == "write"`,
  responsible: `${isColleague} && context has dossier && ${isMe('context.dossier.responsibleId')} && ${memberAnswers}`,
  'group responsible': `${isColleague} && ${groupAnswers} && context.clientGroup.responsibleIds.contains(principal.personId)`,
  'deputy of the responsible': `${isColleague} && ${standsIn} && ((context has dossier && context.absence.personId == context.dossier.responsibleId && ${memberAnswers}) || (${groupAnswers} && context.clientGroup.responsibleIds.contains(context.absence.personId)))`,
  'client user': usesDossier,
  approver: `context has document.approvers && ${isAmong('context.document.approvers')}`,
  'deputy of an approver': standsInForApprover,
  recipient: isRecipient,
  giver: `${isColleague} && context has offer && ${isMe('context.offer.giverId')}`,
  requester: `context has request && ${isThem('context.request.requestedBy')}`,
  'co-requester': `context has request.joinedBy && ${isAmong('context.request.joinedBy')}`,
  'stand-in': `${hasRole('administrator')} && context has followUp && ${isAmong('context.followUp.standIns')}`,
  'link holder': `context has link && ${isThem('context.link.personId')}`,
  companion: isCompanion,
  'annotation author': `${sitsHere} && context has annotation && ${isMe('context.annotation.authorId')}`,
  'annotation pair': `${sitsHere} && context has annotation && (if context.seat.role == "assistant" then context.seat has attachedTo && context.annotation.authorId == context.seat.attachedTo.personId else context.seat has assistants && context.seat.assistants.contains(context.annotation.authorId))`,
  oneself: hasAccount,
} as const satisfies Record<Relation, string>

/** What reaches at least as far: written out, for a sheet's words are few. */
const atLeast = {
  none: '["none", "own", "assigned", "all"]',
  own: '["own", "assigned", "all"]',
  assigned: '["assigned", "all"]',
  all: '["all"]',
} as const satisfies Record<Breadth, string>

/** A guest's sheet opens nothing, whatever stands in it (C-05). */
const sheetReaches = (side: 'view' | 'edit', area: Area, breadth: Breadth): string =>
  `${isColleague} && ${atLeast[breadth]}.contains(principal.sheet.${area}.${side})`

/** Named to the client by somebody, or the owner of a dossier of it (S-03, S-12). */
const isAssigned = `context has assignment && ${isMe('context.assignment.personId')} && (context.assignment.byName || !context.assignment.dossierIds.isEmpty())`

const inScope = (side: 'view' | 'edit', area: Area, breadth: Breadth): string =>
  breadth === 'assigned' ? `${sheetReaches(side, area, breadth)} && ${isAssigned}` : sheetReaches(side, area, breadth)

/** The levels that give a level: it and those above it (C-03). */
const givenBy = {
  administrator: '["administrator"]',
  author: '["author", "administrator"]',
  reader: '["reader", "author", "administrator"]',
} as const satisfies Record<ApplicationLevel, string>

const inApplication = (level: ApplicationLevel): string => {
  const ofOne = (name: ApplicationName): string =>
    `(context.application.name == "${name}" && context.membership.applications has ${name} && ${givenBy[level]}.contains(context.membership.applications.${name}))`
  const ofAny = (Object.keys(applications) as ApplicationName[]).map(ofOne).join(' || ')
  return `${isInSpace} && context has application && (context.membership.level == "administrator" || ${ofAny})`
}

const inRoom = (role: RoomRole): string =>
  role === 'assistant' ? `${sitsHere} && ${forMember}` : `${sitsHere} && context.seat.role == "${role}"`

/** Whom a rule's words mean, as a Cedar expression. */
export const whoInCedar = (who: Who): string => {
  if (who === 'anyone') return 'principal is Member || principal is ClientUser'
  if (who === 'member') return 'principal is Member'
  if (who === 'space member') return isInSpace
  if (who === 'space administrator') return `${isInSpace} && context.membership.level == "administrator"`
  const scope = /^(view|edit) (\w+): (\w+)$/.exec(who)
  if (scope !== null) return inScope(scope[1] as 'view' | 'edit', scope[2] as Area, scope[3] as Breadth)
  const [, kind, rest] = /^(role|profile|room|application) (.+)$/.exec(who) ?? []
  if (kind === 'role') return hasRole(rest as Role)
  if (kind === 'profile') return `${usesDossier} && principal.profile == "${rest as Profile}"`
  if (kind === 'room') return inRoom(rest as RoomRole)
  if (kind === 'application') return inApplication(rest as ApplicationLevel)
  return relationsInCedar[who as Relation]
}
