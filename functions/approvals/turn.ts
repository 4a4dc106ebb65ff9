import type { Approval } from '../documents/records.ts'

/** In whose name a verdict was given: the absent person's, where a deputy gave it (B-11). */
const inWhoseName = ({ personId, onBehalfOf }: Approval['verdicts'][number]): string => onBehalfOf ?? personId

/** Those named for whom no verdict has been given, in their order. */
export const stillToAnswer = ({ approverIds, verdicts }: Approval): readonly string[] => {
  const answered = new Set(verdicts.map(inWhoseName))
  return approverIds.filter((personId) => !answered.has(personId))
}

/** Whether somebody gave a verdict already, for themself or in another's place: nobody is two of those who approve. */
export const hasGivenVerdict = ({ verdicts }: Approval, personId: string): boolean =>
  verdicts.some((verdict) => verdict.personId === personId)

/**
 * Whose turn it is, among those who could approve at this moment: in order, the first of them; else each. Whoever left is
 * skipped, so that nothing waits for them (P-07).
 */
export const turnOf = (approval: Approval, able: ReadonlySet<string>): readonly string[] => {
  const left = stillToAnswer(approval).filter((personId) => able.has(personId))
  return approval.mode === 'in-order' ? left.slice(0, 1) : left
}

/** Who is left out of those whose turn it would be by now. */
export const skippedOf = (approval: Approval, able: ReadonlySet<string>): readonly string[] => {
  const left = stillToAnswer(approval)
  const next = left.findIndex((personId) => able.has(personId))
  const before = approval.mode === 'in-order' && next >= 0 ? left.slice(0, next) : left
  return before.filter((personId) => !able.has(personId))
}

/**
 * How an approval stands after its last verdict: a rejection ends it at once, one approval where any is enough, else the
 * last of those who could still give one. It ends by somebody's verdict alone, never by somebody's leaving.
 */
export const endAfter = (approval: Approval, able: ReadonlySet<string>): 'approved' | 'rejected' | undefined => {
  if (approval.verdicts.at(-1)?.verdict === 'rejected') return 'rejected'
  return approval.mode === 'any' || turnOf(approval, able).length === 0 ? 'approved' : undefined
}
