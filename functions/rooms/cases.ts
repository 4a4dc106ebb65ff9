/**
 * Who may do what in rooms, groups and meetings: R-10's table row by row, bounded by R-03 … R-09 and R-21; written
 * without reading the rules. Whoever a line does not name is refused: so the Super Admin wherever there is content (R-04),
 * the people of another room everywhere (R-01), and an Assistant whose member is gone everywhere (R-08).
 */
import { type Allowed, allowed, type Cases, type Persona } from '../../shared/rules/cases.ts'

type When = Allowed['when']

/** R-10's columns. */
const member: readonly Persona[] = ['Member of the room']
const editor: readonly Persona[] = ['Editor of the room']
const groupManager: readonly Persona[] = ['Group manager of the room']
const admin: readonly Persona[] = ['Admin of the room']
const superAdmin: readonly Persona[] = ['super admin']
/** attached to somebody who is active; whoever is not, reaches nothing. */
const assistantOfAMember: readonly Persona[] = ['Assistant of a Member']
const assistantOfAnEditor: readonly Persona[] = ['Assistant of an Editor']
const assistantOfAnAdmin: readonly Persona[] = ['Assistant of an Admin']
const assistants: readonly Persona[] = [...assistantOfAMember, ...assistantOfAnEditor, ...assistantOfAnAdmin]

/** The four columns that R-10 mostly answers with one "yes". */
const memberToAdmin: readonly Persona[] = [...member, ...editor, ...groupManager, ...admin]

/** "– | own groups | own groups | all | – | –": a Group manager's own groups are also those they manage. */
const editorsInOwnGroupsAdminsInAll = (when: When = {}): readonly Allowed[] => [
  allowed('R-05', editor, { groups: ['in'], ...when }),
  allowed('R-06', groupManager, { groups: ['in', 'manages'], ...when }),
  allowed('R-03', admin, when),
]

/** Whoever sees the meeting, Assistants not counted: a draft is seen by those alone who may manage it. */
const whoeverSeesTheMeeting = (when: When = {}): readonly Allowed[] => [
  ...editorsInOwnGroupsAdminsInAll(when),
  allowed('R-07', member, { groups: ['in'], meeting: ['published', 'running', 'closed'], ...when }),
  // participants are groups or people, so that one may take part without being in a group.
  allowed('R-11', [...member, ...editor, ...groupManager], {
    part: ['takes part'],
    meeting: ['published', 'running', 'closed'],
    ...when,
  }),
]

/** the same groups, meetings and documents as their member; an Admin's Assistant reaches what the Admin does. */
const theirAssistants = (when: When = {}): readonly Allowed[] => [
  allowed('R-08', assistantOfAMember, { groups: ['in'], meeting: ['published', 'running', 'closed'], ...when }),
  allowed('R-08', assistantOfAnEditor, { groups: ['in'], ...when }),
  allowed('R-08', [...assistantOfAMember, ...assistantOfAnEditor], {
    part: ['takes part'],
    meeting: ['published', 'running', 'closed'],
    ...when,
  }),
  allowed('R-08', assistantOfAnAdmin, when),
]

/** a closed meeting's record is immutable. */
const notClosed: When = { meeting: ['draft', 'published', 'running'] }
/** recused from an item, nobody reaches it, whatever their role; an Assistant by their member. */
const notRecused: When = { recused: ['not recused'] }

