import { isProblem } from '../../../shared/problems.ts'
import type { Change } from '../../../shared/rules/changes.ts'
import type { Handler } from '../../kernel/handler.ts'
import { whyNotStillSo } from '../../questions/still-so.ts'
import type { Share } from '../records.ts'
import type { routes } from '../routes.ts'
import { requireOwner, shareWith, termsOf } from '../share-with.ts'

/** Shares the whole dossier with a collaborator, to read or to read and write; they are told (D-03, D-05). */
export const giveShare: Handler<typeof routes.giveShare> = async (context) => {
  const terms = termsOf(context.input, context.now)
  if (isProblem(terms)) return terms
  const given = shareWith(context, terms, context)
  if (isProblem(given)) return given
  const { share, name, version, writes, events } = given
  const outdated = await whyNotStillSo(context, changeOf(share), context.input.simulation)
  if (outdated !== undefined) return outdated
  return {
    view: { ...share, name },
    version,
    writes: writes.length === 0 ? [] : [...writes, requireOwner(context)],
    events,
  }
}

const changeOf = ({ dossierId, personId, access, until }: Share): Change => ({
  kind: 'share',
  dossierId,
  personId,
  access,
  until,
})
