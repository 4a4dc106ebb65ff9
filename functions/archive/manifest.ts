/** What an export says of itself: each file with its checksum and all that the archive knows of it (P-10). */

import type { Language } from '../../shared/people.ts'
import type { ArchiveEntry } from '../archive-transfers/records.ts'
import { documentKinds } from '../documents/records.ts'
import type { Party } from '../processing/records.ts'
import { dayOf } from './places.ts'
import { safeName, uniquePaths } from './safe-names.ts'

/** One file of an export. */
export type Exported = { readonly path: string; readonly entry: ArchiveEntry; readonly party: string | null }

const words = {
  en: { noKind: 'not sorted', noParty: 'without a party', file: 'document' },
  fr: { noKind: 'non classé', noParty: 'sans tiers', file: 'document' },
} as const

/** The files of an export under year, kind and party; what people called them is made safe, and none meets another. */
export const filesOf = (
  entries: readonly ArchiveEntry[],
  parties: Readonly<Record<string, Party | undefined>>,
  language: Language,
): Exported[] => {
  const said = words[language]
  const made = entries.map((entry) => {
    const { kind, partyId, name } = entry
    const party = partyId === undefined ? null : (parties[partyId]?.name ?? null)
    const path = [
      dayOf(entry).slice(0, 4),
      kind === undefined ? said.noKind : documentKinds[kind][language],
      safeName(party ?? said.noParty, said.noParty),
      safeName(name, said.file),
    ].join('/')
    return { entry, party, path }
  })
  const paths = uniquePaths(made.map(({ path }) => path))
  return made.map((one, at) => ({ ...one, path: paths[at] ?? one.path }))
}

const factsOf = ({ path, entry, party }: Exported) => ({
  path,
  sha256: entry.sha256,
  length: entry.length,
  archivedAt: entry.archivedAt,
  name: entry.name,
  kind: entry.kind ?? null,
  partyId: entry.partyId ?? null,
  party,
  number: entry.number ?? null,
  date: entry.date ?? null,
  minor: entry.amount?.minor ?? null,
  currency: entry.amount?.currency ?? null,
  entryId: entry.entryId,
  documentId: entry.documentId,
  transferId: entry.transferId,
})

export const manifestInJson = (of: object, files: readonly Exported[]): Buffer =>
  Buffer.from(`${JSON.stringify({ ...of, files: files.map(factsOf) }, null, 2)}\n`)

/** RFC 4180; what a spreadsheet would run as a formula is marked as text. */
const cell = (value: string | number | null): string => {
  if (typeof value === 'number') return String(value)
  const text = /^[=+\-@\t\r]/.test(value ?? '') ? `'${value}` : (value ?? '')
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** With the mark by which spreadsheets know UTF-8. */
export const manifestInCsv = (files: readonly Exported[]): Buffer => {
  const rows = files.map(factsOf)
  const head = Object.keys(rows[0] ?? {})
  const lines = [head, ...rows.map((row) => Object.values(row))].map((line) => line.map(cell).join(','))
  return Buffer.from(`\ufeff${lines.join('\r\n')}\r\n`)
}

/** The list of checksums, by which everybody can compare what they unpacked. */
export const CHECKSUMS = 'SHA256SUMS'

/** As `sha256sum --check` reads it. */
export const checksumsOf = (sums: readonly { readonly path: string; readonly sha256: string }[]): Buffer =>
  Buffer.from(sums.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join(''))

/** The paths of such a list, each with its checksum. */
export const sumsIn = (list: Buffer): readonly (readonly [string, string])[] =>
  list
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => [line.slice(66), line.slice(0, 64)])
