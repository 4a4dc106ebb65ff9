/** That somebody read confidential content: written down before they are answered, and shown to the owner (D-10, B-07). */
import type { Action } from './actions.ts'
import type { AuditEntry } from './audit.ts'
import type { Path } from './rules/rule.ts'
import { record, within } from './table/record.ts'

/** What can be read of a dossier; `dossier` where an answer is of the dossier's content and of no single item. */
export const revealedKinds = ['note', 'form', 'document', 'archive-entry', 'dossier'] as const

/** An item that an answer shows. */
export type Revealed = { readonly kind: (typeof revealedKinds)[number]; readonly id: string }

export type ConfidentialRead = {
  readonly dossierId: string
  readonly readId: string
  readonly at: string
  readonly personId: string
  readonly door: Exclude<AuditEntry['door'], 'job'>
  readonly action: Action
  /** Those that are confidential of what was shown. */
  readonly items: readonly Revealed[]
  /** Why it was allowed: the rule, and the path by which the person is meant by it. */
  readonly ruleId: string
  readonly path: Path
}

export const ConfidentialReads = record<ConfidentialRead>()({
  name: 'confidential-read',
  holds: 'That somebody read confidential content: who, when, what, and by which right.',
  key: ({ dossierId, readId }: { dossierId: string; readId: string }) => ({
    pk: `DOSSIER#${dossierId}`,
    sk: `READ#${readId}`,
  }),
  by: {
    ofDossier: within<{ dossierId: string }>(
      'Who read what is confidential in a dossier',
      ({ dossierId }) => `DOSSIER#${dossierId}`,
      'READ#',
    ),
  },
  trail: ({ dossierId }) => `DOSSIER#${dossierId}`,
})
