import { Holdings, isActivePractitioner, People, type Person } from '../../shared/people.ts'
import { type Problem, problem } from '../../shared/problems.ts'
import type { Stored } from '../../shared/table/record.ts'
import { perhaps } from '../../shared/table/table.ts'
import type { Tools } from '../kernel/handler.ts'

type Asked = { readonly fromId: string; readonly toId: string; readonly dossierIds?: readonly string[] | undefined }

/** Between whom dossiers would move, and how many the giver owns. */
export type Between = { readonly recipient: Stored<Person>; readonly owned: number }

/**
 * Reads both people, or says why nothing moves between them: to oneself, to a stranger or to somebody who is not an
 * active practitioner (D-13), or because there is nothing. The giver may be anybody who owns dossiers, active or not.
 */
export const whoBetween = async (
  { fromId, toId, dossierIds }: Asked,
  read: Tools['read'],
): Promise<Between | Problem> => {
  if (fromId === toId) return problem('recipient-is-giver')
  const { giver, recipient, holdings } = await read({
    giver: perhaps(People, { personId: fromId }),
    recipient: perhaps(People, { personId: toId }),
    holdings: perhaps(Holdings, { personId: fromId }),
  })
  if (giver?.kind !== 'member') return problem('not-found')
  if (recipient === undefined || !isActivePractitioner(recipient)) return problem('recipient-not-eligible')
  const owned = holdings?.dossiers ?? 0
  return owned === 0 && dossierIds === undefined ? problem('nothing-to-transfer') : { recipient, owned }
}