export const cases = {
  // R-04: rooms themselves are the organisation's, not their Admins'; the Super Admin enters none.
  'room.create': [allowed('R-04', superAdmin)],
  'room.change': [allowed('R-04', superAdmin)],
  'room.read': [allowed('R-10', memberToAdmin), allowed('R-08', assistants)],

  // Row "organise and manage a meeting": – | own groups | own groups | all | – | –
  'meeting.manage': editorsInOwnGroupsAdminsInAll(notClosed),
  // reopening is an act of its own, of those who else manage the meeting.
  'meeting.reopen': editorsInOwnGroupsAdminsInAll({ meeting: ['closed'] }),
  'meeting.read': [...whoeverSeesTheMeeting(), ...theirAssistants()],

  // Row "set and change the agenda": – | own groups | own groups | all | – | –
  'agenda.change': editorsInOwnGroupsAdminsInAll(notClosed),
  'agenda-item.read': [...whoeverSeesTheMeeting(notRecused), ...theirAssistants(notRecused)],

  // Row "private annotations": yes | yes | yes | yes | – | yes, shared with their member
  // One annotates the documents one reaches, also after the meeting: it changes nothing of its record.
  'annotation.create': [...whoeverSeesTheMeeting(notRecused), ...theirAssistants(notRecused)],
  // by its author and the pair of member and Assistant; nobody reads another's, an Admin neither.
  'annotation.read': [
    allowed('R-13', memberToAdmin, { annotation: ['oneself'], ...notRecused }),
    allowed('R-13', assistants, { annotation: ['oneself'], ...notRecused }),
    allowed('R-08', assistants, { annotation: ['their member'], ...notRecused }),
    allowed('R-08', memberToAdmin, { annotation: ['their assistant'], ...notRecused }),
  ],

  // Row "comments on documents and agenda items": yes | yes | yes | yes | – | yes
  'comment.create': [...whoeverSeesTheMeeting(notRecused), ...theirAssistants(notRecused)],

  // Row "library": read | own groups | own groups | all | – | as their member
  'library.read': [
    allowed('R-07', member, { groups: ['in'] }),
    ...editorsInOwnGroupsAdminsInAll(),
    allowed('R-08', [...assistantOfAMember, ...assistantOfAnEditor], { groups: ['in'] }),
    allowed('R-08', assistantOfAnAdmin),
  ],
  // As their member: a Member changes nothing in it, an Editor what is of their groups, an Admin all.
  'library.change': [
    ...editorsInOwnGroupsAdminsInAll(),
    allowed('R-10', assistantOfAnEditor, { groups: ['in'] }),
    allowed('R-10', assistantOfAnAdmin),
  ],

  // Row "presenter mode (as a participant)": yes | yes | yes | yes | – | –
  // the leader is a participant and has no more than that.
  'meeting.present': [allowed('R-10', memberToAdmin, { part: ['takes part'], meeting: ['running'] })],

  // Row "write minutes, record tasks and decisions": – | own groups | own groups | all | – | –
  'minutes.write': editorsInOwnGroupsAdminsInAll({ ...notClosed, ...notRecused }),
  'minutes.read': [...whoeverSeesTheMeeting(notRecused), ...theirAssistants(notRecused)],

  // Row "evaluate the meeting": yes | yes | yes | yes | – | –
  // Not once the evaluation is closed, nor once the meeting is.
  'evaluation.answer': [
    allowed('R-10', memberToAdmin, { part: ['takes part'], meeting: ['running'], evaluation: ['has none'] }),
  ],

  // Row "review and sign the minutes": yes | yes | yes | yes | – | –
  // by each signatory; nobody signs minutes that they may not see.
  'minutes.sign': [
    allowed('R-10', memberToAdmin, {
      part: ['takes part'],
      signatory: ['signatory'],
      meeting: ['published', 'running', 'closed'],
      ...notRecused,
    }),
  ],

  // Row "see the evaluation's results": yes | yes | yes | yes | – | –
  // once it is closed and at least three answered; of the meetings that they see.
  'evaluation.read-results': whoeverSeesTheMeeting({
    evaluation: ['has results'],
    meeting: ['published', 'running', 'closed'],
  }),

  // Row "follow and update own tasks": yes | yes | yes | yes | – | –
  'task.update': [allowed('R-10', memberToAdmin, { task: ['oneself'] })],

  // Row "manage tasks, mark them accepted": – | own groups | own groups | all | – | –
  'task.manage': editorsInOwnGroupsAdminsInAll(),
  'task.accept': editorsInOwnGroupsAdminsInAll(),

  // Row "vote": yes | yes | yes | yes | – | –
  // a participant, not recused, while the vote is open, and not while a proxy has their voice.
  'vote.cast': [
    allowed('R-10', memberToAdmin, {
      part: ['takes part'],
      meeting: ['published', 'running'],
      vote: ['open'],
      voice: ['own'],
      ...notRecused,
    }),
  ],

  // Row "manage users": – | – | members of own groups | all | all rooms | –
  // R-06 says "groups they own": being in one of them is not owning it.
  'room-user.manage': [
    allowed('R-06', groupManager, { groups: ['manages'] }),
    allowed('R-03', admin),
    allowed('R-04', superAdmin),
  ],

  // Row "manage groups": – | – | own groups | all | all rooms | –
  'group.create': [allowed('R-06', groupManager), allowed('R-03', admin), allowed('R-04', superAdmin)],
  'group.manage': [
    allowed('R-06', groupManager, { groups: ['manages'] }),
    allowed('R-03', admin),
    allowed('R-04', superAdmin),
  ],
  'group.set-members': [
    allowed('R-06', groupManager, { groups: ['manages'] }),
    allowed('R-03', admin),
    allowed('R-04', superAdmin),
  ],

  // the administration portal.
  'report.read': [allowed('R-20', superAdmin)],
  'subscription-invoice.read': [allowed('R-20', superAdmin)],
} as const satisfies Cases
