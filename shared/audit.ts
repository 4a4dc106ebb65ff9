/** Who did what, when, by which door and under which rule: one entry in the same transaction as the change (B-07). */
import { record, within } from './table/record.ts'

export type AuditEntry = {
  readonly auditId: string
  readonly at: string
  /** A person, or the name of the job that acted. */
  readonly actorId: string
  readonly door: 'api' | 'link' | 'job'
  readonly action: string
  readonly ruleId: string | null
  /** The dossier it concerns, or `null` for the organisation. */
  readonly dossierId: string | null
  readonly requestId: string
  /** Each changed item with its fields before and after, but for secrets. */
  readonly changes: readonly {
    readonly record: string
    readonly before: object | null
    readonly after: object | null
  }[]
}

export const AuditEntries = record<AuditEntry>()({
  name: 'audit-entry',
  holds: 'One change, with who made it, under which rule, and what was before and after.',
  key: ({ dossierId, auditId }: { dossierId: string | null; auditId: string }) => ({
    pk: dossierId === null ? 'ORGANISATION' : `DOSSIER#${dossierId}`,
    sk: `AUDIT#${auditId}`,
  }),
  by: {
    dossier: within<{ dossierId: string }>(
      'What happened to a dossier',
      ({ dossierId }) => `DOSSIER#${dossierId}`,
      'AUDIT#',
    ),
  },
})
