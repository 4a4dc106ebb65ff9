import { type Attempts, LinkAttempts, recentFailures } from '../../shared/links.ts'
import type { Problem } from '../../shared/problems.ts'
import type { Stored } from '../../shared/table/record.ts'
import { create, perhaps, update } from '../../shared/table/table.ts'
import type { World } from '../kernel/line.ts'
import type { Answer } from '../kernel/present.ts'
import type { Request } from '../kernel/request.ts'
import { deadLinkPage } from './html/dead-link-page.ts'
import type { Page } from './html/page.ts'
import { slowDownPage } from './html/slow-down-page.ts'
import { somethingWrongPage } from './html/something-wrong-page.ts'
import { basicsOf, pageHeaders } from './page-answer.ts'

/** Faults of ours, or a moment of which too much happened at once: to be tried again. */
const ours: readonly Problem['problem'][] = ['internal-error', 'conflict']

/**
 * Shows a person what did not work. A link that is wrong, used, expired, forged, for something else or no longer theirs
 * is one and the same dead page; each counts for the address it came from, so that guessing slows down (P-11).
 */
export const showProblem = async (found: Problem, request: Request, world: World): Promise<Answer> => {
  const basics = basicsOf(request.language ?? 'en')
  if (found.problem === 'too-many-requests') {
    const seconds = found.retryAfterSeconds ?? 1
    return answered(slowDownPage({ ...basics, seconds }), { 'retry-after': String(seconds) })
  }
  if (ours.includes(found.problem)) return answered(somethingWrongPage({ ...basics, requestId: request.requestId }))
  await countFailure(request.source, world)
  return answered(deadLinkPage(basics))
}

const answered = ({ status, html }: Page, headers: Answer['headers'] = {}): Answer => ({
  status,
  headers: { ...headers, ...pageHeaders, 'content-type': 'text/html; charset=utf-8' },
  body: html,
})

const TRIES = 4

/** One more dead link followed from there. Counting that meets another count tries again a few times, then lets it be. */
const countFailure = async (source: string, { table, clock }: World): Promise<void> => {
  for (let run = 1; run <= TRIES; run++) {
    const now = clock()
    const { attempts } = await table.load({ attempts: perhaps(LinkAttempts, { source }) })
    const before = attempts as Stored<Attempts> | undefined
    const counted: Attempts = { source, failures: recentFailures(before, now) + 1, lastAt: now }
    const write = before === undefined ? create(LinkAttempts, counted) : update(LinkAttempts, before, counted)
    if ((await table.commit([write])) === 'done') return
  }
}
