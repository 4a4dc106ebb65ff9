/** The mails of an offer: who is asked for their answer, and who is told how it ended (D-11, D-15). */
import type { Events } from '../../shared/events.ts'
import { People, type Person } from '../../shared/people.ts'
import { perhaps } from '../../shared/table/table.ts'
import { Dossiers } from '../dossiers/records.ts'
import type { JobTools } from '../kernel/job.ts'
import { Offers } from '../offers/records.ts'
import { askAgainIn, type Letter, letter, linkFor, type Sender, titleOf } from './letters.ts'

type OfOffer = Pick<Events['offer-made'], 'dossierId' | 'offerId' | 'from' | 'to'>

const readOffer = ({ read }: JobTools, { dossierId, offerId, from, to }: OfOffer) =>
  read({
    offer: perhaps(Offers, { dossierId, offerId }),
    dossier: perhaps(Dossiers, { dossierId }),
    giver: perhaps(People, { personId: from }),
    recipient: perhaps(People, { personId: to }),
  })

/** The recipient is asked for their answer, by a link of their own that serves once (D-11). */
export const askingForAnswer = async (
  asked: Events['offer-answer-asked'],
  sender: Sender,
  tools: JobTools,
): Promise<Letter[]> => {
  const { offer, dossier, giver, recipient } = await readOffer(tools, asked)
  if (offer?.state !== 'pending' || dossier === undefined || recipient?.status !== 'active') return []
  const { dossierId, offerId, expiresAt, message } = offer
  const { address, link } = linkFor(tools, 'offer-answer', recipient, { dossierId, offerId }, expiresAt)
  const data = {
    ...sender,
    name: recipient.name,
    giver: giver?.name ?? sender.organisation,
    dossier: titleOf(dossier),
    message,
    link: address,
    expiresAt,
  }
  return [letter(recipient, asked.reminder ? 'offer-reminder' : 'offer', data, link)]
}

/**
 * Giver and recipient are told how an offer ended, but for whoever ended it: they know. An acceptance is told to both; and
 * the new owner is asked for their verdict on each access request that waits in the dossier, where they answer for it now
 * (D-13). In place of a giver who is no longer active, the coordinators are told.
 */
export const tellingOfferEnd = async (
  told: Events['offer-told'],
  sender: Sender,
  tools: JobTools,
): Promise<Letter[]> => {
  const { offer, dossier, giver, recipient } = await readOffer(tools, told)
  if (offer === undefined || dossier === undefined || giver === undefined || recipient === undefined) return []
  const { outcome, by } = told
  const { enderOf } = await tools.read({ enderOf: perhaps(People, { personId: by ?? 'nobody' }) })
  const givers = giver.status === 'active' ? [giver] : await activeCoordinators(tools)
  const isTold = ({ personId, status }: Person): boolean =>
    status === 'active' && (outcome === 'accepted' || personId !== by)
  const lettersTo = (people: readonly Person[], reader: 'giver' | 'recipient'): Letter[] =>
    people.filter(isTold).map((to) =>
      letter(to, 'offer-ended', {
        ...sender,
        name: to.name,
        reader,
        outcome,
        by: enderOf?.name ?? null,
        giver: giver.name,
        recipient: recipient.name,
        // What was offered to them and is not theirs is named by its number alone once the offer ended.
        dossier: reader === 'recipient' && outcome !== 'accepted' ? String(dossier.number) : titleOf(dossier),
        reason: outcome === 'refused' ? (offer.outcome?.reason ?? null) : null,
      }),
    )
  const asked =
    outcome === 'accepted' &&
    dossier.responsibleId === recipient.personId &&
    (dossier.answeredBy ?? 'member') === 'member'
      ? await askAgainIn([dossier], recipient.personId, sender, tools)
      : []
  return [...lettersTo(givers, 'giver'), ...lettersTo([recipient], 'recipient'), ...asked]
}

/** The coordinators are told of a pending offer whose giver is no longer active: it goes to them. */
export const passingOffer = async (
  passed: Events['offer-giver-left'],
  sender: Sender,
  tools: JobTools,
): Promise<Letter[]> => {
  const { offer, dossier, giver, recipient } = await readOffer(tools, passed)
  if (offer?.state !== 'pending' || dossier === undefined || giver?.status === 'active') return []
  return (await activeCoordinators(tools)).map((to) =>
    letter(to, 'offer-without-giver', {
      ...sender,
      name: to.name,
      giver: giver?.name ?? '',
      recipient: recipient?.name ?? '',
      // A coordinator is not told the client of a dossier by mail: the number leads to it (D-09).
      dossier: String(dossier.number),
      expiresAt: offer.expiresAt,
    }),
  )
}

const PAGE = 100
/** So many coordinators are told at most. */
const MOST = 20

const activeCoordinators = async ({ table }: JobTools): Promise<Person[]> => {
  const found: Person[] = []
  let cursor: string | undefined
  do {
    const page = await table.list<Person>(People.by.members, {}, { limit: PAGE, cursor })
    found.push(
      ...page.items.filter(
        (one) => one.kind === 'member' && one.status === 'active' && one.roles.includes('coordinator'),
      ),
    )
    cursor = page.cursor ?? undefined
  } while (cursor !== undefined && found.length < MOST)
  return found.slice(0, MOST)
}
