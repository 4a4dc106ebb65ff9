import { People, type WideReach, WideReaches } from '../../shared/people.ts'
import { compile, decide } from '../../shared/rules/decide.ts'
import type { AnyQuestion, Stored } from '../../shared/table/record.ts'
import { perhaps } from '../../shared/table/table.ts'
import { type Dossier, type DossierAccess, DossierAccesses } from '../dossiers/records.ts'
import { situationOf } from '../kernel/authorize.ts'
import type { JobTools } from '../kernel/job.ts'
import { rules } from '../portal/rules.ts'

type Looking = Pick<JobTools, 'read' | 'table' | 'now'>

const policy = compile(rules)
const PAGE = 100
/** So many are told at most. */
const MOST = 20

/**
 * Who may set the approval rules of a dossier, and so is told where nobody is left who could approve (P-07): its owner and
 * its Administrators; where none of them is active, the office. A dossier that is closed is taken as if it were active:
 * whoever may set its rules then is told all the same, for nobody told is never an outcome (P-12).
 */
export const findRuleKeepers = async (dossier: Stored<Dossier>, looking: Looking): Promise<readonly string[]> => {
  const users = await all<DossierAccess>(DossierAccesses.by.ofDossier, dossier, looking)
  const accesses = new Map(users.map((access) => [access.personId, access]))
  const near = await those([dossier.ownerId, ...accesses.keys()], dossier, accesses, looking)
  if (near.length > 0) return near
  const wide = await all<WideReach>(WideReaches.by.all, {}, looking)
  return those(
    wide.map(({ personId }) => personId),
    dossier,
    accesses,
    looking,
  )
}

const those = async (
  personIds: readonly string[],
  dossier: Stored<Dossier>,
  accesses: ReadonlyMap<string, DossierAccess>,
  { read, now }: Looking,
): Promise<readonly string[]> => {
  const people = await read(Object.fromEntries(personIds.map((personId) => [personId, perhaps(People, { personId })])))
  return Object.values(people)
    .filter((person) => person !== undefined)
    .filter((person) => {
      const access = accesses.get(person.personId)
      const things = { dossier: { ...dossier, state: 'active' }, ...(access === undefined ? {} : { access }) }
      return decide(policy, 'portal-settings.change', situationOf(person, things, now)).allowed
    })
    .slice(0, MOST)
    .map(({ personId }) => personId)
}

const all = async <T>(question: AnyQuestion, of: object, { table }: Looking): Promise<readonly T[]> => {
  const found: T[] = []
  let cursor: string | undefined
  do {
    const page = await table.list<T>(question, of, { limit: PAGE, cursor })
    found.push(...page.items)
    cursor = page.cursor ?? undefined
  } while (cursor !== undefined)
  return found
}
