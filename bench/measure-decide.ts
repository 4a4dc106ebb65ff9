/** How many decisions one thread makes in a second, each with the rule and the path that it went by. */
import { rules } from '../functions/rules.ts'
import type { Action } from '../shared/actions.ts'
import type { Persona, Variations } from '../shared/rules/cases.ts'
import { compile, decide } from '../shared/rules/decide.ts'
import type { Situation } from '../shared/rules/situation.ts'
import { situationOf } from '../test/world.ts'
import { type Ability, abilityOf } from './casl-ability.ts'

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
  { dossier: 'active', archive: 'off', author: 'another', requester: 'another', request: 'ended' },
  { dossier: 'closed', archive: 'on', author: 'oneself', requester: 'oneself', request: 'ended' },
]

export type Question = { readonly action: Action; readonly situation: Situation }

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

/** Decisions a second of one way to decide, and what share of the answers was yes. */
export type Decisions = { readonly perSecond: number; readonly allowedShare: number }

const WARM_UP_MS = 300
const RUN_MS = 1_000
const RUNS = 5

type Run = { readonly decisions: number; readonly allowed: number; readonly seconds: number }

/** One run over the whole mix, again and again; by the thread's own time: what other processes take is not its cost. */
const runFor = (milliseconds: number, allows: (question: Question) => boolean, questions: readonly Question[]): Run => {
  const began = performance.now()
  const busy = process.threadCpuUsage()
  let decisions = 0
  let allowed = 0
  do {
    for (const question of questions) if (allows(question)) allowed += 1
    decisions += questions.length
  } while (performance.now() - began < milliseconds)
  const { user, system } = process.threadCpuUsage(busy)
  return { decisions, allowed, seconds: (user + system) / 1_000_000 }
}

/** The medians of five runs of a second each, after warming up; the ways take turns, so that the machine treats them alike. */
const measure = (ways: readonly ((question: Question) => boolean)[], questions: readonly Question[]): Decisions[] => {
  for (const way of ways) runFor(WARM_UP_MS, way, questions)
  const rounds = Array.from({ length: RUNS }, () => ways.map((way) => runFor(RUN_MS, way, questions)))
  return ways.map((_, at) => {
    const runs = rounds
      .map((round) => round[at] as Run)
      .toSorted((a, b) => a.decisions / a.seconds - b.decisions / b.seconds)
    const { decisions, allowed, seconds } = runs[Math.floor(RUNS / 2)] as Run
    return { perSecond: decisions / seconds, allowedShare: allowed / decisions }
  })
}

export type Comparison = {
  readonly ours: Decisions
  /** CASL with an ability made once for each person and kept. */
  readonly caslKept: Decisions
  /** CASL with the person's ability made for each request, as it must be where rights may change at any moment. */
  readonly caslBuilt: Decisions
  readonly questions: number
  readonly rules: number
}

/** Ours and CASL on the same policy, the same people and the same questions; both must give the same answers. */
export const measureDecide = (): Comparison => {
  const policy = compile(rules)
  const questions = mix()
  let steps = 0
  const ours = ({ action, situation }: Question): boolean => {
    const decision = decide(policy, action, situation)
    if (!decision.allowed) return false
    // The path is part of the answer: it is looked at, so that nothing may leave it out.
    steps += decision.path.length
    return true
  }
  const kept = new Map<Situation['actor'], Ability>()
  const caslKept = ({ action, situation }: Question): boolean => {
    const { actor } = situation
    let ability = kept.get(actor)
    if (ability === undefined) kept.set(actor, (ability = abilityOf(actor)))
    return ability.can(action, situation)
  }
  const caslBuilt = ({ action, situation }: Question): boolean => abilityOf(situation.actor).can(action, situation)

  const differs = questions.find((question) => ours(question) !== caslKept(question))
  if (differs !== undefined) throw new Error(`CASL does not say of ${differs.action} what decide() says.`)
  const [first, second, third] = measure([ours, caslKept, caslBuilt], questions) as [Decisions, Decisions, Decisions]
  if (steps === 0) throw new Error('No decision allowed anything: the mix of situations is wrong.')
  return { ours: first, caslKept: second, caslBuilt: third, questions: questions.length, rules: rules.length }
}
