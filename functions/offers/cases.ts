/** Who may offer a dossier, answer and withdraw it, as D-11 … D-14 say it; written without reading the rules. */
import { active, allowed, type Cases, coordinators, owners, type Persona, staff } from '../../shared/rules/cases.ts'

/** Among the members of the organisation: a guest and a client user have no part in offers, whoever they were before. */
const members: readonly Persona[] = staff
const toThem = { offered: ['to oneself'] } as const
const byThem = { offered: ['by oneself'] } as const
const pending = { offer: ['pending'] } as const

export const cases = {
  // Everybody's own: those they made and received.
  'offer.list': [allowed('D-11', members)],
  // The owner alone, confidential or not, to a practitioner who is active and not the owner (D-13).
  'offer.make': [allowed('D-11', owners, { ...active, grantee: ['colleague'] })],
  // Whatever became of it, and of the dossier: the giver is told of the outcome as it was, and its owner knows what hangs
  // over the dossier. Coordinators act for a giver who left.
  'offer.read': [
    allowed('D-11', members, toThem),
    allowed('D-11', members, byThem),
    allowed('D-11', owners),
    allowed('D-12', coordinators),
  ],
  // The recipient alone; a decided offer never changes.
  'offer.answer': [allowed('D-11', members, { ...active, ...toThem, ...pending })],
  // The same by mail: the link is their own, for this, and neither used nor expired.
  'offer.answer-by-link': [
    allowed('D-11', members, {
      ...active,
      ...toThem,
      ...pending,
      holder: ['oneself'],
      purpose: ['this'],
      link: ['live'],
    }),
  ],
  // The giver, who owns the dossier still: nothing changed hands. In whatever state the dossier is (D-14).
  'offer.withdraw': [allowed('D-11', owners, { ...byThem, ...pending }), allowed('D-12', coordinators, pending)],
} as const satisfies Cases
