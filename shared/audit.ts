/** Who did what, when, by which door and under which rule: one entry in the same transaction as the change (B-07). */
import { record, within } from './table/record.ts'
import type { Write } from './table/table.ts'

export type AuditEntry = {
  readonly auditId: string
  readonly at: string
  /** A person, or the name of the job that acted. */
  readonly actorId: string
  readonly door: 'api' | 'link' | 'job'
  readonly action: string
  readonly ruleId: string | null
  /** What it concerns: `DOSSIER#…`, `CLIENT#…`, `PEOPLE` for the rights and states of persons, else `ORGANISATION`. */
  readonly trail: string
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
  key: ({ trail, auditId }: { trail: string; auditId: string }) => ({ pk: trail, sk: `AUDIT#${auditId}` }),
  by: {
    ofTrail: within<{ trail: string }>(
      'What happened to a dossier, to a client, to the rights of people, or to the organisation',
      ({ trail }) => trail,
      'AUDIT#',
    ),
  },
})

/** The trail of the rights and states of persons. */
export const PEOPLE_TRAIL = 'PEOPLE'

/** The trail of what a request or job was about, where a record does not name its own. */
export const trailOf = (dossierId: string | null | undefined): string =>
  dossierId === null || dossierId === undefined ? 'ORGANISATION' : `DOSSIER#${dossierId}`

/** The entries of one act: one for each trail that its changes belong to, so that each is found where one looks for it. */
export const entriesOf = (
  act: Omit<AuditEntry, 'auditId' | 'trail' | 'changes'> & { readonly trail: string },
  writes: readonly Write[],
  newId: () => string,
): AuditEntry[] => {
  const changes = Map.groupBy(writes.flatMap(changeOf), ({ trail }) => trail ?? act.trail)
  if (!changes.has(act.trail)) changes.set(act.trail, [])
  // An act whose every change belongs elsewhere needs no empty entry; one without changes is told by its event alone.
  const told = [...changes].filter(([, made]) => made.length > 0 || changes.size === 1)
  return told.map(([trail, made]) => ({
    ...act,
    auditId: newId(),
    trail,
    changes: made.map(({ trail: _, ...change }) => change),
  }))
}

type Change = AuditEntry['changes'][number] & { readonly trail: string | undefined }

/** What the audit trail says of a write: the item before and after, without its secrets. */
const changeOf = (write: Write): Change[] => {
  if (write.op === 'require') return []
  const { record: kind } = write
  const open = (item: object): object =>
    Object.fromEntries(Object.entries(item).filter(([name]) => !(kind.secret ?? []).includes(name)))
  return [
    {
      record: kind.name,
      trail: kind.trail?.('item' in write ? write.item : write.before),
      before: 'before' in write ? open(write.before) : null,
      after: 'item' in write ? open(write.item) : null,
    },
  ]
}
