/** Who may do what with members, as the requirements say it; written without reading the rules. */
import {
  allowed,
  type Cases,
  colleagues,
  coordinators,
  editSettings,
  everyoneActive,
  staff,
  userManagers,
  viewSettings,
} from '../../shared/rules/cases.ts'

export const cases = {
  // A guest must never see the directory, whatever their sheet says; client users have no part in it.
  'member.list': [allowed('C-05', staff)],
  'member.read': [allowed('C-05', staff)],
  // The sheet is set for new members, and only those who may edit workspace settings set sheets; the user manager gives
  // what everybody of that role is given.
  'member.add': [allowed('S-02', editSettings), allowed('C-04', userManagers, { proposal: ['plain'] })],
  'member.read-self': [allowed('C-07', everyoneActive)],
  // A role widens what somebody may: only those who may edit workspace settings change anyone's, their own included.
  'member.change-roles': [allowed('S-02', editSettings)],
  // Before a member is deactivated or leaves, the inventory is shown to whoever deactivates them or moves their dossiers.
  'member.read-inventory': [
    allowed('S-02', editSettings),
    allowed('C-04', userManagers),
    allowed('D-20', coordinators),
  ],
  // What a deactivated member held: never what oneself holds.
  'member.hand-over': [
    allowed('S-02', editSettings, { member: ['another'] }),
    // Their role opens no content (D-09): they do not make themselves the owner.
    allowed('C-04', userManagers, { member: ['another'], successor: ['another'] }),
    allowed('D-12', coordinators, { member: ['another'], successor: ['another'] }),
  ],
  // Nobody deactivates or reactivates themself.
  'member.deactivate': [
    allowed('S-02', editSettings, { member: ['another'] }),
    allowed('C-04', userManagers, { member: ['another'] }),
  ],
  'member.reactivate': [
    allowed('S-02', editSettings, { member: ['another'] }),
    allowed('C-04', userManagers, { member: ['another'] }),
  ],
  // Own rights are part of one's own profile.
  'sheet.read': [allowed('S-08', viewSettings), allowed('C-07', staff, { member: ['oneself'] })],
  // The last one able to edit them is stopped by a problem, not by a rule.
  'sheet.change': [allowed('S-02', editSettings)],
  'assignment.list': [allowed('S-03', viewSettings), allowed('C-07', staff, { member: ['oneself'] })],
  // Clients are assigned to members: guests and client users are none, and nobody works who is deactivated.
  'assignment.give': [allowed('S-03', editSettings, { grantee: [...colleagues.grantee, 'owner'] })],
  // Taken from anybody, whatever became of them.
  'assignment.end': [allowed('S-03', editSettings)],
} as const satisfies Cases
