/** Who may do what in collaborative spaces, as D-16 … D-18 say it; written without reading the rules. */
import { allowed, type Cases, colleagues, type Persona, staff } from '../../shared/rules/cases.ts'

/** A zone among members of the organisation: no guest and no client user, whatever list they may stand on. */
const members: readonly Persona[] = staff

export const cases = {
  // Everybody's own: those they are in.
  'collaborative-space.list': [allowed('D-16', members)],
  'collaborative-space.create': [allowed('D-16', members)],

  // Every member of it sees all of it, closed or not; nobody else sees any of it, whatever their role or sheet.
  'collaborative-space.read': [allowed('D-17', members, { companion: ['member'] })],
  'collaborative-space.write': [allowed('D-17', members, { companion: ['member'], collaborativeSpace: ['open'] })],

  // Members of the organisation, whoever owns a dossier among them.
  'collaborative-space.invite': [
    allowed('D-18', members, {
      companion: ['member'],
      collaborativeSpace: ['open'],
      grantee: [...colleagues.grantee, 'owner'],
    }),
  ],

  // At any time, closed or not; but content is never left without a reader.
  'collaborative-space.leave': [allowed('D-18', members, { companion: ['member'], companions: ['several'] })],
  'collaborative-space.close': [
    allowed('D-18', members, { companion: ['member'], companions: ['one'], collaborativeSpace: ['open'] }),
  ],
} as const satisfies Cases
