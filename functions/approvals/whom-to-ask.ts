import { People, type Person } from '../../shared/people.ts'
import { addSeconds, DAY } from '../../shared/ports/clock.ts'
import { decide, type Policy } from '../../shared/rules/decide.ts'
import type { Stored } from '../../shared/table/record.ts'
import { perhaps } from '../../shared/table/table.ts'
import { standInsFor } from '../absences/find-stand-in.ts'
import type { Approval, Document } from '../documents/records.ts'
import type { Dossier } from '../dossiers/records.ts'
import { tiesTo } from '../dossiers/resource.ts'
import { situationOf } from '../kernel/authorize.ts'
import type { Tools } from '../kernel/handler.ts'
import { whoMayApprove } from '../processing/who-may-approve.ts'
import { hasGivenVerdict, skippedOf, stillToAnswer, turnOf } from './turn.ts'

/** Somebody to be asked, and the absent person they stand in for. */
export type Ask = { readonly personId: string; readonly for: string | null }

export type Waiting = {
  readonly dossier: Stored<Dossier>
  readonly document: Stored<Document>
  readonly approval: Approval
}
type Looking = Pick<Tools, 'read' | 'now'> & { readonly policy: Policy }

/** Those still to answer who could approve at this moment: decided by the rules, for each of them. */
export const ableNow = async ({ approval, ...waiting }: Waiting, looking: Looking): Promise<ReadonlySet<string>> =>
  new Set(await whoMayApprove(stillToAnswer(approval), { ...waiting, ...looking, authorIds: [] }))

/**
 * Who is to be asked at this moment, and who is skipped: computed anew each time, so that whoever left traps nothing
 * (P-07). In an absent person's place their deputy is asked, who must be able to approve by a right of their own; not one
 * who is named themself, has given a verdict, or stands in for another of them already: nobody is two of those who
 * approve. Where no deputy can be asked, the absent person is (B-11).
 */
export const whomToAsk = async (
  waiting: Waiting,
  looking: Looking,
): Promise<{ readonly asks: readonly Ask[]; readonly skipped: readonly string[] }> => {
  const { approval } = waiting
  const [able, standIns] = await Promise.all([
    ableNow(waiting, looking),
    standInsFor(stillToAnswer(approval), looking, looking.now),
  ])
  const turn = turnOf(approval, able)
  const deputies = [...standIns].filter(
    ([absent, deputy]) =>
      turn.includes(absent) && !approval.approverIds.includes(deputy) && !hasGivenVerdict(approval, deputy),
  )
  const eligible = await eligibleDeputies(deputies, waiting, looking)
  const taken = new Set<string>()
  const asks = turn.map((personId): Ask => {
    const deputy = eligible.get(personId)
    if (deputy === undefined || taken.has(deputy)) return { personId, for: null }
    taken.add(deputy)
    return { personId: deputy, for: personId }
  })
  return { asks, skipped: skippedOf(approval, able) }
}

/** Of these deputies, those who could approve in the place of whom they stand in for; by the id of the absent person. */
const eligibleDeputies = async (
  deputies: readonly (readonly [absent: string, deputy: string])[],
  { dossier, document }: Waiting,
  { read, policy, now }: Looking,
): Promise<ReadonlyMap<string, string>> => {
  if (deputies.length === 0) return new Map()
  const ties = Object.keys(tiesTo('', ''))
  const lookups = deputies.flatMap(([, deputy]) => [
    [deputy, perhaps(People, { personId: deputy })],
    ...Object.entries(tiesTo(dossier.dossierId, deputy)).map(([name, tie]) => [`${deputy}.${name}`, tie]),
  ])
  const found = (await read(Object.fromEntries(lookups))) as Readonly<Record<string, object | undefined>>
  return new Map(
    deputies.filter(([absent, deputy]) => {
      const person = found[deputy] as Stored<Person> | undefined
      if (person === undefined) return false
      const absence = { personId: absent, deputyId: deputy, from: now, until: addSeconds(now, DAY), setAt: now }
      const theirs = Object.fromEntries(ties.map((name) => [name, found[`${deputy}.${name}`]]))
      const waiting = { ...document, approvers: [absent] }
      return decide(
        policy,
        'document.approve',
        situationOf(person, { dossier, document: waiting, absence, ...theirs }, now),
      ).allowed
    }),
  )
}
