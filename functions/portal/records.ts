import { record, type Stored } from '../../shared/table/record.ts'
import { require, requireNone, type Write } from '../../shared/table/table.ts'
import type { ApprovalMode, DocumentKind, ProcessingFacts } from '../documents/records.ts'

/** Which documents are sent without a person: none; approved ones; or also those that no approval rule covers (P-08). */
export const transmissionNames = ['off', 'approved', 'all'] as const
export type Transmission = (typeof transmissionNames)[number]

/** When a document must be approved, and by whom (P-07). A condition that is unset holds for every document. */
export type ApprovalRule = {
  readonly ruleId: string
  readonly name: string
  readonly kinds?: readonly DocumentKind[] | undefined
  readonly partyIds?: readonly string[] | undefined
  /** Of so much or more, in minor units of that currency. */
  readonly atLeast?: { readonly minor: number; readonly currency: string } | undefined
  readonly approverIds: readonly string[]
  readonly mode: ApprovalMode
}

export const MOST_RULES = 20

/** What a dossier's Administrator or the office set for its portal: one item, read whole where it matters. */
export type PortalSettings = {
  readonly dossierId: string
  readonly transmission: Transmission
  /** Counts the changes of the approval rules; a document keeps the one that it met. */
  readonly rulesVersion: number
  /** The first one that covers a document counts. */
  readonly rules: readonly ApprovalRule[]
  readonly changedAt: string
  readonly changedBy: string
}

export const PortalSettingsOf = record<PortalSettings>()({
  name: 'portal-settings',
  holds:
    'Automatic transmission and the approval rules of a dossier (P-07, P-08); without it nothing is automatic and no rule covers.',
  key: ({ dossierId }: { dossierId: string }) => ({ pk: `DOSSIER#${dossierId}`, sk: 'PORTAL-SETTINGS' }),
  by: {},
  trail: ({ dossierId }) => `DOSSIER#${dossierId}`,
})

/** What rests on the settings as they were read is not done where they changed meanwhile, or were made meanwhile. */
export const settingsAsRead = (dossierId: string, settings: Stored<PortalSettings> | undefined): Write =>
  settings === undefined ? requireNone(PortalSettingsOf, { dossierId }) : require(PortalSettingsOf, settings)

/**
 * The rule that covers a document, or `undefined`. What is not known of a document counts as met, and so does an amount
 * of another currency: nothing goes past an approval by not being said (P-07, narrow reading). A credit note counts by its size.
 */
export const ruleCovering = (
  rules: readonly ApprovalRule[],
  { kind, partyId, amount }: ProcessingFacts,
): ApprovalRule | undefined =>
  rules.find(
    ({ kinds, partyIds, atLeast }) =>
      (kinds === undefined || kind === undefined || kinds.includes(kind)) &&
      (partyIds === undefined || partyId === undefined || partyIds.includes(partyId)) &&
      (atLeast === undefined ||
        amount === undefined ||
        amount.currency !== atLeast.currency ||
        Math.abs(amount.minor) >= atLeast.minor),
  )
