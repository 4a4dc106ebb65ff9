import type { Action } from '../../shared/actions.ts'
import type { Resource } from '../../shared/contract/resource.ts'
import type { Route } from '../../shared/contract/route.ts'
import { isLive, type Link } from '../../shared/links.ts'
import { endedBefore, type Person } from '../../shared/people.ts'
import { type Problem, problem } from '../../shared/problems.ts'
import { type Decision, decide, type Policy, readingsOf } from '../../shared/rules/decide.ts'
import type { Rule } from '../../shared/rules/rule.ts'
import type { Situation } from '../../shared/rules/situation.ts'
import type { Loaded } from './load.ts'

export type Granted = Extract<Decision, { allowed: true }>

/** Decides. Who may not know of the thing is told that nothing is there; who may know of it, which rule refused. */
export const authorize = (
  policy: Policy,
  route: Route,
  { actor, things, each }: Loaded,
  input: unknown,
  now: string,
  measured: Partial<Situation> = {},
): Granted | Problem => {
  const given = { ...route.given?.(input as never), ...measured }
  const situations = [{}, ...each].map((more) => situationOf(actor, { ...given, ...things, ...more }, now))
  // All of them before any is decided on: a refusal would tell that the others exist.
  for (const [at, situation] of situations.entries()) {
    const { known } = at === 0 ? route.on : (route.each as { on: Route['on'] }).on
    if (!mayKnow(policy, known, situation)) return problem('not-found')
  }
  let granted: Granted | undefined
  for (const [at, situation] of situations.entries()) {
    // Without a single further thing there is nothing else to decide on.
    if (at === 0 && route.each?.alone === true && each.length > 0) continue
    const decision = decide(policy, route.action, situation)
    if (!decision.allowed)
      return refusal(decision.rule ?? nearestTo(policy, route.action, situation), decision.rule !== null)
    granted ??= decision
  }
  return granted as Granted
}

/** Whether one may know of a thing at all. */
export const mayKnow = (policy: Policy, known: Resource['known'], situation: Situation): boolean =>
  known === null || [known].flat().some((action) => decide(policy, action, situation).allowed)

/** A refusal with its rule: the one that never allows it, or else the one under which it would be allowed (B-01). */
const refusal = (rule: Rule | undefined, never: boolean): Problem =>
  problem('refused', {
    reason: {
      rule: rule?.id ?? null,
      source: rule?.source ?? null,
      sentence: never
        ? { en: rule?.en ?? '', fr: rule?.fr ?? '' }
        : {
            en: `No rule allows you this. What would: ${rule?.en ?? 'nothing.'}`,
            fr: `Aucune règle ne vous le permet. Ce qui le permettrait : ${rule?.fr ?? 'rien.'}`,
          },
    },
  })

/** The rule on an action that comes nearest to allowing it: whose words mean the person, with the fewest facts lacking. */
const nearestTo = (policy: Policy, action: Action, situation: Situation): Rule | undefined =>
  readingsOf(policy, action, situation)
    .filter(({ never }) => !never)
    .map(({ rule, who, missing, inTheWay }) => {
      const isMeant = who.some(({ path }) => path !== undefined)
      return { rule, lacking: missing.length + inTheWay.length + (isMeant ? 0 : 10) }
    })
    .toSorted((a, b) => a.lacking - b.lacking)[0]?.rule

type Bounded = {
  readonly link?: Link
  readonly request?: { readonly state: string; readonly expiresAt: string }
  readonly offer?: { readonly state: string; readonly expiresAt: string }
  readonly access?: { readonly until?: string | null }
  readonly absence?: { readonly from: string; readonly until: string; readonly setAt: string }
  readonly share?: { readonly until: string | null; readonly givenAt: string }
  readonly assignment?: { readonly clientId: string; readonly assigned: { readonly at: string } | null }
  readonly dossier?: { readonly clientId: string }
  readonly client?: { readonly clientId: string }
}

/**
 * What a decision looks at, from what was loaded. End dates are checked here, at this moment: a link says itself whether
 * it is live, a share and an access end by themselves (D-03, P-12), and a request or an offer whose time is over counts as expired before anybody
 * has written that down (P-12, D-11). An assignment counts for its own client alone, however alike two ids may end. What somebody
 * was given by name before they were deactivated gives nothing, also once they are reactivated (D-20).
 */
export const situationOf = (actor: Person, things: object, now: string): Situation => {
  const { link, request, offer, access, absence, share, assignment, dossier, client } = things as Bounded
  return {
    ...things,
    actor,
    ...(link === undefined
      ? {}
      : { link: { ...link, live: isLive(link, now) && !endedBefore(actor, link.createdAt) } }),
    ...(isOver(request, now) ? { request: { ...request, state: 'expired' } } : {}),
    ...(isOver(offer, now) ? { offer: { ...offer, state: 'expired' } } : {}),
    ...(access === undefined ? {} : { access: { ...access, live: isBefore(now, access.until) } }),
    ...(absence === undefined ? {} : { absence: { ...absence, live: isLiveAbsence(actor, absence, now) } }),
    ...(share === undefined ? {} : { share: { ...share, live: isLiveFor(actor, share, now) } }),
    ...(assignment === undefined ? {} : { assignment: assignmentOf(actor, assignment, dossier ?? client) }),
  } as object as Situation
}

const isOver = (waiting: Bounded['request'], now: string): boolean =>
  (waiting?.state === 'pending' || waiting?.state === 'information-asked') && waiting.expiresAt <= now

const isBefore = (now: string, end: string | null | undefined): boolean =>
  end === undefined || end === null || end > now

const isLiveAbsence = (actor: Person, { from, until, setAt }: NonNullable<Bounded['absence']>, now: string): boolean =>
  from <= now && until > now && !endedBefore(actor, setAt)

const isLiveFor = (actor: Person, { until, givenAt }: NonNullable<Bounded['share']>, now: string): boolean =>
  (until === null || until > now) && !endedBefore(actor, givenAt)

const assignmentOf = (
  actor: Person,
  assignment: NonNullable<Bounded['assignment']>,
  of: { readonly clientId: string } | undefined,
): object | undefined => {
  if (assignment.clientId !== of?.clientId) return undefined
  const { assigned } = assignment
  return assigned !== null && endedBefore(actor, assigned.at) ? { ...assignment, assigned: null } : assignment
}
