/** A dossier's life, as the journey goes on: shared, kept to some of its readers, offered, and moved with many others. */
import { routes as bulkTransfers } from '../../functions/bulk-transfers/routes.ts'
import { routes as clients } from '../../functions/clients/routes.ts'
import { routes as dossiers } from '../../functions/dossiers/routes.ts'
import { routes as feed } from '../../functions/feed/routes.ts'
import { routes as members } from '../../functions/members/routes.ts'
import { routes as notes } from '../../functions/notes/routes.ts'
import { routes as offers } from '../../functions/offers/routes.ts'
import { routes as questions } from '../../functions/questions/routes.ts'
import { routes as sharing } from '../../functions/sharing/routes.ts'
import type { Role } from '../../shared/roles.ts'
import { type Cast, dossierOf } from './cast.ts'
import type { Deed } from './deeds.ts'
import { fieldOf, linkIn, openPage, postForm, until } from './people-in-town.ts'

const OTHER_DOSSIERS = 24

/** Somebody more of the organisation, invited and signed in. */
const join = async (cast: Cast, who: string, name: string, roles: readonly Role[]): Promise<string> => {
  const local = name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(' ', '.')
  const email = cast.address(local, 'cabinet-marchetti-brun.example')
  const { personId } = await cast.as('office').call(members.addMember, {
    input: { name, email, language: 'fr', roles: [...roles] },
  })
  await cast.activate(who, email)
  return personId
}

const idOf = async (cast: Cast, who: string): Promise<string> => (await cast.as(who).call(members.readSelf)).personId

export const lifeOfADossier: readonly Deed[] = [
  {
    title: 'The owner shares the dossier with a colleague, who is told and reads it',
    does: async (cast) => {
      const colleague = await join(cast, 'colleague', 'Célestine Vaugirard', ['practitioner'])
      const params = dossierOf(cast)
      const before = await cast.as('colleague').ask(dossiers.readDossier, { params })
      if (before.status !== 404) throw new Error(`Before the share reading answered ${before.status}.`)
      await cast.as('practitioner').call(sharing.shareDossier, {
        params,
        input: { personIds: [colleague], access: 'read' },
      })
      await cast.as('colleague').call(dossiers.readDossier, { params })
      await cast.town.mailTo(cast.email('colleague'), (mail) => !mail.text.includes('/activations/'))
      const told = await until('entry in the feed of the colleague', async () => {
        const { items } = await cast.as('colleague').call(feed.listFeed, { input: {} })
        return items[0]
      })
      return `404 before, 200 after; told by mail and in the feed: “${told.sentence}”`
    },
  },
  {
    title: 'The owner writes a confidential note; a coordinator is refused it, and the owner asks why',
    does: async (cast) => {
      const coordinator = await join(cast, 'coordinator', 'Philippine Auzoux', ['coordinator'])
      const params = dossierOf(cast)
      const { noteId } = await cast.as('practitioner').call(notes.createConfidentialNote, {
        params,
        input: { title: 'Premier entretien', markdown: 'À **ne pas** diffuser.' },
      })
      await cast.as('colleague').call(notes.readNote, { params: { ...params, noteId } })
      const { status } = await cast.as('coordinator').ask(notes.readNote, { params: { ...params, noteId } })
      if (status !== 403) throw new Error(`Reading it answered the coordinator ${status}.`)
      const why = await cast.as('practitioner').call(questions.explainInDossier, {
        params,
        input: { personId: coordinator, action: 'note.read', noteId },
      })
      if (why.allowed || why.rule === null) throw new Error('No rule explains the refusal.')
      const { items } = await cast.as('practitioner').call(dossiers.listConfidentialReads, { params, input: {} })
      return `${why.rule.source}, ${why.rule.id}: “${why.rule.en}”; who did read it stands in the record (${items.length})`
    },
  },
  {
    title: 'The owner offers the dossier to the colleague, who accepts on the page mailed to them',
    does: async (cast) => {
      const params = dossierOf(cast)
      const recipientId = await idOf(cast, 'colleague')
      const { offerId } = await cast.as('practitioner').call(offers.makeOffer, {
        params,
        input: { recipientId, message: 'Je change de service en avril.' },
      })
      const link = linkIn(
        await cast.town.mailTo(cast.email('colleague'), (mail) => mail.text.includes('/offer-answers/')),
        'offer-answers',
      )
      const { page } = await openPage(link)
      const { status } = await postForm(link, { decision: 'accept', reason: '', version: fieldOf(page, 'version') })
      if (status !== 200) throw new Error(`Accepting answered ${status}.`)
      const { state } = await cast.as('colleague').call(offers.readOffer, { params: { ...params, offerId } })
      if (state !== 'accepted') throw new Error(`The offer is ${state}.`)
      const left = await cast.as('practitioner').ask(notes.listNotes, { params, input: {} })
      if (left.status === 200) throw new Error('The former owner still lists the notes.')
      return `the dossier is the colleague's; the former owner's notes answer ${left.status}`
    },
  },
  {
    title: 'A coordinator moves every dossier of the colleague to the practitioner in one act',
    does: async (cast) => {
      const [fromId, toId] = [await idOf(cast, 'colleague'), String(cast.facts.practitionerId)]
      const office = cast.as('office')
      for (let at = 1; at <= OTHER_DOSSIERS; at++) {
        const { clientId } = await office.call(clients.createClient, {
          input: { name: `Société d'essai ${at}`, kind: 'company' },
        })
        await office.call(dossiers.createDossier, { input: { clientId, ownerId: fromId } })
      }
      const coordinator = cast.as('coordinator')
      const { counts } = await coordinator.call(bulkTransfers.dryRunBulkTransfer, { input: { fromId, toId } })
      const { bulkTransferId } = await coordinator.call(bulkTransfers.makeBulkTransfer, {
        input: { fromId, toId, reason: 'Départ en congé de Célestine Vaugirard' },
      })
      const ended = await until('end of the transfer', async () => {
        const seen = await coordinator.call(bulkTransfers.readBulkTransfer, { params: { bulkTransferId } })
        return seen.endedAt === null ? undefined : seen
      })
      if (ended.counts.moved !== OTHER_DOSSIERS + 1 || ended.counts.failed !== 0)
        throw new Error(`${ended.counts.moved} moved, ${ended.counts.failed} failed.`)
      return `${counts.move} foreseen by the dry run, ${ended.counts.moved} moved, ${ended.percent} %, state ${ended.state}`
    },
  },
]
