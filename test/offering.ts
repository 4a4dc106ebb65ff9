/** Offers under test: a dossier with its owner and colleagues, in a town where the workflow of offers and their mails run. */
import { assignFor } from '../functions/clients/records.ts'
import { type Dossier, Dossiers } from '../functions/dossiers/records.ts'
import { startFollowing, wakeAtOnce } from '../functions/kernel/follow.ts'
import type { Request } from '../functions/kernel/request.ts'
import { askingForAnswer, passingOffer, tellingOfferEnd } from '../functions/mail/offer-letters.ts'
import { acceptOffer } from '../functions/offers/handlers/accept-offer.ts'
import { listOffers } from '../functions/offers/handlers/list-offers.ts'
import { listOffersOfDossier } from '../functions/offers/handlers/list-offers-of-dossier.ts'
import { makeOffer } from '../functions/offers/handlers/make-offer.ts'
import { readOffer } from '../functions/offers/handlers/read-offer.ts'
import { refuseOffer } from '../functions/offers/handlers/refuse-offer.ts'
import { withdrawOffer } from '../functions/offers/handlers/withdraw-offer.ts'
import { type Offer, OfferClaims, OfferProgresses, Offers } from '../functions/offers/records.ts'
import { routes } from '../functions/offers/routes.ts'
import { tasksOf } from '../functions/offers/tasks/tasks-of.ts'
import { offerWorkflow, WORKFLOW } from '../functions/offers/workflow.ts'
import { answerOffer } from '../functions/pages/handlers/answer-offer.ts'
import { showOffer } from '../functions/pages/handlers/show-offer.ts'
import { routes as pageRoutes } from '../functions/pages/routes.ts'
import type { Route } from '../shared/contract/route.ts'
import { Holdings, holdMore, introduce } from '../shared/people.ts'
import type { Persona } from '../shared/rules/cases.ts'
import type { Stored } from '../shared/table/record.ts'
import { create, perhaps, update } from '../shared/table/table.ts'
import { holding } from './ask.ts'
import type { MemoryTable } from './memory-table.ts'
import { dossier as invented } from './one-dossier.ts'
import { type Form, SENDER, townWith } from './town.ts'
import type { Running } from './workflows/step-functions.ts'
import { personOf } from './world.ts'

export const GIVER: Persona = 'owner'
export const RECIPIENT: Persona = 'stranger'
const people: readonly Persona[] = [GIVER, RECIPIENT, 'responsible', 'coordinator', 'documentation reader', 'guest']

/** The dossier that is offered: its owner answers its access requests, too. */
export const dossier: Dossier = (({ version: _, ...it }) => ({ ...it, responsibleId: personOf(GIVER).personId }))(
  invented,
)
const { dossierId, clientId } = dossier

const running: Running = { workflow: offerWorkflow, jobs: (workflows) => ({ 'follow-offer': tasksOf(workflows) }) }

