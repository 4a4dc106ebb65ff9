import { record, within } from '../../shared/table/record.ts'

/** A supplier or customer of a dossier (P-06). */
export type Party = {
  readonly dossierId: string
  readonly partyId: string
  readonly name: string
  readonly roles: readonly ('supplier' | 'customer')[]
  /** With its country, as the form of that country wants it; checked by form, never asked of a register. */
  readonly vatNumber: string | null
  /** An IBAN without spaces, checked by its check digits; where payments to it go. */
  readonly iban: string | null
  readonly createdAt: string
  readonly createdBy: string
}

export const Parties = record<Party>()({
  name: 'party',
  holds: 'A supplier or customer of a dossier.',
  key: ({ dossierId, partyId }: { dossierId: string; partyId: string }) => ({
    pk: `DOSSIER#${dossierId}`,
    sk: `PARTY#${partyId}`,
  }),
  by: {
    ofDossier: within<{ dossierId: string }>(
      'The suppliers and customers of a dossier',
      ({ dossierId }) => `DOSSIER#${dossierId}`,
      'PARTY#',
    ),
  },
})
