/** How many decisions one thread makes in a second, each with the rule and the path that it went by. */
import { rules } from '../functions/rules.ts'
import type { Action } from '../shared/actions.ts'
import type { Persona, Variations } from '../shared/rules/cases.ts'
import { compile, decide } from '../shared/rules/decide.ts'
import type { Situation } from '../shared/rules/situation.ts'
import { situationOf } from '../test/world.ts'

/** How often each is asked in a hundred: lists decide on each item of a page, so reads come first by far. */
const asked = {
  'dossier.read': 25,
  'document.read': 25,
  'archive.read': 15,
  'document.list': 8,
  'dossier.list': 6,
  'access-request.read': 6,
  'document.import': 5,
  'transfer.read': 3,
  'client.read': 3,
  'document.send': 2,
  'access-request.create': 1,
  'dossier.configure': 1,
} as const satisfies Partial<Record<Action, number>>

/** Who asks: mostly client users of the dossier and the people who look after it; now and then somebody who may not. */
const asking: readonly Persona[] = [
  'Administrator of the dossier',
  'Full Access of the dossier',
  'Document Processing of the dossier',
  'Document Processing + Archive of the dossier',
  'Document Delivery of the dossier',
  'owner',
  'owner and responsible',
  'responsible',
  'office member',
  'coordinator',
  'stranger',
  'Full Access elsewhere',
]

const circumstances: readonly Partial<Variations>[] = [
  { dossier: 'active', archive: 'on', author: 'oneself', requester: 'oneself', request: 'pending' },
  { dossier: 'active', archive: 'on', author: 'another', requester: 'another', request: 'pending' },
  { dossier: 'active', archive: 'off', author: 'another', requester: 'another', request: 'approved' },
  { dossier: 'closed', archive: 'on', author: 'oneself', requester: 'oneself', request: 'expired' },
]

type Question = { readonly action: Action; readonly situation: Situation }

/** Every combination, as often as it is asked, in an order that no branch predictor knows. */
const mix = (): Question[] => {
  const questions = Object.entries(asked).flatMap(([action, times]) =>
    asking.flatMap((persona) =>
      circumstances.flatMap((so) =>
        Array.from({ length: times }, () => ({ action: action as Action, situation: situationOf(persona, so) })),
      ),
    ),
  )
  let seed = 7
  const random = (): number => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648
  return questions
    .map((question) => ({ question, place: random() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ question }) => question)
}

export type Decisions = { readonly perSecond: number; readonly situations: number; readonly allowedShare: number }

const WARM_UP_MS = 300
const RUN_MS = 1_000
const RUNS = 5

/** The median of five runs of a second each, after warming up; by the thread's own time. */
export const measureDecide = (): Decisions => {
  const policy = compile(rules)
  const questions = mix()
  let paths = 0
  const runFor = (milliseconds: number): { decisions: number; allowed: number; seconds: number } => {
    const began = performance.now()
    // The thread's own time: what other processes take meanwhile is not its cost.
    const busy = process.threadCpuUsage()
    let decisions = 0
    let allowed = 0
    do {
      for (const { action, situation } of questions) {
        const decision = decide(policy, action, situation)
        if (decision.allowed) {
          allowed += 1
          paths += decision.path.length
        }
      }
      decisions += questions.length
    } while (performance.now() - began < milliseconds)
    const { user, system } = process.threadCpuUsage(busy)
    return { decisions, allowed, seconds: (user + system) / 1_000_000 }
  }
  runFor(WARM_UP_MS)
  const runs = Array.from({ length: RUNS }, () => runFor(RUN_MS)).toSorted(
    (a, b) => a.decisions / a.seconds - b.decisions / b.seconds,
  )
  const { decisions, allowed, seconds } = runs[Math.floor(RUNS / 2)] as (typeof runs)[number]
  if (paths === 0) throw new Error('No decision allowed anything: the mix of situations is wrong.')
  return { perSecond: decisions / seconds, situations: questions.length, allowedShare: allowed / decisions }
}
