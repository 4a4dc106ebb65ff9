/** What the prover is asked about an invariant: its claims, that they are not empty, and the policy that breaks it. */
import { type CedarPolicy, entityType, kindOf, type PrincipalType, textOf } from '../../docs/generate/cedar.ts'
import type { Claim, Invariant } from '../../docs/generate/invariants.ts'
import type { Action } from '../../shared/actions.ts'
import type { Question } from './symcc.ts'

/** The policies that speak of an action; those on others never apply to it. */
const on = (action: Action, policies: readonly CedarPolicy[]): readonly CedarPolicy[] =>
  policies.filter((policy) => policy.action === null || policy.action === action)

const plain = (text: string): string => text.replaceAll(/^\s*(@|\/\/).*$/gm, '')

/** The same policies as if they spoke of another action, so that two actions can be held against each other. */
const asIfOn = (text: string, action: Action, other: Action): string =>
  text
    .replaceAll(`action == Action::"${action}"`, `action == Action::"${other}"`)
    .replaceAll(/resource is \w+/g, `resource is ${entityType(kindOf(other))}`)

const onlyWhere = (given: string | undefined): string =>
  given === undefined ? '' : `forbid (principal, action, resource) unless { ${given} };\n`

export type Asked = { readonly question: Question; readonly claim: Claim; readonly principal: PrincipalType }

/** One question for each claim and type of people; the policies may be others than the exported ones. */
export const questionsOf = (invariant: Invariant, policies: readonly CedarPolicy[]): readonly Asked[] =>
  invariant.claims.flatMap((claim) =>
    invariant.of.map((principal) => ({
      claim,
      principal,
      question: questionOf(invariant, claim, principal, policies),
    })),
  )

const questionOf = (
  { given }: Invariant,
  { action, onlyIf, mayAlso }: Claim,
  principal: PrincipalType,
  policies: readonly CedarPolicy[],
): Question => {
  const own = plain(textOf(on(action, policies))) + onlyWhere(given)
  if (mayAlso === undefined) {
    const within = `permit (principal, action, resource) when { ${onlyIf} };\n`
    return { principal, action, resource: entityType(kindOf(action)), policies: own, within }
  }
  const within = plain(textOf(on(mayAlso, policies)))
  const moved = asIfOn(own, action, mayAlso)
  return { principal, action: mayAlso, resource: entityType(kindOf(mayAlso)), policies: moved, within }
}

/** Whether nobody of a type may do something at all: then what is proven of them is empty. */
export const emptiness = ({ question, principal }: Asked, of: PrincipalType = principal): Question => {
  const { within: _, ...rest } = question
  return { ...rest, principal: of }
}

/** The policies with the planted one among them. */
export const withPlanted = (
  { planted: { action, policy, unguarded } }: Invariant,
  policies: readonly CedarPolicy[],
): readonly CedarPolicy[] => [
  ...policies.filter(
    ({ action: of, text }) => unguarded !== true || (of !== null && of !== action) || !/^forbid \(/m.test(text),
  ),
  { id: 'planted', action, text: policy },
]
