import {
  changePerson,
  type Member,
  type SettingsEditor,
  SettingsEditors,
  stopsEditingSettings,
} from '../../shared/people.ts'
import { type Problem, problem } from '../../shared/problems.ts'
import type { Stored } from '../../shared/table/record.ts'
import type { Write } from '../../shared/table/table.ts'
import type { Tools } from '../kernel/handler.ts'

/**
 * The writes that change a member. Whoever may edit the settings stops doing so only while somebody else may: the commit
 * requires that one, so that of two who take it from each other at once, one is told of the conflict (S-02).
 * Problem: `last-settings-editor`.
 */
export const changeMember = async (
  { list }: Pick<Tools, 'list'>,
  member: Stored<Member>,
  changes: Partial<Omit<Member, 'kind' | 'personId'>>,
): Promise<readonly Write[] | Problem> => {
  if (!stopsEditingSettings(member, changes)) return changePerson(member, changes)
  // Consistent, and two are enough: one of them is somebody else.
  const { items } = await list<SettingsEditor>(SettingsEditors.by.all, {}, { limit: 2 })
  const remaining = items.find(({ personId }) => personId !== member.personId)
  return remaining === undefined ? problem('last-settings-editor') : changePerson(member, changes, remaining)
}
