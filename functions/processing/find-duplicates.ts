import type { Stored } from '../../shared/table/record.ts'
import { perhaps } from '../../shared/table/table.ts'
import { type Document, Documents, DocumentVersions } from '../documents/records.ts'
import { revealedOf } from '../documents/show-document.ts'
import type { Dossier } from '../dossiers/records.ts'
import type { AsLoaded, Tools } from '../kernel/handler.ts'

type By = 'content' | 'facts'

/** Another document, by its id, and by what it is recognised as the same. */
export type Same = ReadonlyMap<string, ReadonlySet<By>>

/** So many are looked at by each: a document that is there more often is recognised by these as well. */
const page = { limit: 50 }

/**
 * The other documents of the dossier that have, or had, the same content, or the same number, party and amount (P-06). Both
 * are found by key: what is compared is written with the version and with the document themselves.
 */
export const sameAs = async (document: Document, { list }: Pick<Tools, 'list'>): Promise<Same> => {
  const { dossierId, documentId, sha256 } = document
  const [ofContent, ofFacts] = await Promise.all([
    list<{ documentId: string }>(DocumentVersions.by.sameContent, { dossierId, sha256 }, page),
    list<{ documentId: string }>(Documents.by.sameFacts, document, page),
  ])
  const same = new Map<string, Set<By>>()
  for (const [by, { items }] of [
    ['content', ofContent],
    ['facts', ofFacts],
  ] as const)
    for (const one of items)
      if (one.documentId !== documentId) same.set(one.documentId, (same.get(one.documentId) ?? new Set()).add(by))
  return same
}

type Looking = Pick<Tools, 'read' | 'may'> & {
  readonly dossier: Stored<Dossier>
  readonly access?: AsLoaded['access']
  readonly share?: AsLoaded['share']
  readonly assignment?: AsLoaded['assignment']
}

/** Those of them that the reader may see, each decided on by itself, and which of them are confidential (P-04, D-09). */
export const showSame = async (same: Same, { read, may, dossier, access, share, assignment }: Looking) => {
  const { dossierId } = dossier
  const ids = [...same.keys()]
  const found: Readonly<Record<string, Stored<Document> | undefined>> =
    ids.length === 0
      ? {}
      : await read(
          Object.fromEntries(ids.map((documentId) => [documentId, perhaps(Documents, { dossierId, documentId })])),
        )
  const seen = ids.flatMap((documentId) => {
    const document = found[documentId]
    return document !== undefined && may('document.read', { dossier, access, share, assignment, document })
      ? [document]
      : []
  })
  return {
    duplicates: seen.map(({ documentId, name, state, createdAt, createdBy }) => {
      const by = [...(same.get(documentId) ?? [])]
      return { documentId, name, state, by, createdAt, createdBy }
    }),
    revealed: revealedOf(dossier, seen),
  }
}
