import { indexed, record, within } from '../../shared/table/record.ts'
import { sortName } from './sort-name.ts'

/** What a party is to the client: who sells to it, or who buys from it (P-06). */
export const partyRoles = ['supplier', 'customer'] as const
export type PartyRole = (typeof partyRoles)[number]

/** A supplier or customer of a dossier (P-06). */
export type Party = {
  readonly dossierId: string
  readonly partyId: string
  readonly name: string
  readonly roles: readonly PartyRole[]
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
    byName: indexed<Party, { dossierId: string }>(
      'gsi1',
      'The suppliers and customers of a dossier by their name',
      ({ dossierId }) => `DOSSIER#${dossierId}#PARTIES`,
      ({ name, partyId }) => `${sortName(name)}\t${partyId}`,
    ),
  },
})

/** One VAT number, one party of a dossier: the claim that makes it so. */
export type PartyVatClaim = { readonly dossierId: string; readonly vatNumber: string; readonly partyId: string }

export const PartyVatClaims = record<PartyVatClaim>()({
  name: 'party-vat-claim',
  holds: 'Which party of a dossier has a VAT number; its key makes the number unique in the dossier.',
  key: ({ dossierId, vatNumber }: { dossierId: string; vatNumber: string }) => ({
    pk: `DOSSIER#${dossierId}`,
    sk: `VAT#${vatNumber}`,
  }),
  by: {},
})
