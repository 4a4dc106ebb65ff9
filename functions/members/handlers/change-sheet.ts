import { isProblem, problem } from '../../../shared/problems.ts'
import type { Handler } from '../../kernel/handler.ts'
import { whyNotStillSo } from '../../questions/still-so.ts'
import { refuseTooWide } from '../../settings/refuse-too-wide.ts'
import { changeMember } from '../change-member.ts'
import { guestsHaveNothing } from '../guests-have-nothing.ts'
import type { routes } from '../routes.ts'

/** Replaces the sheet of a member; in force on their very next request (S-02, S-09, S-10). */
export const changeSheet: Handler<typeof routes.changeSheet> = async (context) => {
  const { member, input, list } = context
  const { simulation, ...sheet } = input
  if (member.kind !== 'member') return problem('not-found')
  if (member.roles.includes('guest')) return problem('invalid-input', { detail: guestsHaveNothing })
  const tooWide = refuseTooWide(sheet, '#')
  if (tooWide !== undefined) return tooWide
  const outdated = await whyNotStillSo(context, { kind: 'sheet', personId: member.personId, sheet }, simulation)
  if (outdated !== undefined) return outdated
  const writes = await changeMember({ list }, member, { sheet })
  if (isProblem(writes)) return writes
  return { view: sheet, version: member.version + 1, writes }
}
