import { perhaps } from '../../shared/table/table.ts'
import { choiceAt, type MailPreference, MailPreferences } from '../feed/records.ts'
import type { JobTools } from '../kernel/job.ts'
import { letterKinds } from './letter-kinds.ts'
import type { Letter } from './letters.ts'

/**
 * Those of an event's letters that are mailed now: all that somebody must act on, and the notices that their readers had
 * chosen to get at once when it happened. What they get once a day is gathered by the feed (B-06).
 */
export const wantedLetters = async (
  letters: readonly Letter[],
  happenedAt: string,
  { read }: Pick<JobTools, 'read'>,
): Promise<readonly Letter[]> => {
  const readers = new Set(letters.filter(({ kind }) => letterKinds[kind] !== 'always').map(({ to }) => to.personId))
  if (readers.size === 0) return letters
  const found: Readonly<Record<string, MailPreference | undefined>> = await read(
    Object.fromEntries([...readers].map((personId) => [personId, perhaps(MailPreferences, { personId })])),
  )
  return letters.filter(({ kind, to }) => {
    const notice = letterKinds[kind]
    return notice === 'always' || choiceAt(found[to.personId], notice, happenedAt) === 'at-once'
  })
}
