import { People, type Person } from '../../shared/people.ts'
import { fullPage, pageFrom } from '../../shared/table/full-page.ts'
import type { Stored } from '../../shared/table/record.ts'
import { type Lookup, perhaps } from '../../shared/table/table.ts'
import type { Absence } from '../absences/records.ts'
import { type AwaitedApproval, AwaitedApprovals, type Document, Documents } from '../documents/records.ts'
import { type Dossier, Dossiers } from '../dossiers/records.ts'
import { tiesTo } from '../dossiers/resource.ts'
import type { AsLoaded, Tools } from '../kernel/handler.ts'
import { type ApprovalProgress, ApprovalProgresses } from './records.ts'
import { standsInFor } from './stands-in-for.ts'
import { stillToAnswer } from './turn.ts'

type Reader = Pick<Tools, 'actor' | 'list' | 'read' | 'may' | 'now'>
type Awaited = Stored<AwaitedApproval> & { readonly absence: Stored<Absence> | undefined }
type Found = Readonly<Record<string, object | undefined>>

/** A page of what waits for whoever asks, for themself or in the place of those they stand in for, newest first (P-07, B-11). */
export const pageOfApprovals = async (
  reader: Reader,
  asked: { readonly limit: number; readonly cursor?: string | undefined },
) => {
  const absences = standsInFor(reader)
  return fullPage(asked, async (place, size) => {
    const { items, next } = await awaitedAfter(place, size, absences, reader)
    const shown = await readAgain(items, reader)
    return { shown, next }
  })
}

const placeOf = (awaited: AwaitedApproval): string => AwaitedApprovals.key(awaited).sk

/** The next of all lists in one order; of a document that waits in two of them, once. */
const awaitedAfter = async (
  place: string,
  size: number,
  absences: Promise<readonly Stored<Absence>[]>,
  { actor, list }: Reader,
) => {
  const pageOf = async (personId: string, absence?: Stored<Absence>) => {
    const options = { ...pageFrom(place, size), newestFirst: true }
    const page = await list<AwaitedApproval>(AwaitedApprovals.by.ofPerson, { personId }, options)
    return { items: page.items.map((item): Awaited => ({ ...item, absence })), isWhole: page.cursor === null }
  }
  const ofOthers = async () => Promise.all((await absences).map((absence) => pageOf(absence.personId, absence)))
  const [own, others] = await Promise.all([pageOf(actor.personId), ofOthers()])
  const pages = [own, ...others]
  const inOrder = pages.flatMap(({ items }) => items).sort((a, b) => (placeOf(a) < placeOf(b) ? 1 : -1))
  const once = inOrder.filter((item, at) => at === 0 || placeOf(item) !== placeOf(inOrder[at - 1] as Awaited))
  const items = once.slice(0, size)
  const last = items.at(-1)
  const isEnd = once.length <= size && pages.every(({ isWhole }) => isWhole)
  return { items, next: isEnd || last === undefined ? undefined : placeOf(last) }
}

const readAgain = async (awaited: readonly Awaited[], reader: Reader) => {
  if (awaited.length === 0) return []
  const found = (await reader.read(Object.fromEntries(awaited.flatMap((one) => neededFor(one, reader.actor))))) as Found
  return awaited.flatMap((one) => {
    const item = show(one, found, reader)
    return item === undefined ? [] : [{ place: placeOf(one), item }]
  })
}

const neededFor = (
  { dossierId, documentId, approvalId, absence }: Awaited,
  { kind, personId }: Person,
): [string, Lookup][] => {
  const { access, ...ofMember } = tiesTo(dossierId, personId)
  // A client user has accesses alone, a member never one: what cannot be is not paid for.
  const ties = Object.entries(kind === 'client-user' ? { access } : ofMember)
  return [
    [documentId, perhaps(Documents, { dossierId, documentId })],
    [dossierId, perhaps(Dossiers, { dossierId })],
    [approvalId, perhaps(ApprovalProgresses, { dossierId, approvalId })],
    ...ties.map(([name, tie]): [string, Lookup] => [`${name} ${dossierId}`, tie]),
    ...(absence === undefined ? [] : [[absence.personId, perhaps(People, absence)] as [string, Lookup]]),
  ]
}

const show = ({ dossierId, documentId, approvalId, since, absence }: Awaited, found: Found, { actor, may }: Reader) => {
  const document = found[documentId] as Stored<Document> | undefined
  const dossier = found[dossierId] as Stored<Dossier> | undefined
  if (document?.approval?.approvalId !== approvalId || dossier === undefined) return undefined
  const ties = Object.fromEntries(
    ['access', 'share', 'assignment'].flatMap((name) => {
      const tie = found[`${name} ${dossierId}`]
      return tie === undefined ? [] : [[name, tie]]
    }),
  ) as Pick<AsLoaded, 'access' | 'share' | 'assignment'>
  const situation = { dossier, document, ...ties, ...(absence === undefined ? {} : { absence: absence as never }) }
  if (!may('document.approve', situation)) return undefined
  const inWhoseName = absence?.personId ?? actor.personId
  if (!isAsked(document.approval, found[approvalId] as ApprovalProgress | undefined, inWhoseName)) return undefined
  const isConfidential = dossier.confidential === true || document.confidential === true
  return {
    dossierId,
    documentId,
    approvalId,
    version: document.version,
    dossierNumber: dossier.number,
    since,
    for:
      absence === undefined
        ? null
        : { personId: absence.personId, name: (found[absence.personId] as Person | undefined)?.name ?? '' },
    document: isConfidential ? null : document,
  }
}

/** In order nobody is asked before their turn: it came where they are the first left, or where those before were skipped. */
const isAsked = (
  approval: NonNullable<Document['approval']>,
  progress: ApprovalProgress | undefined,
  inWhoseName: string,
): boolean =>
  approval.mode !== 'in-order' ||
  stillToAnswer(approval)[0] === inWhoseName ||
  progress?.steps.some((one) => one.step === 'asked' && (one.for ?? one.personId) === inWhoseName) === true
