/** Whether a person is whom a rule speaks of, and the path by which they are: constants, so that a decision makes none. */
import type { ApplicationLevel, Role, RoomRole } from '../roles.ts'
import { type Area, type Breadth, reaches } from '../sheet.ts'
import { collaborates, facts, isColleague, seatOf, usesDossier } from './facts.ts'
import type { Path, Relation, Who } from './rule.ts'
import type { Situation } from './situation.ts'

/** The path by which the person of a situation is meant, or `undefined` when they are not. */
export type Meant = (situation: Situation) => Path | undefined

const by = (path: Path, is: (situation: Situation) => boolean): Meant => {
  return (situation) => (is(situation) ? path : undefined)
}

/** The member named to answer a dossier's access requests, where neither the office nor a client group does. */
const answersFor = (dossier: Situation['dossier'], personId: string): boolean =>
  dossier?.responsibleId === personId && (dossier.answeredBy ?? 'member') === 'member'

/** Somebody who answers access requests for the client group of the dossier at hand. */
const answersForGroup = ({ dossier, clientGroup }: Situation, personId: string): boolean =>
  dossier?.answeredBy === 'client-group' &&
  dossier.clientGroupId !== undefined &&
  dossier.clientGroupId === clientGroup?.clientGroupId &&
  clientGroup.responsibleIds.includes(personId)

/** For whom the person stands in at this moment (B-11). */
const standsInFor = ({ actor, absence }: Situation): string | undefined =>
  absence?.live === true && absence.deputyId === actor.personId ? absence.personId : undefined

/** A member and their Assistant see each other's annotations. */
const isPairOfAuthor = (situation: Situation): boolean => {
  const { annotation } = situation
  const seat = seatOf(situation)
  if (seat === undefined || annotation === undefined) return false
  return seat.role === 'assistant'
    ? seat.attachedTo?.personId === annotation.authorId
    : seat.assistants?.includes(annotation.authorId) === true
}

/** A role counts for whoever has it; beside `guest` no other counts: a guest sees only what is shared with them (C-05). */
const hasRole = (actor: Situation['actor'], role: Role): boolean =>
  actor.kind === 'member' && actor.roles.includes(role) && (role === 'guest' || !actor.roles.includes('guest'))

const relations: Record<Relation, Meant> = {
  owner: by(['ownership'], ({ actor, dossier }) => actor.kind === 'member' && dossier?.ownerId === actor.personId),
  'reading collaborator': by(['share'], collaborates),
  'writing collaborator': by(['share'], (situation) => collaborates(situation) && situation.share?.access === 'write'),
  responsible: by(
    ['responsibility'],
    ({ actor, dossier }) => isColleague(actor) && answersFor(dossier, actor.personId),
  ),
  'group responsible': by(
    ['client group', 'responsibility'],
    (situation) => isColleague(situation.actor) && answersForGroup(situation, situation.actor.personId),
  ),
  'deputy of the responsible': by(['absence', 'responsibility'], (situation) => {
    const absent = standsInFor(situation)
    if (absent === undefined || !isColleague(situation.actor)) return false
    return answersFor(situation.dossier, absent) || answersForGroup(situation, absent)
  }),
  'client user': by(['access'], usesDossier),
  approver: by(['approval'], ({ actor, document }) => document?.approvers?.includes(actor.personId) === true),
  'deputy of an approver': by(['absence', 'approval'], facts['actor stands in for an approver'].holds),
  recipient: by(['offer'], facts['actor is the recipient'].holds),
  giver: by(['offer'], ({ actor, offer }) => isColleague(actor) && offer?.giverId === actor.personId),
  requester: by(['request'], ({ actor, request }) => request?.requestedBy === actor.personId),
  'co-requester': by(['request'], ({ actor, request }) => request?.joinedBy?.includes(actor.personId) === true),
  'stand-in': by(
    ['role', 'deputy'],
    ({ actor, followUp }) => hasRole(actor, 'administrator') && followUp?.standIns.includes(actor.personId) === true,
  ),
  'link holder': by(['link'], ({ actor, link }) => link?.personId === actor.personId),
  companion: by(['collaborative space'], facts['actor is in the collaborative space'].holds),
  'annotation author': by(
    ['authorship'],
    (situation) => situation.annotation?.authorId === situation.actor.personId && seatOf(situation) !== undefined,
  ),
  'annotation pair': by(['assistant', 'authorship'], isPairOfAuthor),
  oneself: by(['oneself'], () => true),
}

