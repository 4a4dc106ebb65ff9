import { expect, test } from 'vitest'
import { actions } from '../../shared/actions.ts'
import { dossier } from '../../test/one-dossier.ts'
import { describeReach } from './describe-reach.ts'

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
