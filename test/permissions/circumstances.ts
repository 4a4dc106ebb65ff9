import type { Action } from '../../shared/actions.ts'
import { type Variations, variations } from '../../shared/rules/cases.ts'

type Aspect = keyof Variations

const dossier: readonly Aspect[] = ['dossier', 'archive']
const document: readonly Aspect[] = [...dossier, 'author']
const transfer: readonly Aspect[] = [...dossier, 'asker']
const request: readonly Aspect[] = [...dossier, 'requester', 'request']
const link: readonly Aspect[] = ['holder', 'purpose', 'link']

/** What may differ around each action: everything that is at hand when it is asked for. */
export const aspectsOf: { readonly [A in Action]: readonly Aspect[] } = {
  'member.list': [],
  'member.read': ['member'],
  'member.add': [],
  'member.read-self': ['member'],
  'client.create': [],
  'client.list': [],
  'client.read': [],
  'dossier.create': [],
  'dossier.list': [],
  'dossier.read': dossier,
  'dossier.configure': dossier,
  'client-user.create': dossier,
  'client-user.list': dossier,
  'document.import': dossier,
  'document.list': dossier,
  'document.read': document,
  'document.send': document,
  'transfer.list': dossier,
  'transfer.read': transfer,
  'transfer.resume': transfer,
  'archive.read': document,
  'access-request.create': dossier,
  'access-request.list': dossier,
  'access-request.read': request,
  'access-request.withdraw': request,
  'access-request.decide': [...request, 'standIn', ...link],
  'account.activate': link,
}

/** Every combination of what may differ, none left out. */
export const circumstancesOf = (action: Action): readonly Partial<Variations>[] =>
  aspectsOf[action].reduce<readonly Partial<Variations>[]>(
    (combinations, aspect) =>
      combinations.flatMap((so) =>
        variations[aspect].map((value) => ({ ...so, [aspect]: value }) as Partial<Variations>),
      ),
    [{}],
  )

/** For titles: `dossier closed, archive on`. */
export const inWords = (circumstances: object): string =>
  Object.entries(circumstances)
    .map(([aspect, value]) => `${aspect} ${[value].flat().join(' or ')}`)
    .join(', ')
