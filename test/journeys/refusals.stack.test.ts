import { expect, test } from 'vitest'
import { routes as requests } from '../../functions/access-requests/routes.ts'
import { routes as approvals } from '../../functions/approvals/routes.ts'
import { routes as archiveExports } from '../../functions/archive/routes.ts'
import { routes as archive } from '../../functions/archive-transfers/routes.ts'
import { routes as bulkTransfers } from '../../functions/bulk-transfers/routes.ts'
import { routes as clientGroups } from '../../functions/client-groups/routes.ts'
import { routes as clients } from '../../functions/clients/routes.ts'
import { routes as spaces } from '../../functions/collaborative-spaces/routes.ts'
import { routes as figures } from '../../functions/figures/routes.ts'
import { routes as imports } from '../../functions/imports/routes.ts'
import { routes as notes } from '../../functions/notes/routes.ts'
import { routes as offers } from '../../functions/offers/routes.ts'
import { routes as ownerRequests } from '../../functions/owner-requests/routes.ts'
import { PaymentFiles } from '../../functions/payments/records.ts'
import { routes as payments } from '../../functions/payments/routes.ts'
import { routes as processing } from '../../functions/processing/routes.ts'
import { newUuid } from '../../shared/ports/ids.ts'
import { guestSheet } from '../../shared/sheet.ts'
import { create } from '../../shared/table/table.ts'
import { emlOf } from '../mails.ts'
import { allCases } from '../permissions/all-cases.ts'
import { signedInRoutes } from './catalogue-routes.ts'
import { goodInput, queryOf } from './good-input.ts'
import { localStack } from './local-stack.ts'
import { announcementOf, sendAndWait, upload } from './move-files.ts'
import { until } from './people-in-town.ts'
import { putMail } from './put-mail.ts'
import { bearing, paramsOf, type RawAnswer, sendRaw } from './raw-request.ts'
import { settledDossier, settlementOf } from './settlers.ts'

const stack = localStack()
const settlement = settlementOf(stack)
const { administrator, client, dossier, office, params, practitioner } = await settledDossier(settlement)
const elsewhere = await settledDossier(settlement)
const guest = await settlement.member({ name: 'Ignace Lavergnas', roles: ['guest'], sheet: guestSheet })

const bytes = Buffer.from('Facture 2026-118')
const documentId = await upload(administrator, params, { name: 'facture.pdf', bytes })
const transfer = await sendAndWait(administrator, params, [documentId])
const { items } = await administrator.call(archive.listArchive, { params, input: {} })
const request = await administrator.call(requests.requestAccess, {
  params,
  input: { name: 'Solange Abbeville', email: settlement.address('Solange Abbeville'), profile: 'client-full-access' },
})
const contact = await office.call(clients.addContact, {
  params: { clientId: client.clientId },
  input: { name: 'Hippolyte Carvajal' },
})

const space = await practitioner.call(spaces.createCollaborativeSpace, { input: { name: 'Rentrée du quartier' } })
const written = await practitioner.call(spaces.writeEntry, {
  params: { spaceId: space.spaceId },
  input: { kind: 'note', title: 'Premier contact', markdown: 'Elle rappellera mardi.' },
})

const note = await practitioner.call(notes.createNote, {
  params,
  input: { title: 'Premier contact', markdown: 'Elle rappellera mardi.' },
})

const colleague = await settlement.member({ name: 'Aurèle Quintard-Bosc' })
const offer = await practitioner.call(offers.makeOffer, { params, input: { recipientId: colleague.personId } })

const coordinator = await settlement.member({ name: 'Philippine Auzoux', roles: ['coordinator'] })
const bulkTransfer = await coordinator.call(bulkTransfers.makeBulkTransfer, {
  input: {
    fromId: practitioner.personId,
    toId: colleague.personId,
    // Of no dossier that exists: it moves nothing of what the others are refused here.
    dossierIds: [newUuid()],
    reason: 'Essai',
  },
})
const batch = await administrator.call(archive.sendBatch, { params, input: { documentIds: [documentId] } })
const ownerRequest = await office.call(ownerRequests.askOwner, { params, input: { wants: 'share' } })

const { rules } = await practitioner.call(approvals.addApprovalRule, {
  params,
  input: {
    name: 'Tout',
    approverIds: [practitioner.personId],
    mode: 'any',
    atLeast: { minor: 1_000_000_000, currency: 'EUR' },
  },
})
const party = await practitioner.call(processing.createParty, {
  params,
  input: { name: 'Papeterie Soulier', roles: ['supplier'] },
})

