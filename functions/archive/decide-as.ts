/** What somebody may read of an archive at this moment, decided by the rules as it is for their requests. */
import { People } from '../../shared/people.ts'
import { compile, decide } from '../../shared/rules/decide.ts'
import { perhaps } from '../../shared/table/table.ts'
import type { ArchiveEntry } from '../archive-transfers/records.ts'
import { Dossiers } from '../dossiers/records.ts'
import { tiesTo } from '../dossiers/resource.ts'
import { situationOf } from '../kernel/authorize.ts'
import type { JobTools } from '../kernel/job.ts'
import { rules } from '../rules.ts'

const policy = compile(rules)

/** Whoever asks, and what they may read; `undefined` where they or the dossier are not there any more. */
export const readerOf = async ({ dossierId, personId }: { dossierId: string; personId: string }, tools: JobTools) => {
  const { person, dossier, ...ties } = await tools.read({
    person: perhaps(People, { personId }),
    dossier: perhaps(Dossiers, { dossierId }),
    ...tiesTo(dossierId, personId),
  })
  if (person === undefined || dossier === undefined) return undefined
  const may = (entry: Pick<ArchiveEntry, 'confidential'> | undefined): boolean =>
    decide(
      policy,
      'archive.read',
      situationOf(person, { dossier, ...ties, ...(entry === undefined ? {} : { entry }) }, tools.now),
    ).allowed
  return {
    person,
    /** Of the archive at all. */
    mayRead: may(undefined),
    mayReadConfidential: may({ confidential: true }),
    may,
  }
}
