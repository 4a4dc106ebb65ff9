/** Why a dossier does not move: one closed list, for the dry run and for what became of each (D-12). */
import { isActivePractitioner, type Person } from '../../shared/people.ts'
import type { Bilingual } from '../../shared/roles.ts'
import type { Dossier } from '../dossiers/records.ts'

export const reasons = {
  'not-found': { en: 'There is no such dossier.', fr: "Ce dossier n'existe pas." },
  'already-owner': {
    en: 'The recipient owns the dossier already.',
    fr: 'Le ou la destinataire est déjà propriétaire du dossier.',
  },
  'not-of-giver': {
    en: 'The dossier is not, or no longer, of the practitioner whose dossiers are transferred.',
    fr: "Le dossier n'appartient pas, ou plus, à l'intervenant·e dont les dossiers sont transférés.",
  },
  'not-active': { en: 'The dossier is not active.', fr: "Le dossier n'est pas actif." },
  'recipient-not-eligible': {
    en: 'At that moment the recipient was not an active practitioner.',
    fr: "À ce moment, le ou la destinataire n'était pas intervenant·e actif·ve.",
  },
  'kept-changing': {
    en: 'Others kept changing the dossier at the same moment.',
    fr: "D'autres modifiaient sans cesse le dossier au même moment.",
  },
  fault: {
    en: 'A fault stood in the way each time it was tried.',
    fr: "Une défaillance s'y est opposée à chaque essai.",
  },
  interrupted: {
    en: 'The transfer was interrupted before its turn.',
    fr: 'Le transfert a été interrompu avant son tour.',
  },
} as const satisfies Record<string, Bilingual>
export type Reason = keyof typeof reasons
export const reasonNames = Object.keys(reasons) as [Reason, ...Reason[]]

/** Why a dossier, as it is now, cannot go from one practitioner to the other; `undefined` where it can (D-12, D-13). */
export const whyNotMove = (
  dossier: Dossier | undefined,
  { fromId, toId }: { readonly fromId: string; readonly toId: string },
  recipient: Person | undefined,
): Reason | undefined => {
  if (dossier === undefined) return 'not-found'
  if (dossier.ownerId === toId) return 'already-owner'
  if (dossier.ownerId !== fromId) return 'not-of-giver'
  if (dossier.state !== 'active') return 'not-active'
  return isActivePractitioner(recipient) ? undefined : 'recipient-not-eligible'
}
