/**
 * Reads of confidential content are always recorded (D-10): the record is part of the commit that comes before the
 * answer, so that nothing confidential is shown that is not written down. An answer repeated to the same person under its
 * Idempotency-Key is the one that was recorded when it was given.
 */
import { ConfidentialReads, type Revealed } from '../../shared/confidential-reads.ts'
import type { Route } from '../../shared/contract/route.ts'
import type { NewId } from '../../shared/ports/ids.ts'
import { facts } from '../../shared/rules/facts.ts'
import type { Situation } from '../../shared/rules/situation.ts'
import { create, type Write } from '../../shared/table/table.ts'
import type { Granted } from './authorize.ts'
import { dossierOf, type Loaded } from './load.ts'
import type { Request } from './request.ts'

type Read = {
  readonly route: Route
  readonly request: Request
  readonly loaded: Loaded
  readonly granted: Granted
  /** What a list says that it shows; without it, what was loaded is what is shown. */
  readonly revealed?: readonly Revealed[] | undefined
  readonly now: string
}

/** What is written down of an answer: nothing, when it shows nothing confidential. */
export const readsOf = ({ route, request, loaded, granted, revealed, now }: Read, newId: NewId): Write[] => {
  const items = revealed ?? (route.reveals === true ? confidentialIn(loaded) : [])
  if (items.length === 0) return []
  const dossierId = dossierOf(request, loaded)
  if (dossierId === null) throw new Error('What is confidential is of a dossier; this route names none.')
  return [
    create(ConfidentialReads, {
      dossierId,
      readId: newId(),
      at: now,
      personId: loaded.actor.personId,
      door: route.open === undefined ? 'api' : 'link',
      action: route.action,
      items,
      ruleId: granted.rule.id,
      path: granted.path,
    }),
  ]
}

/** The items of a dossier, by the names under which they are loaded. */
const kinds = {
  note: ({ noteId }) => ({ kind: 'note', id: noteId }),
  form: ({ formId }) => ({ kind: 'form', id: formId }),
  document: ({ documentId }) => ({ kind: 'document', id: documentId }),
  entry: ({ entryId }) => ({ kind: 'archive-entry', id: entryId }),
} as const satisfies Record<string, (item: Readonly<Record<string, string>>) => object>

const isConfidential = facts['content is confidential'].holds

/** The confidential items among what was loaded; the dossier itself, where it is confidential and no item was named. */
const confidentialIn = ({ things, each }: Loaded): readonly Revealed[] =>
  (each.length === 0 ? [things] : each.map((more) => ({ ...things, ...more }))).flatMap((loaded): Revealed[] => {
    const { dossier, ...others } = loaded as Partial<Record<string, object>>
    const named = Object.entries(kinds).flatMap(([name, revealed]) => {
      const item = others[name]
      return item === undefined ? [] : [{ situation: { dossier, [name]: item }, shown: revealed(item as never) }]
    })
    if (named.length === 0) named.push({ situation: { dossier }, shown: ofDossier(dossier) })
    return named.flatMap(({ situation, shown }) => (isConfidential(situation as Situation) ? [shown as Revealed] : []))
  })

const ofDossier = (dossier: object | undefined): Revealed => ({
  kind: 'dossier',
  id: (dossier as { dossierId?: string } | undefined)?.dossierId ?? '',
})
