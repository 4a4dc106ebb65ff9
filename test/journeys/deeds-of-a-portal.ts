/** A dossier's portal, as the journey goes on: an approval rule, what is sent by itself, and what comes by e-mail. */
import { routes as approvals } from '../../functions/approvals/routes.ts'
import { routes as archive } from '../../functions/archive-transfers/routes.ts'
import { routes as documents } from '../../functions/documents/routes.ts'
import { routes as imports } from '../../functions/imports/routes.ts'
import { routes as portal } from '../../functions/portal/routes.ts'
import { routes as processing } from '../../functions/processing/routes.ts'
import { type Cast, dossierOf } from './cast.ts'
import type { Deed } from './deeds.ts'
import { upload } from './move-files.ts'
import { fieldOf, linkIn, openPage, postForm, until } from './people-in-town.ts'
import { putMail } from './put-mail.ts'

const AMOUNT = { minor: 184_950, currency: 'EUR' }

const stateOf = async (cast: Cast, documentId: string): Promise<string> =>
  (await cast.as('client administrator').call(documents.readDocument, { params: { ...dossierOf(cast), documentId } }))
    .state

const inState = (cast: Cast, documentId: string, state: string): Promise<true> =>
  until(`document in state ${state}`, async () => ((await stateOf(cast, documentId)) === state ? true : undefined))

/** A mail with one file, as somebody's mail program writes it. */
const mailWith = (from: string, to: string, file: { readonly name: string; readonly text: string }): Buffer =>
  Buffer.from(
    [
      `From: ${from}`,
      `To: ${to}`,
      'Subject: =?utf-8?Q?Relev=C3=A9_de_mars?=',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary="between"',
      '',
      '--between',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'Bonjour, voici le relevé.',
      '--between',
      'Content-Type: text/plain; charset=utf-8',
      `Content-Disposition: attachment; filename="${file.name}"`,
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(file.text).toString('base64'),
      '--between--',
      '',
    ].join('\r\n'),
  )

export const portalOfADossier: readonly Deed[] = [
  {
    title: 'The Administrator sets an approval rule: what it covers is not sent before it is approved',
    does: async (cast) => {
      const who = cast.as('client administrator')
      const params = dossierOf(cast)
      await who.call(approvals.addApprovalRule, {
        params,
        input: {
          name: 'Achats de 1 000 € et plus',
          kinds: ['purchase'],
          atLeast: { minor: 100_000, currency: 'EUR' },
          approverIds: [String(cast.facts.practitionerId)],
          mode: 'any',
        },
      })
      await who.call(portal.setTransmission, { params, input: { transmission: 'approved' } })
      const bytes = Buffer.from(`Facture 2026-0412 de la Miroiterie d'essai, ${new Date().toISOString()}`)
      const documentId = await upload(who, params, { name: 'facture-2026-0412.txt', bytes, contentType: 'text/plain' })
      const ofDocument = { params: { ...params, documentId } }
      await who.call(processing.processDocument, {
        ...ofDocument,
        input: { kind: 'purchase', number: '2026-0412', date: '2026-03-02', amount: AMOUNT },
      })
      const refused = await who.ask(archive.sendDocuments, { params, input: { documentIds: [documentId] } })
      if (refused.status !== 409) throw new Error(`Sending it answered ${refused.status}.`)
      const { state } = await who.call(processing.submitDocument, ofDocument)
      if (state !== 'to-approve') throw new Error(`Submitted, it is ${state}.`)
      cast.facts.purchaseId = documentId
      return 'a purchase of 1,849.50 EUR: sending it answered 409; submitted, it waits for the practitioner'
    },
  },
  {
    title: 'The practitioner approves on the page mailed to them, and the document is sent without a person',
    does: async (cast) => {
      const documentId = String(cast.facts.purchaseId)
      const email = await cast.town.mailTo(cast.email('practitioner'), (mail) =>
        mail.text.includes('/document-approvals/'),
      )
      const link = linkIn(email, 'document-approvals')
      const { page } = await openPage(link)
      if ((await stateOf(cast, documentId)) !== 'to-approve') throw new Error('Opening the page changed something.')
      const { status } = await postForm(link, { decision: 'approve', reason: '', version: fieldOf(page, 'version') })
      if (status !== 200) throw new Error(`Approving answered ${status}.`)
      await inState(cast, documentId, 'archived')
      const { items } = await cast.as('client administrator').call(archive.listArchive, {
        params: dossierOf(cast),
        input: { limit: 1 },
      })
      if (items[0]?.documentId !== documentId) throw new Error('The archive does not hold it.')
      return 'approved by link, sent by itself, verified in the archive'
    },
  },
  {
    title: 'The Administrator mails a file to the address of the dossier, and it is a document',
    does: async (cast) => {
      const who = cast.as('client administrator')
      const params = dossierOf(cast)
      const { address } = await who.call(imports.readInboundAddress, { params })
      const name = 'releve-mars-2026.txt'
      await putMail(cast.stack, mailWith(cast.email('client administrator'), address, { name, text: 'Solde 1 204,10' }))
      const { mailId } = await until('mail that was read', async () => {
        const { items } = await who.call(imports.listInboundMails, { params, input: {} })
        return items.find(({ state }) => state !== 'received')
      })
      const { state, attachments } = await who.call(imports.readInboundMail, { params: { ...params, mailId } })
      const documentId = attachments[0]?.documentId
      if (state !== 'imported' || !documentId) throw new Error(`The mail was ${state}.`)
      const document = await who.call(documents.readDocument, { params: { ...params, documentId } })
      return `${document.name} came by ${document.cameBy?.way}, ${document.state}`
    },
  },
]
