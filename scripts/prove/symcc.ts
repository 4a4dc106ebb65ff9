/** Asks `cedar symcc`, which translates policies for a solver; one call covers one type of people, action and thing. */
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PlainFailure } from '../../infra/local/failure.ts'
import { runChild } from '../../infra/local/run-child.ts'
import type { ScriptEnd } from '../../infra/local/run-script.ts'

export type Question = {
  readonly principal: string
  readonly action: string
  readonly resource: string
  /** The policies asked about, … */
  readonly policies: string
  /** … and those that must allow whatever they allow; without, whether they always deny. */
  readonly within?: string
}

export type Answer = { readonly holds: boolean; readonly counterexample: string }

/** What `cedar symcc` says in words, for its exit code says nothing: it is 0 either way. */
export const answerIn = (output: string): Answer | undefined => {
  const [holds, fails] = [/: VERIFIED\s*$/m.test(output), /: DOES NOT HOLD\s*$/m.test(output)]
  if (holds === fails) return undefined
  const [, example = ''] = output.split(/Counterexample found:\n/)
  // Every action of the schema is listed as an entity: nothing that a reader looks for.
  const counterexample = example
    .split('\n')
    .filter((line) => !/^\s*Action::"[^"]*",?$/.test(line))
    .join('\n')
    .trimEnd()
  return { holds, counterexample }
}

export type Prover = {
  readonly ask: (question: Question) => Promise<Answer>
  /** How many questions the solver was given. */
  readonly asked: () => number
}

export const prover = (
  tools: { cedar: string; cvc5: string },
  folder: string,
  schema: string,
  end: ScriptEnd,
): Prover => {
  const written = new Map<string, string>()
  const fileOf = (text: string, kind: string): string => {
    const before = written.get(text)
    if (before !== undefined) return before
    const file = join(folder, `${createHash('sha256').update(text).digest('hex').slice(0, 16)}.${kind}`)
    writeFileSync(file, text)
    written.set(text, file)
    return file
  }
  const answers = new Map<string, Promise<Answer>>()
  let asked = 0

  const ask = async ({ principal, action, resource, policies, within }: Question): Promise<Answer> => {
    asked += 1
    const common = ['symcc', '--cvc5-path', tools.cvc5, '--schema', fileOf(schema, 'cedarschema'), '--counterexample']
    const where = ['--principal-type', principal, '--action', `Action::"${action}"`, '--resource-type', resource]
    const what =
      within === undefined
        ? ['always-denies', '--policies', fileOf(policies, 'cedar')]
        : ['implies', '--policies1', fileOf(policies, 'cedar'), '--policies2', fileOf(within, 'cedar')]
    const { output } = await runChild(tools.cedar, [...common, ...where, ...what], { end })
    const answer = answerIn(output)
    if (answer === undefined)
      throw new PlainFailure(`${output.trimEnd()}\nThe prover gave no answer on ${action} for ${principal}.`)
    return answer
  }

  return {
    ask(question) {
      const key = JSON.stringify(question)
      const answer = answers.get(key) ?? ask(question)
      answers.set(key, answer)
      return answer
    },
    asked: () => asked,
  }
}
