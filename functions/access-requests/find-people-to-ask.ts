import { isActiveColleague, People, type Person } from '../../shared/people.ts'
import type { Stored } from '../../shared/table/record.ts'
import { perhaps } from '../../shared/table/table.ts'
import { standInFor } from '../absences/find-stand-in.ts'
import { Absences, isAbsent } from '../absences/records.ts'
import { ClientGroups } from '../client-groups/records.ts'
import type { Dossier } from '../dossiers/records.ts'
import type { JobTools } from '../kernel/job.ts'
import type { AskedAs } from './records.ts'

/** Somebody who is asked, as what, and the absent person in whose place. */
export type ToAsk = { readonly personId: string; readonly as: AskedAs; readonly for: string | null }

type Answered = Pick<Dossier, 'responsibleId' | 'answeredBy' | 'clientGroupId'>
type Reader = Pick<JobTools, 'read' | 'table'>

const PAGE = 100
/** One commit holds so many askings with room to spare. */
export const MOST_ASKED = 40

/**
 * Who is asked for a verdict at this moment (P-11): the member named, the office or the people of the client group, as the
 * dossier says. Whoever left is skipped, whoever is absent replaced by their deputy (B-11); where nobody is left, the
 * active administrators are asked (P-12).
 */
export const findPeopleToAsk = async (dossier: Answered, reader: Reader, now: string): Promise<readonly ToAsk[]> => {
  const answering = await present(await whoAnswers(dossier, reader), dossier.answeredBy ?? 'member', reader, now)
  return answering.length > 0 ? answering : findAdministrators(reader)
}

/** The active administrators, who stand in where nobody who answers is left, or nobody answers (P-12). */
export const findAdministrators = async (reader: Reader): Promise<readonly ToAsk[]> => {
  const isAdministrator = (person: Person): boolean =>
    isActiveColleague(person) && person.roles.includes('administrator')
  const found = await membersWho(isAdministrator, reader)
  return found.map(({ personId }) => ({ personId, as: 'administrator', for: null }))
}

/** Those who answer for a dossier, whether or not they are there. */
const whoAnswers = async (
  { responsibleId, answeredBy = 'member', clientGroupId }: Answered,
  reader: Reader,
): Promise<readonly string[]> => {
  if (answeredBy === 'member') return [responsibleId]
  if (answeredBy === 'office') return (await membersWho(isOfTheOffice, reader)).map(({ personId }) => personId)
  const { group } = await reader.read({ group: perhaps(ClientGroups, { clientGroupId: clientGroupId ?? 'none' }) })
  return group?.responsibleIds ?? []
}

/** The office: whose sheet edits all documentation (P-14). */
const isOfTheOffice = (person: Person): boolean =>
  isActiveColleague(person) && person.sheet.documentation.edit === 'all'

const present = async (
  personIds: readonly string[],
  as: AskedAs,
  { read }: Reader,
  now: string,
): Promise<readonly ToAsk[]> => {
  if (personIds.length === 0) return []
  const found = (await read(
    Object.fromEntries(
      personIds.flatMap((personId) => [
        [personId, perhaps(People, { personId })],
        [`absence ${personId}`, perhaps(Absences, { personId })],
      ]),
    ),
  )) as Readonly<Record<string, never>>
  const asked = personIds
    .filter((personId) => isActiveColleague(found[personId]))
    .map(async (personId): Promise<readonly ToAsk[]> => {
      if (!isAbsent(found[`absence ${personId}`], now)) return [{ personId, as, for: null }]
      // The others of the office are there for whoever of it is absent.
      if (as === 'office') return []
      const deputyId = await standInFor(personId, { read }, now)
      return deputyId === undefined ? [] : [{ personId: deputyId, as: 'deputy', for: personId }]
    })
  // Who is asked for themself needs not be asked for somebody else, too.
  const all = (await Promise.all(asked)).flat().toSorted((one, other) => order(one) - order(other))
  return all.filter(({ personId }, at) => all.findIndex((one) => one.personId === personId) === at)
}

const order = (asked: ToAsk): number => (asked.for === null ? 0 : 1)

const membersWho = async (is: (person: Person) => boolean, { table }: Reader): Promise<readonly Person[]> => {
  const found: Person[] = []
  let cursor: string | undefined
  do {
    const page = await table.list<Stored<Person>>(People.by.members, {}, { limit: PAGE, cursor })
    found.push(...page.items.filter(is))
    cursor = page.cursor ?? undefined
  } while (cursor !== undefined && found.length < MOST_ASKED)
  return found.slice(0, MOST_ASKED)
}
