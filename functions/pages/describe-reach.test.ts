import { expect, test } from 'vitest'
import { actions } from '../../shared/actions.ts'
import type { Person } from '../../shared/people.ts'
import { profileNames } from '../../shared/roles.ts'
import { compile } from '../../shared/rules/decide.ts'
import { modules as allModules, type Module } from '../../shared/rules/situation.ts'
import { dossier } from '../../test/one-dossier.ts'
import { NOW, personOf } from '../../test/world.ts'
import { actionsOn } from '../questions/actions-on.ts'
import { rightsOn } from '../questions/rights-on.ts'
import { dossierThing } from '../questions/things.ts'
import { rules } from '../rules.ts'
import { describeReach, reachOf } from './describe-reach.ts'

const reach = (profile: Parameters<typeof describeReach>[1], modules = dossier.modules) =>
  describeReach({ ...dossier, modules }, profile, 'en')

test('P-04: each profile reaches what its column says, in words', () => {
  const [importing, sending, archive] = ['document.import', 'document.send', 'archive.read'].map(
    (action) => actions[action as keyof typeof actions].en,
  ) as [string, string, string]
  expect(reach('client-full-access')).toEqual(expect.arrayContaining([importing, sending, archive]))
  expect(reach('client-document-processing')).toEqual(expect.arrayContaining([importing, sending]))
  expect(reach('client-document-processing')).not.toContain(archive)
  expect(reach('client-document-processing-archive')).toContain(archive)
  expect(reach('client-full-feedback')).toContain(archive)
  expect(reach('client-full-feedback')).not.toContain(importing)
  expect(reach('client-document-delivery')).not.toContain(archive)
})

test('P-04: where a profile sees only its own documents, the words say so', () => {
  expect(reach('client-document-delivery')).toContain('see a document (only their own)')
  expect(reach('client-document-processing')).toContain('see a document')
})

test('P-02: a module that the dossier has off is reached by no profile', () => {
  expect(reach('client-full-access', [])).not.toContain(actions['archive.read'].en)
})

test('what everybody may do anyway is not counted as reached, nor what links alone may', () => {
  for (const action of ['dossier.list', 'member.read-self', 'account.activate', 'access-request.decide'] as const)
    expect(reach('client-administrator')).not.toContain(actions[action].en)
})

/** Every way in which a dossier may be set up. */
const everySetUp = (Object.keys(allModules) as Module[]).reduce<Module[][]>(
  (sets, module) => sets.flatMap((set) => [set, [...set, module]]),
  [[]],
)

test('B-04, P-12: the page says what a simulation says: the same engine, whatever the profile and the modules', () => {
  const policy = compile(rules)
  const { profile: _, ...somebody } = personOf('Full Access elsewhere') as Extract<Person, { kind: 'client-user' }>
  for (const profile of profileNames)
    for (const modules of everySetUp) {
      const person = { ...somebody, profile, status: 'active' } as Person
      const here = { ...dossier, modules }
      const { personId } = person
      const rights = (access: object | undefined) => {
        const thing = dossierThing({ dossier: here, access }, person)
        const kinds = thing.facets.flatMap((facet) => facet.kinds)
        const told = rightsOn({ policy, now: NOW }, person, thing).map(({ action }) => action)
        return {
          told: new Set(told),
          asked: new Set(kinds.flatMap((kind) => actionsOn(policy, kind).map(({ action }) => action))),
        }
      }
      const [before, after] = [rights(undefined), rights({ personId })]
      const gained = [...after.told].filter((action) => !before.told.has(action))
      const shown = reachOf(here, profile).map(({ action }) => action)
      expect(shown.filter((action) => after.asked.has(action)).toSorted(), `${profile} ${modules}`).toEqual(
        gained.toSorted(),
      )
    }
})

test('P-13: an Administrator reaches whatever any profile reaches, so they give nobody more than they have', () => {
  for (const modules of everySetUp) {
    const here = { ...dossier, modules }
    const own = new Map(reachOf(here, 'client-administrator').map(({ action, ownOnly }) => [action, ownOnly]))
    for (const profile of profileNames)
      for (const { action, ownOnly } of reachOf(here, profile)) {
        expect(own.has(action), `${profile}: ${action}`).toBe(true)
        // Where theirs is of their own alone, so is what they give.
        expect(own.get(action) === true && !ownOnly, `${profile}: ${action}`).toBe(false)
      }
  }
})
