import { problem } from '../../../shared/problems.ts'
import type { Handler } from '../../kernel/handler.ts'
import { refuseTooWide } from '../../settings/refuse-too-wide.ts'
import { askChange } from '../ask-change.ts'
import type { routes } from '../routes.ts'

/** Who gains and who loses what by another sheet of a member (B-04). */
export const simulateSheet: Handler<typeof routes.simulateSheet> = async (context) => {
  const { member, input } = context
  if (member.kind !== 'member') return problem('not-found')
  const { sheet, ...page } = input
  const tooWide = refuseTooWide(sheet, '#/sheet')
  if (tooWide !== undefined) return tooWide
  return { view: await askChange(context, { kind: 'sheet', personId: member.personId, sheet }, page) }
}
