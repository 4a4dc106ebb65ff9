import { People, type Person } from '../../shared/people.ts'
import { decide, type Policy } from '../../shared/rules/decide.ts'
import type { Stored } from '../../shared/table/record.ts'
import { perhaps } from '../../shared/table/table.ts'
import type { Document } from '../documents/records.ts'
import type { Dossier } from '../dossiers/records.ts'
import { tiesTo } from '../dossiers/resource.ts'
import { situationOf } from '../kernel/authorize.ts'
import type { Tools } from '../kernel/handler.ts'

type Looking = Pick<Tools, 'read' | 'now'> & {
  readonly policy: Policy
  readonly dossier: Stored<Dossier>
  readonly document: Stored<Document>
  /** Who put it in, or its current version: nobody approves what is their own (P-07). */
  readonly authorIds: readonly string[]
}

/**
 * Those of these people who would be allowed to approve a document if it waited for them now, in their order: active, who
 * reach the dossier by a right of their own, and no author of it. To be named opens nothing to anybody, so whoever is
 * left out could not have given a verdict, and the document would wait for them for ever (P-07).
 */
export const whoMayApprove = async (
  personIds: readonly string[],
  { read, now, policy, dossier, document, authorIds }: Looking,
): Promise<readonly string[]> => {
  const asked = [...new Set(personIds)].filter((personId) => !authorIds.includes(personId))
  if (asked.length === 0) return []
  const lookups = asked.flatMap((personId) => [
    [personId, perhaps(People, { personId })],
    ...Object.entries(tiesTo(dossier.dossierId, personId)).map(([name, tie]) => [`${personId}.${name}`, tie]),
  ])
  const found = (await read(Object.fromEntries(lookups))) as Readonly<Record<string, unknown>>
  return asked.filter((personId) => {
    const person = found[personId] as Stored<Person> | undefined
    if (person?.status !== 'active') return false
    const ties = Object.keys(tiesTo('', '')).map((name) => [name, found[`${personId}.${name}`]])
    const waiting = { ...document, state: 'to-approve', approvers: asked }
    const situation = situationOf(person, { dossier, document: waiting, ...Object.fromEntries(ties) }, now)
    return decide(policy, 'document.approve', situation).allowed
  })
}
