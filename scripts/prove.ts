// `npm run prove`: proves the invariants of `docs/generate/invariants.ts` on the policies that are exported from the
// rules, for every situation there can be; and that each proof would fail if a policy broke its invariant.
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CedarPolicy, cedarSchema, policiesOf } from '../docs/generate/cedar.ts'
import { type Invariant, invariants } from '../docs/generate/invariants.ts'
import { runScript } from '../infra/local/run-script.ts'
import { type Asked, emptiness, questionsOf, withPlanted } from './prove/questions.ts'
import { type Answer, type Prover, prover } from './prove/symcc.ts'
import { findCedar, findCvc5 } from './prove/tools.ts'

/** Runs as many at a time as there are processors; results in order. */
async function eachOf<T, R>(things: readonly T[], work: (thing: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  let next = 0
  const worker = async (): Promise<void> => {
    for (let at = next++; at < things.length; at = next++) results[at] = await work(things[at] as T)
  }
  await Promise.all(Array.from({ length: availableParallelism() }, worker))
  return results
}

const counter = ({ claim: { action, mayAlso }, principal }: Asked, { counterexample }: Answer): string => {
  const what = mayAlso === undefined ? action : `${action} without ${mayAlso}`
  return `  does not hold for ${principal} on ${what}:\n${counterexample.replaceAll(/^/gm, '    ')}`
}

/** What is wrong with an invariant, each as a text; nothing when it is proven and its planted policy is refuted. */
async function failuresOf(invariant: Invariant, policies: readonly CedarPolicy[], { ask }: Prover): Promise<string[]> {
  const questions = questionsOf(invariant, policies)
  const broken = await eachOf(questions, async (asked) => {
    const answer = await ask(asked.question)
    return answer.holds ? [] : [counter(asked, answer)]
  })

  const byClaim = [...Map.groupBy(questions, ({ claim }) => claim).values()]
  const empty = await eachOf(byClaim, async (asked) => {
    const [first] = asked as [Asked]
    const people = invariant.refusals === true ? (['Member', 'ClientUser'] as const) : invariant.of
    for (const type of people) if (!(await ask(emptiness(first, type))).holds) return []
    return [`  is empty on ${first.claim.action}: none of these people may do it at all.`]
  })

  const { action } = invariant.planted
  const planted = questionsOf(invariant, withPlanted(invariant, policies)).filter(
    ({ claim }) => claim.action === action,
  )
  const missed = await eachOf(planted, async ({ question }) => (await ask(question)).holds)
  const unseen = missed.every(Boolean) ? [`  does not see the policy planted on ${action}.`] : []
  return [...broken.flat(), ...empty.flat(), ...unseen]
}

await runScript(async (end) => {
  const tools = { cedar: await findCedar(end), cvc5: await findCvc5(end) }
  const folder = mkdtempSync(join(tmpdir(), 'greffe-proofs-'))
  end.onEnd(() => rmSync(folder, { recursive: true }))
  const policies = policiesOf()
  const proving = prover(tools, folder, cedarSchema(), end)

  let failed = 0
  for (const invariant of invariants) {
    const [began, before] = [Date.now(), proving.asked()]
    const failures = await failuresOf(invariant, policies, proving)
    const figures = `${proving.asked() - before} queries`.padStart(11)
    const time = `${((Date.now() - began) / 1000).toFixed(1)} s`.padStart(7)
    console.log(
      `${failures.length === 0 ? 'ok    ' : 'FAILED'} ${invariant.name.padEnd(30)} ${figures} ${time}  ${invariant.says} (${invariant.source})`,
    )
    for (const failure of failures) console.log(failure)
    if (failures.length > 0) failed += 1
  }
  const proven = invariants.length - failed
  console.log(
    failed === 0
      ? `${proven} invariants proven in ${proving.asked()} queries; ${proven} planted policies refuted.`
      : `${failed} of ${invariants.length} invariants are not proven.`,
  )
  return failed === 0 ? 0 : 1
})