/** The dossier with its people, and nothing offered yet; `broken` is the table as jobs see it. */
export const offering = (broken: (table: MemoryTable) => MemoryTable = (table) => table) => {
  const giverId = personOf(GIVER).personId
  const table: MemoryTable = holding(
    create(Dossiers, dossier),
    ...people.flatMap((persona) => introduce(personOf(persona))),
    holdMore(undefined, giverId, { dossiers: 1, responsibilities: 1 }),
    ...assignFor(undefined, { clientId, personId: giverId }, { dossierIds: [dossierId] }),
  )
  const town = townWith({
    table,
    jobsTable: broken(table),
    running: [running],
    consumed: async (entry, tools, { workflows, mail }) => {
      const of = entry.data as { dossierId: string; offerId: string }
      const run = { dossierId: of.dossierId, requestId: of.offerId, at: entry.at }
      if (entry.type === 'offer-made') await startFollowing(WORKFLOW, run, workflows)
      if (entry.type === 'offer-ended') await wakeAtOnce(run, tools, workflows)
      if (entry.type === 'offer-answer-asked') await mail(await askingForAnswer(entry.data, SENDER, tools))
      if (entry.type === 'offer-told') await mail(await tellingOfferEnd(entry.data, SENDER, tools))
      if (entry.type === 'offer-giver-left') await mail(await passingOffer(entry.data, SENDER, tools))
    },
  })
  const { all, call, page, write } = town
  const by = (persona: Persona) => ({ tokenPersonId: personOf(persona).personId })
  const onOffer =
    (route: Route, handler: unknown) =>
    (persona: Persona, offerId: string, input: object = {}) =>
      call(route, handler, { ...by(persona), params: { dossierId, offerId }, body: JSON.stringify(input) })

  return {
    ...town,
    offers: () => all<Offer>(Offers),
    claims: () => all<{ offerId: string }>(OfferClaims),
    progresses: () => all<{ offerId: string; steps: { step: string; at: string }[] }>(OfferProgresses),
    holdings: () => all<Holdings>(Holdings),
    dossier: () => all<Dossier>(Dossiers)[0] as Stored<Dossier>,
    offer: (persona: Persona = GIVER, to: string = RECIPIENT, more: object = {}) =>
      call(routes.makeOffer as Route, makeOffer, {
        ...by(persona),
        params: { dossierId },
        body: JSON.stringify({
          recipientId: to.includes('-0000-') ? to : personOf(to as Persona).personId,
          ...more,
        }),
      }),
    read: onOffer(routes.readOffer as Route, readOffer),
    accept: onOffer(routes.acceptOffer as Route, acceptOffer),
    refuse: (persona: Persona, offerId: string, reason = 'Je n’ai plus de place avant janvier.') =>
      onOffer(routes.refuseOffer as Route, refuseOffer)(persona, offerId, { reason }),
    withdraw: onOffer(routes.withdrawOffer as Route, withdrawOffer),
    list: (persona: Persona, query: Readonly<Record<string, string>>) =>
      call(routes.listOffers as Route, listOffers, { ...by(persona), query }),
    listOfDossier: (persona: Persona, query: Readonly<Record<string, string>> = {}) =>
      call(routes.listOffersOfDossier as Route, listOffersOfDossier, { ...by(persona), params: { dossierId }, query }),
    openOffer: (token: string, more?: Partial<Request>) =>
      page(pageRoutes.showOffer as Route, showOffer, token, undefined, more),
    answer: (token: string, form: Form, more?: Partial<Request>) =>
      page(pageRoutes.answerOffer as Route, answerOffer, token, form, more),
    changeDossier: async (changes: Partial<Dossier>): Promise<void> => {
      const { found } = await table.load({ found: perhaps(Dossiers, { dossierId }) })
      await write(update(Dossiers, found as Stored<Dossier>, changes))
    },
  }
}
export type Offering = ReturnType<typeof offering>

/** An offer from the owner to the recipient, who has been asked. */
export const offered = async (broken?: (table: MemoryTable) => MemoryTable, more: object = {}) => {
  const town = offering(broken)
  const { offerId } = JSON.parse((await town.offer(GIVER, RECIPIENT, more)).body) as { offerId: string }
  await town.deliver()
  return { ...town, offerId }
}

/**
 * What holds at every moment, whatever failed: an offer is in one declared state; the dossier is the recipient's exactly
 * when it is accepted, and wholly; what people hold is what is theirs; a claim is there exactly while one is pending.
 */
export const faultsIn = (town: Offering): string[] => {
  const { ownerId, responsibleId } = town.dossier()
  const accepted = town.offers().filter(({ state }) => state === 'accepted')
  const pending = town.offers().filter(({ state }) => state === 'pending')
  const owner = accepted[0]?.recipientId ?? personOf(GIVER).personId
  return [
    ...(accepted.length <= 1 ? [] : ['more than one was accepted']),
    ...(pending.length <= 1 ? [] : ['more than one is pending']),
    ...(ownerId === owner ? [] : ['the dossier is not where it belongs']),
    ...(responsibleId === owner ? [] : ['the responsibility did not go with the dossier']),
    ...town
      .offers()
      .filter(({ state, outcome }) => (state === 'pending') !== (outcome === null))
      .map(({ offerId, state }) => `${offerId} is ${state} with another outcome`),
    ...(String(town.claims().map(({ offerId }) => offerId)) === String(pending.map(({ offerId }) => offerId))
      ? []
      : ['the claim is not of the pending offer']),
    ...town.holdings().flatMap(({ personId, dossiers, responsibilities }) => {
      const theirs = personId === owner ? 1 : 0
      return dossiers === theirs && responsibilities === theirs ? [] : [`${personId} holds something else`]
    }),
  ]
}
