/**
 * Mails in the sentences of the feed: once a day for whoever chose that, and at once where no mail has words of its own
 * for what happened (B-06). They say no more than the feed would at this moment.
 */
import type { OutboxEntry } from '../../shared/events.ts'
import { People, type Person } from '../../shared/people.ts'
import { compile, decide } from '../../shared/rules/decide.ts'
import { perhaps } from '../../shared/table/table.ts'
import { concernOf } from '../feed/concerns.ts'
import { entryOf } from '../feed/fill.ts'
import { choiceAt, FeedEntries, type FeedEntry, MailPreferences } from '../feed/records.ts'
import { tellEntries } from '../feed/tell-entries.ts'
import { situationOf } from '../kernel/authorize.ts'
import type { Tools } from '../kernel/handler.ts'
import { type JobTools, TryAgain } from '../kernel/job.ts'
import { rules } from '../rules.ts'
import type { Letter, Sender } from './letters.ts'

/** How many sentences a mail holds; the feed has the others. */
const SHOWN = 50
const PAGE = 100

const policy = compile(rules)
const mayOf =
  (person: Person, now: string): Tools['may'] =>
  (action, things) =>
    decide(policy, action, situationOf(person, things, now)).allowed

/** One thing that happened, told at once to everybody whom it concerns and who wanted to be. */
export const tellingNotice = async (event: OutboxEntry, sender: Sender, tools: JobTools): Promise<Letter[]> => {
  const concern = concernOf(event.type)
  if (concern === undefined) return []
  const concerned = await concern.whom(event.data as never, tools)
  const found = (await tools.read(
    Object.fromEntries(
      concerned.flatMap((personId) => [
        [personId, perhaps(People, { personId })],
        [`preference ${personId}`, perhaps(MailPreferences, { personId })],
      ]),
    ),
  )) as Readonly<Record<string, never>>
  const told = concerned
    .filter((personId) => choiceAt(found[`preference ${personId}`], concern.kind, event.at) === 'at-once')
    .map((personId) => found[personId] as Person | undefined)
    .filter((person) => person?.status === 'active')
  const letters = told.map(async (to): Promise<Letter[]> => {
    const reader = to as Person
    const entry = { ...entryOf(concern, event), personId: reader.personId, digest: null }
    const [line] = await tellEntries(reader, [entry], { read: tools.read, may: mayOf(reader, tools.now) })
    if (line === undefined) return []
    return [{ to: reader, kind: 'notice', data: { ...sender, name: reader.name, line: line.sentence } }]
  })
  return (await Promise.all(letters)).flat()
}

/** The daily mail of somebody, without what they want no mail of by now; none where nothing is left (B-06). */
export const tellingDigest = async (
  { data: { personId, digest, lines } }: Extract<OutboxEntry, { type: 'digest-due' }>,
  sender: Sender,
  tools: JobTools,
): Promise<Letter[]> => {
  const { person, preference } = await tools.read({
    person: perhaps(People, { personId }),
    preference: perhaps(MailPreferences, { personId }),
  })
  if (person?.status !== 'active') return []
  const entries = await entriesIn({ personId, digest }, tools)
  // An index lags: no line that was gathered is left out.
  if (entries.length < lines) throw new TryAgain('Not every entry of this daily mail is in the index yet.')
  const wanted = entries.filter(({ kind }) => choiceAt(preference, kind, tools.now) !== 'none')
  if (wanted.length === 0) return []
  const may = mayOf(person, tools.now)
  const told = await tellEntries(person, wanted.slice(0, SHOWN), { read: tools.read, may })
  const data = {
    ...sender,
    name: person.name,
    lines: told.map(({ sentence }) => sentence),
    more: Math.max(0, wanted.length - SHOWN),
  }
  return [{ to: person, kind: 'daily-digest', data }]
}

const entriesIn = async (
  of: { readonly personId: string; readonly digest: number },
  { table }: JobTools,
): Promise<readonly FeedEntry[]> => {
  const entries: FeedEntry[] = []
  let cursor: string | undefined
  do {
    const page = await table.list<FeedEntry>(FeedEntries.by.ofDigest, of, { limit: PAGE, cursor })
    entries.push(...page.items)
    cursor = page.cursor ?? undefined
  } while (cursor !== undefined)
  return entries
}