/** A sheet is a team member's; whatever stands in a guest's, they see only what is shared with them (C-05). */
const hasSheet = (actor: Situation['actor']): actor is Extract<Situation['actor'], { kind: 'member' }> =>
  actor.kind === 'member' && !actor.roles.includes('guest')

const SHEET: Path = ['sheet']
const ASSIGNED: Path = ['assignment', 'sheet']
const KEEPER: Path = ['ownership of a dossier of the client', 'sheet']

/** What a sheet opens: `all` of an area, or what is of the clients assigned to the person (S-03, S-12). */
const scope = (side: 'view' | 'edit', area: Area, breadth: Breadth): Meant => {
  if (breadth !== 'assigned')
    return ({ actor }) => (hasSheet(actor) && reaches(actor.sheet[area][side], breadth) ? SHEET : undefined)
  return ({ actor, assignment }) => {
    if (!hasSheet(actor) || assignment?.personId !== actor.personId) return undefined
    if (!reaches(actor.sheet[area][side], 'assigned')) return undefined
    if (assignment.assigned !== null) return ASSIGNED
    return assignment.dossierIds.length > 0 ? KEEPER : undefined
  }
}

const inRoom = (role: RoomRole): Meant => {
  const path: Path = role === 'admin' ? ['seat'] : role === 'assistant' ? ['assistant', 'group'] : ['seat', 'group']
  return (situation) => (seatOf(situation)?.role === role ? path : undefined)
}

const memberOfSpace = ({ actor, membership, space }: Situation): boolean =>
  actor.kind === 'member' && membership?.personId === actor.personId && membership.spaceId === space?.spaceId

const levelWidth: Record<ApplicationLevel, number> = { reader: 0, author: 1, administrator: 2 }
const OF_SPACE: Path = ['space', 'administrator of the space']
const EXACTLY: Path = ['space', 'application']
const WIDER: Path = ['space', 'application', 'wider level']

/** Each level gives those below it, and a space's administrator is administrator of all its applications (C-03). */
const inApplication = (level: ApplicationLevel): Meant => {
  return (situation) => {
    const { membership, application } = situation
    if (!memberOfSpace(situation) || membership === undefined || application === undefined) return undefined
    if (membership.level === 'administrator') return OF_SPACE
    const has = membership.applications[application.name]
    if (has === undefined || levelWidth[has] < levelWidth[level]) return undefined
    return has === level ? EXACTLY : WIDER
  }
}

/** Whom a rule's words mean. */
export const meantBy = (who: Who): Meant => {
  if (who === 'anyone') return by(['everyone'], () => true)
  if (who === 'member') return by(['organisation'], ({ actor }) => actor.kind === 'member')
  if (who === 'space administrator')
    return by(['space'], (situation) => memberOfSpace(situation) && situation.membership?.level === 'administrator')
  if (who === 'space member') return by(['space'], memberOfSpace)
  const [kind, rest = ''] = who.split(/ (.*)/s)
  if (kind === 'role') return by(['role'], ({ actor }) => hasRole(actor, rest as Role))
  if (kind === 'profile')
    return by(
      ['access', 'profile'],
      (situation) =>
        situation.actor.kind === 'client-user' && situation.actor.profile === rest && usesDossier(situation),
    )
  if (kind === 'room') return inRoom(rest as RoomRole)
  if (kind === 'application') return inApplication(rest as ApplicationLevel)
  const words = /^(view|edit) (.+): (.+)$/.exec(who)
  if (words === null) return relations[who as Relation]
  const [, side, area, breadth] = words as unknown as [string, 'view' | 'edit', Area, Breadth]
  return scope(side, area, breadth)
}
