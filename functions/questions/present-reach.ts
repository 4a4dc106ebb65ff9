/** How what somebody reaches is shown, and what a change gives and takes. */
import type { Person } from '../../shared/people.ts'
import { situationOf } from '../kernel/authorize.ts'
import type { Tools } from '../kernel/handler.ts'
import { givenBy } from './given.ts'
import type { Right } from './rights-on.ts'
import type { Difference } from './simulation.ts'
import type { Candidate } from './stages.ts'

type Asking = Pick<Tools, 'may' | 'now'>

const showThing = ({ may }: Asking, { thing, labels }: Candidate) => {
  const known = labels.find(({ may: action, with: things }) => may(action, things as never))
  return { ...thing.resource, ...(known && { label: known.label }) }
}
const showContent = ({ content: some }: Right) => (some.length === 0 ? {} : { content: [...some] })

export const showReach = (tools: Asking, candidate: Candidate, rights: readonly Right[]) => {
  const situation = situationOf(candidate.person, candidate.thing.facets[0]?.things ?? {}, tools.now)
  return {
    resource: showThing(tools, candidate),
    can: rights.map((right) => ({
      action: right.action,
      ...showContent(right),
      causes: right.causes.map(({ rule, path }) => ({
        rule: rule.id,
        source: rule.source,
        path: [...path],
        ...givenBy(path, situation),
      })),
    })),
  }
}

const showRight = (right: Right) => ({
  action: right.action,
  ...showContent(right),
  causes: right.causes.map(({ rule, path }) => ({ rule: rule.id, source: rule.source, path: [...path] })),
})

/** Whose name the asker may be told is a matter of rules as well. */
export const showDifference = (tools: Asking, difference: Difference, named: (person: Person) => boolean) => {
  const { personId, name } = difference.person
  return {
    person: { personId, ...(named(difference.person) && { name }) },
    resource: showThing(tools, difference),
    gains: difference.gains.map(showRight),
    loses: difference.loses.map(showRight),
  }
}
