/**
 * The documents of a dossier that somebody may see, page by page, newest first: all of them, or, where only one's own and
 * those to be approved by them are open, those (P-04). Indexes lag, so what they name is read again; each document is
 * decided on before it is on a page. Lists and counts are made from these pages alike, so that their numbers agree.
 */
import { type FullPage, fullPage, pageFrom } from '../../shared/table/full-page.ts'
import type { Stored } from '../../shared/table/record.ts'
import { perhaps } from '../../shared/table/table.ts'
import type { Dossier } from '../dossiers/records.ts'
import type { AsLoaded, Tools } from '../kernel/handler.ts'
import { AwaitedApprovals, type Document, type DocumentKind, Documents } from './records.ts'
import type { DocumentState } from './states.ts'

/** Which of them are asked for. */
export type Filter = {
  readonly state?: DocumentState | undefined
  readonly kind?: DocumentKind | undefined
  readonly partyId?: string | undefined
}

const matches = ({ state, kind, partyId }: Filter, document: Document): boolean =>
  (state === undefined || document.state === state) &&
  (kind === undefined || document.kind === kind) &&
  (partyId === undefined || document.partyId === partyId)

type Looking = Pick<Tools, 'actor' | 'list' | 'read' | 'may'> &
  Pick<AsLoaded, 'access' | 'share' | 'assignment'> & { readonly dossier: Stored<Dossier> }

type Asked = Filter & { readonly limit: number; readonly cursor?: string | undefined }

/** A page of which a filter leaves much out ends short after a second, longer stretch, and its cursor goes on. */
const FILTERED = { stretches: 2, later: 250 }

type Found = { readonly place: string; readonly item: Stored<Document> | undefined }
type Walk = (place: string, size: number) => Promise<{ readonly found: readonly Found[]; readonly goesOn: boolean }>

export const pageOfDocuments = (
  looking: Looking,
  { limit, cursor, ...filter }: Asked,
): Promise<FullPage<Stored<Document>>> => {
  const { dossier, access, share, assignment, may } = looking
  const mayRead = (document: Pick<Document, 'createdBy' | 'confidential' | 'approvers'>): boolean =>
    may('document.read', { dossier, access, share, assignment, document })
  const walk = mayRead({ createdBy: 'anybody' }) ? ofAll(looking) : ofOneself(looking)
  const isNarrow = Object.values(filter).some((one) => one !== undefined)
  return fullPage({ limit, cursor, ...(isNarrow ? FILTERED : {}) }, async (place, size) => {
    const { found, goesOn } = await walk(place, size)
    const shown = found.flatMap(({ place: at, item }) =>
      item !== undefined && matches(filter, item) && mayRead(item) ? [{ place: at, item }] : [],
    )
    return { shown, next: goesOn ? found.at(-1)?.place : undefined }
  })
}

const newestFirst = true

const ofAll =
  ({ dossier: { dossierId }, list }: Looking): Walk =>
  async (place, size) => {
    const { items, cursor } = await list<Document>(
      Documents.by.ofDossier,
      { dossierId },
      { ...pageFrom(place, size), newestFirst },
    )
    return { found: items.map((item) => ({ place: Documents.key(item).sk, item })), goesOn: cursor !== null }
  }

/** What one put in oneself, and what one is to approve: two indexes in one order. */
const ofOneself =
  ({ actor: { personId }, dossier: { dossierId }, list, read }: Looking): Walk =>
  async (place, size) => {
    const page = { ...pageFrom(place, size), newestFirst }
    const pages = await Promise.all([
      list<{ documentId: string }>(Documents.by.ofAuthor, { dossierId, createdBy: personId }, page),
      list<{ documentId: string }>(AwaitedApprovals.by.ofPersonInDossier, { dossierId, personId }, page),
    ])
    const named = new Set(pages.flatMap(({ items }) => items.map(({ documentId }) => documentId)))
    const ids = [...named].sort().reverse().slice(0, size)
    const fresh = await read(
      Object.fromEntries(ids.map((documentId) => [documentId, perhaps(Documents, { dossierId, documentId })])),
    )
    return {
      found: ids.map((documentId) => ({ place: documentId, item: fresh[documentId] })),
      goesOn: named.size > size || pages.some(({ cursor }) => cursor !== null),
    }
  }
