import { describe, expect, test } from 'vitest'
import { routes as requests } from '../../functions/access-requests/routes.ts'
import { routes as archive } from '../../functions/archive-transfers/routes.ts'
import { routes as clients } from '../../functions/clients/routes.ts'
import { routes as documents } from '../../functions/documents/routes.ts'
import { type DossierAccess, DossierAccesses } from '../../functions/dossiers/records.ts'
import { routes as dossiers } from '../../functions/dossiers/routes.ts'
import { routes as members } from '../../functions/members/routes.ts'
import type { ParamsOf, Route } from '../../shared/contract/route.ts'
import { fullSheet, practitionerSheet } from '../../shared/sheet.ts'
import { remove } from '../../shared/table/table.ts'
import type { Client } from './api-client.ts'
import { localStack } from './local-stack.ts'
import { sendAndWait, upload } from './move-files.ts'
import { settledDossier, settlementOf } from './settlers.ts'

const settlement = settlementOf(localStack())
const { office, practitioner, dossier, params, administrator } = await settledDossier(settlement)
const file = (name: string) => ({ name, bytes: Buffer.from(`Pièce ${name}`) })
const [inProcess, sent] = await Promise.all(
  ['reçu.pdf', 'bilan.pdf'].map((name) => upload(administrator, params, file(name))),
)
await sendAndWait(administrator, params, [sent ?? ''])
const [entry] = (await administrator.call(archive.listArchive, { params, input: {} })).items
const documentId = inProcess ?? ''
const entryId = entry?.entryId ?? ''

type Ask = (who: Client) => Promise<{ status: number; body: unknown }>
const asking =
  <R extends Route>(route: R, given: ParamsOf<R>, input?: object): Ask =>
  (who) =>
    who.ask(route, { params: given, ...(input === undefined ? {} : { input }) } as never)

const readsOfUser: Readonly<Record<string, Ask>> = {
  'the dossier': asking(dossiers.readDossier, params),
  'its documents': asking(documents.listDocuments, params),
  'a document': asking(documents.readDocument, { ...params, documentId }),
  'the versions of a document': asking(documents.listVersions, { ...params, documentId }),
  'the address of a document': asking(documents.downloadDocument, { ...params, documentId }),
  'its sendings': asking(archive.listTransfers, params),
  'its archive': asking(archive.listArchive, params),
  'an archived file': asking(archive.readArchiveEntry, { ...params, entryId }),
  'the address of an archived file': asking(archive.downloadArchiveEntry, { ...params, entryId }),
  'its access requests': asking(requests.listAccessRequests, params),
}
const writesOfUser: Readonly<Record<string, Ask>> = {
  'importing a document': asking(documents.importDocument, params, {
    name: 'avis.pdf',
    length: 1,
    sha256: 'ab'.repeat(32),
  }),
  'sending a document': asking(archive.sendDocuments, params, { documentIds: [documentId] }),
}

const numbersListed = async (who: Client): Promise<number[]> =>
  (await who.call(dossiers.listDossiers, { input: {} })).items.map(({ number }) => number)

/** What a person reached with a token is out of reach on the very next request with the same token. */
const statusesOf = (asks: Readonly<Record<string, Ask>>, who: Client) =>
  Promise.all(Object.entries(asks).map(async ([what, ask]) => [what, (await ask(who)).status] as const))

const all = (asks: Readonly<Record<string, Ask>>, status: number) => Object.keys(asks).map((what) => [what, status])

describe('with the same token, on the very next request', () => {
  test('S-10: a deactivated client user reaches nothing any more', async () => {
    const user = await settlement.clientUser({ of: dossier.dossierId })
    expect(await statusesOf(readsOfUser, user)).toEqual(all(readsOfUser, 200))
    await settlement.change(user, { status: 'inactive' })
    const everything = { ...readsOfUser, ...writesOfUser }
    expect(await statusesOf(everything, user)).toEqual(all(everything, 404))
    for (const route of [dossiers.listDossiers, members.readSelf])
      expect(await user.ask(route)).toMatchObject({ status: 403, body: { code: 'refused' } })
  })

  test('D-06: whose access has ended reaches nothing of the dossier, and sees it in no list', async () => {
    const user = await settlement.clientUser({ of: dossier.dossierId })
    expect(await numbersListed(user)).toEqual([dossier.number])
    const access = await settlement.stored<DossierAccess>(DossierAccesses, { ...params, personId: user.personId })
    await settlement.write(remove(DossierAccesses, access))
    const everything = { ...readsOfUser, ...writesOfUser }
    expect(await statusesOf(everything, user)).toEqual(all(everything, 404))
    expect(await numbersListed(user)).toEqual([])
  })

  test('S-10: a client user with a narrower profile reaches what that leaves, and nothing else', async () => {
    const user = await settlement.clientUser({ of: dossier.dossierId })
    await settlement.change(user, { profile: 'client-document-delivery' })
    const seen = Object.fromEntries(await statusesOf(readsOfUser, user))
    expect(seen).toMatchObject({ 'the dossier': 200, 'its documents': 200, 'a document': 404, 'an archived file': 404 })
    expect(seen['its archive']).toBe(403)
    expect((await user.call(documents.listDocuments, { params, input: {} })).items).toEqual([])
  })

  test('S-10: a member whose sheet was narrowed sees no more than it leaves', async () => {
    const clerk = await settlement.member({ name: 'Ludivine Castaing', sheet: fullSheet })
    const asks = {
      'the dossier': asking(dossiers.readDossier, params),
      'its archive': asking(archive.listArchive, params),
      'the address of an archived file': asking(archive.downloadArchiveEntry, { ...params, entryId }),
      'its users': asking(requests.listAccessRequests, params),
      'the client': asking(clients.readClient, { clientId: dossier.clientId }),
    }
    expect(await statusesOf(asks, clerk)).toEqual(all(asks, 200))
    await settlement.change(clerk, { sheet: practitionerSheet })
    expect(await statusesOf(asks, clerk)).toEqual(all(asks, 404))
    expect(await numbersListed(clerk)).toEqual([])
  })

  test('D-06: a deactivated owner reaches their own dossier no more', async () => {
    const owner = await settlement.member({ name: 'Zéphyrin Hublot' })
    const { clientId } = dossier
    const own = await office.call(dossiers.createDossier, { input: { clientId, ownerId: owner.personId } })
    const read = asking(dossiers.readDossier, { dossierId: own.dossierId })
    expect((await read(owner)).status).toBe(200)
    await settlement.change(owner, { status: 'inactive' })
    expect((await read(owner)).status).toBe(404)
  })

  test('P-02: an archive that is switched off is closed to every client user at once, and opens again', async () => {
    const configure = (modules: ('archive' | 'figures')[]) =>
      practitioner.call(dossiers.configureDossier, { params, input: { modules } })
    const reads = {
      'an archived file': asking(archive.readArchiveEntry, { ...params, entryId }),
      'the address of an archived file': asking(archive.downloadArchiveEntry, { ...params, entryId }),
    }
    const list = asking(archive.listArchive, params)
    await configure(['figures'])
    expect(await statusesOf(reads, administrator)).toEqual(all(reads, 404))
    expect((await list(administrator)).status).toBe(403)
    expect((await list(practitioner)).status).toBe(200)
    await configure(['archive'])
    expect(await statusesOf(reads, administrator)).toEqual(all(reads, 200))
    expect((await list(administrator)).status).toBe(200)
  })
})