const manifest = await administrator.call(imports.importDocuments, {
  params,
  input: { files: [announcementOf({ name: 'relevé.txt', bytes })] },
})
const pdf = { name: 'contrat.pdf', bytes: Buffer.from('%PDF-1.7'), contentType: 'application/pdf' }
const arrangement = await administrator.call(imports.splitDocument, {
  params: { ...params, documentId: await upload(administrator, params, pdf) },
  input: { parts: [{ pages: '1' }] },
})
const { address } = await administrator.call(imports.readInboundAddress, { params })
await putMail(stack, emlOf({ from: 'inconnu@ailleurs.example', to: address }))
const mail = await until('mail', async () => {
  const { items } = await practitioner.call(imports.listInboundMails, { params, input: {} })
  return items[0]
})

/** An export can be asked for once its search knows what was sent. */
const exported = await until('export', async () => {
  const input = { from: '2020-01-01', until: '2099-12-31' }
  const { status, body } = await administrator.ask(archiveExports.askForExport, { params, input })
  return status === 202 ? (body as { exportId: string }) : undefined
})

const { report } = await practitioner.call(figures.announceReport, {
  params,
  input: {
    title: 'Bilan 2025',
    from: '2025-01-01',
    until: '2025-12-31',
    file: { name: 'bilan.pdf', length: bytes.length, sha256: 'ab'.repeat(32) },
  },
})
const series = await practitioner.call(figures.createSeries, {
  params,
  input: {
    name: 'Ventes',
    currency: 'EUR',
    points: [{ period: '2025', account: { code: '70', label: 'Ventes' }, amountMinor: 1_240_050 }],
  },
})
const account = await practitioner.call(payments.addAccount, {
  params,
  input: { label: 'Compte courant', holder: 'Atelier Verrières', iban: 'FR7630006000011234567890189' },
})
const paymentFileId = newUuid()
await settlement.write(
  create(PaymentFiles, {
    ...params,
    paymentFileId,
    state: 'made',
    account,
    executionDate: '2026-03-03',
    payments: [],
    total: { minor: 0, currency: 'EUR' },
    confidential: false,
    length: bytes.length,
    sha256: 'ab'.repeat(32),
    storedVersionId: null,
    createdAt: account.createdAt,
    createdBy: practitioner.personId,
    cancelledAt: null,
    cancelledBy: null,
  }),
)

const { clientGroupId } = await office.call(clientGroups.createClientGroup, {
  input: { name: 'Familles du quartier', responsibleIds: [practitioner.personId] },
})

/** Things that exist, by the name of the parameter. */
const existing: Readonly<Record<string, string>> = {
  ...params,
  documentId,
  versionId: transfer.documents[0]?.versionId ?? '',
  transferId: transfer.transferId,
  batchId: batch.batchId,
  entryId: items[0]?.entryId ?? '',
  exportId: exported.exportId,
  requestId: request.requestId,
  clientGroupId,
  offerId: offer.offerId,
  ownerRequestId: ownerRequest.requestId,
  bulkTransferId: bulkTransfer.bulkTransferId,
  clientId: client.clientId,
  contactId: contact.contactId,
  personId: practitioner.personId,
  importId: manifest.importId,
  arrangementId: arrangement.arrangementId,
  mailId: mail.mailId,
  role: 'practitioner',
  noteId: note.noteId,
  number: '1',
  spaceId: space.spaceId,
  spaceEntryId: written.entryId,
  partyId: party.partyId,
  reportId: report.reportId,
  seriesId: series.seriesId,
  accountId: account.accountId,
  paymentFileId,
  ruleId: rules[0]?.ruleId ?? '',
}

/** Who is signed in and has nothing to do with the dossier, under the persona that the expected cells know them by. */
const strangers = {
  'Administrator elsewhere': elsewhere.administrator,
  stranger: elsewhere.practitioner,
  guest,
} as const

/** An answer without what differs between any two: its time and its request's id. */
const bare = ({ status, headers, text }: RawAnswer) => ({
  status,
  headers: [...headers].filter(
    ([name]) =>
      !['date', 'x-request-id', 'apigw-requestid', 'x-amzn-requestid', 'x-amz-request-id', 'x-amz-id-2'].includes(name),
  ),
  body: { ...(JSON.parse(text) as object), requestId: '' },
})

