import { People, type Person } from '../../shared/people.ts'
import { fullPage, pageFrom } from '../../shared/table/full-page.ts'
import type { AnyQuestion, Stored } from '../../shared/table/record.ts'
import { perhaps } from '../../shared/table/table.ts'
import { type Dossier, Dossiers } from '../dossiers/records.ts'
import { tiesTo } from '../dossiers/resource.ts'
import type { AsLoaded, Tools } from '../kernel/handler.ts'
import { type Offer, Offers } from './records.ts'
import { summariseOffer } from './show-offer.ts'

type Reader = Pick<Tools, 'actor' | 'list' | 'read' | 'may' | 'now'>
type Asked = { readonly limit: number; readonly cursor?: string | undefined }

/**
 * A page of the offers that answer a question, newest first: only what whoever asks may see. Indexes lag, so each is read
 * again, with its dossier and what they are to that.
 */
export const pageOfOffers = (question: AnyQuestion, of: object, reader: Reader, asked: Asked) =>
  fullPage(asked, async (place, size) => {
    const page = await reader.list<Offer>(question, of, { ...pageFrom(place, size), newestFirst: true })
    const shown = await readAgain(page.items, reader)
    const last = page.items.at(-1)
    const placeOf = (offer: Offer): string => (question.slot === null ? Offers.key(offer).sk : offer.offerId)
    return {
      shown: shown.map((item) => ({ place: placeOf(item), item })),
      next: page.cursor === null || last === undefined ? undefined : placeOf(last),
    }
  })

const readAgain = async (listed: readonly Offer[], { actor, read, may, now }: Reader) => {
  if (listed.length === 0) return []
  const found = (await read(
    Object.fromEntries(
      listed.flatMap(({ dossierId, offerId, giverId, recipientId }) => [
        [offerId, perhaps(Offers, { dossierId, offerId })],
        [dossierId, perhaps(Dossiers, { dossierId })],
        ...Object.entries(tiesTo(dossierId, actor.personId)).map(([name, tie]) => [`${dossierId}.${name}`, tie]),
        ...[giverId, recipientId].map((personId) => [personId, perhaps(People, { personId })]),
      ]),
    ),
  )) as Readonly<Record<string, unknown>>
  const named = (personId: string) => ({
    personId,
    name: (found[personId] as Person | undefined)?.name ?? '',
  })
  return listed.flatMap(({ offerId, dossierId, giverId, recipientId }) => {
    const offer = found[offerId] as Stored<Offer> | undefined
    const dossier = found[dossierId] as Stored<Dossier> | undefined
    if (offer === undefined || dossier === undefined) return []
    const ties = Object.fromEntries(
      ['access', 'share', 'assignment'].map((name) => [name, found[`${dossierId}.${name}`]]),
    ) as Pick<AsLoaded, 'access' | 'share' | 'assignment'>
    if (!may('offer.read', { ...ties, dossier, offer })) return []
    const mayRead = may('dossier.read', { ...ties, dossier })
    const people = { giver: named(giverId), recipient: named(recipientId) }
    return [summariseOffer({ offer, dossier, ...people, mayRead, now })]
  })
}