const asked = (token: string, { route }: (typeof signedInRoutes)[number], ids: (name: string) => string) =>
  sendRaw(stack.apiUrl, route, {
    params: paramsOf(route, ids),
    headers: bearing(token),
    ...(route.method === 'GET' ? { query: queryOf(route) } : { body: JSON.stringify(goodInput(route)) }),
  })

const withThings = signedInRoutes.filter(({ route }) => route.path.includes('{'))
const ofOrganisation = signedInRoutes.filter(({ route }) => !route.path.includes('{'))

test('every parameter of a path names something that exists here', () => {
  const names = new Set(withThings.flatMap(({ route }) => Object.keys(paramsOf(route, newUuid))))
  expect([...names].filter((name) => !existing[name])).toEqual([])
})

/**
 * Each route is asked by one of them in turn, for every request is paid for here: who may do what is asked of everybody, in
 * every circumstance, by the permission tests.
 */
const inTurn = <T>(named: readonly T[], persona: string): readonly T[] => {
  const [turn, turns] = [Object.keys(strangers).indexOf(persona), Object.keys(strangers).length]
  return named.filter((_, at) => at % turns === turn)
}

for (const [persona, person] of Object.entries(strangers)) {
  /** Whether the requirements let this persona do it to something of others, under some circumstance. */
  const may = (action: keyof typeof allCases): boolean =>
    allCases[action].some(({ who }) => (who as readonly string[]).includes(persona))
  /** Whether they know of the thing in any circumstance: what is refused to them is refused with the reason. */
  const knows = ({ route: { on } }: (typeof withThings)[number]): boolean =>
    on.known === null ||
    [on.known]
      .flat()
      .some((action) =>
        allCases[action].some(
          ({ who, when }) => (who as readonly string[]).includes(persona) && Object.keys(when ?? {}).length === 0,
        ),
      )
  const beyond = inTurn(withThings, persona).filter(({ route }) => !may(route.action))
  const hidden = beyond.filter((named) => !knows(named))
  const known = beyond.filter(knows)

  test.each(hidden)(`B-01: to "${persona}", $name answers as if there were nothing, byte for byte`, async (named) => {
    const there = bare(await asked(person.token, named, (name) => existing[name] ?? ''))
    const nowhere = bare(await asked(person.token, named, newUuid))
    expect(there).toEqual(nowhere)
    expect(there).toMatchObject({ status: 404, body: { code: 'not-found' } })
  })

  test.each(known)(`B-01: to "${persona}", $name is refused with the reason`, async (named) => {
    const { status, text } = await asked(person.token, named, (name) => existing[name] ?? '')
    expect([status, JSON.parse(text)]).toMatchObject([
      403,
      { code: 'refused', reason: expect.stringMatching(/\p{L}{3}/u) },
    ])
  })

  test.each(inTurn(ofOrganisation, persona))(
    `B-01: to "${persona}", $name is refused with the reason, or allowed as required`,
    async (named) => {
      const { status, text } = await asked(person.token, named, newUuid)
      if (may(named.route.action)) expect(status).not.toBe(403)
      else {
        expect(status).toBe(403)
        expect(JSON.parse(text)).toMatchObject({ code: 'refused', reason: expect.stringMatching(/\p{L}{3}/u) })
      }
    },
  )
}

test('B-01: whoever may know of a dossier is told which rule refuses, and where it stands', async () => {
  const { status, body } = await administrator.ask(requests.requestAccess, {
    params,
    input: { name: 'Nicéphore', email: settlement.address('Nicéphore'), profile: 'client-full-access' },
    headers: { 'accept-language': 'en' },
  })
  expect(status).toBe(201)
  const feedback = await settlement.clientUser({ profile: 'client-full-feedback', of: dossier.dossierId })
  const importing = signedInRoutes.find(({ name }) => name === 'POST /v1/dossiers/{dossierId}/documents')
  const answer = await asked(feedback.token, importing as never, (name) => existing[name] ?? '')
  expect([answer.status, body]).toMatchObject([403, { state: 'pending' }])
  expect(JSON.parse(answer.text)).toMatchObject({ code: 'refused', rule: 'document.import/profiles', source: 'P-04' })
})
