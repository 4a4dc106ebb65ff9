/** The archive over HTTP: found by what is in a real PDF, counted by its jobs, and taken out by the deployed workflow. */
import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { inProject } from '../../infra/local/paths.ts'
import type { Client } from '../../test/journeys/api-client.ts'
import { localStack } from '../../test/journeys/local-stack.ts'
import { bytesAt, sendAndWait, upload } from '../../test/journeys/move-files.ts'
import { sha256, until } from '../../test/journeys/people-in-town.ts'
import { settledDossier, settlementOf } from '../../test/journeys/settlers.ts'
import { routes as archive } from '../archive-transfers/routes.ts'
import { routes as dossiers } from '../dossiers/routes.ts'
import { routes as processing } from '../processing/routes.ts'
import { routes } from './routes.ts'

const stack = localStack()
const settlement = settlementOf(stack)
const { practitioner, administrator, params } = await settledDossier(settlement)

const invoice = { name: 'facture-2026-0187.pdf', bytes: readFileSync(inProject('samples/facture-2026-0187.pdf')) }
const hostile = { name: 'CON..pdf', bytes: Buffer.from('Bon de livraison') }
const party = await practitioner.call(processing.createParty, {
  params,
  input: { name: 'Menuiserie Brisecaille', roles: ['supplier'] },
})

const put = async (file: typeof invoice, minor: number, date: string): Promise<string> => {
  const documentId = await upload(administrator, params, file)
  await administrator.call(processing.processDocument, {
    params: { ...params, documentId },
    input: { kind: 'purchase', partyId: party.partyId, date, amount: { minor, currency: 'EUR' } },
  })
  return documentId
}
const documentIds = await Promise.all([put(invoice, 410_724, '2026-09-14'), put(hostile, 1_000, '2026-10-01')])
await sendAndWait(administrator, params, documentIds)

const found = async (input: object, by: Client = administrator): Promise<string[]> =>
  (await by.call(routes.listFoundEntries, { params, input })).items.map(({ name }) => name)

/** Once both are found by the words of their content, they are found by everything. */
await until('words of both documents in the search', async () => {
  const [pdf, text] = await Promise.all([found({ words: 'etabli hetre' }), found({ words: 'con' })])
  return pdf.length === 1 && text.length === 1 ? true : undefined
})

test('P-10: what is in the archive is found by words of its content, by party, date and amount', async () => {
  const both = [hostile.name, invoice.name]
  expect(await found({ words: 'RAYONNAGE montants' })).toEqual([invoice.name])
  expect(await found({ words: 'brisecaille', partyId: party.partyId })).toEqual(both)
  expect(await found({ from: '2026-09-01', until: '2026-09-30' })).toEqual([invoice.name])
  expect(await found({ minAmount: 100_000, currency: 'EUR', kind: 'purchase' })).toEqual([invoice.name])
  expect(await found({ words: 'rayonnage', kind: 'sale' })).toEqual([])
})

test('P-10: the history of a supplier has its totals, counted once, and its documents', async () => {
  const history = await until('both documents in the history', async () => {
    const { items } = await practitioner.call(routes.listHistory, { params })
    return items[0]?.documents === 2 ? items : undefined
  })
  const total = { kind: 'purchase', year: 2026, currency: 'EUR', minor: 411_724, documents: 2 }
  expect(history).toMatchObject([{ partyId: party.partyId, name: party.name, totals: [total] }])
  const of = { ...params, partyId: party.partyId }
  const { items } = await practitioner.call(routes.listPartyHistory, { params: of })
  expect(items.map(({ name }) => name)).toEqual([hostile.name, invoice.name])
})

test('P-10: an archived file is downloaded with its checksum, and says until when it is kept', async () => {
  const { items } = await administrator.call(routes.listFoundEntries, { params, input: { words: 'etabli' } })
  const entryId = items[0]?.entryId ?? ''
  const entry = await administrator.call(archive.readArchiveEntry, { params: { ...params, entryId } })
  const years = (Date.parse(entry.retainedUntil) - Date.parse(entry.archivedAt)) / (365 * 86_400_000)
  expect(years).toBeCloseTo(10, 0)
  const download = await administrator.call(archive.downloadArchiveEntry, { params: { ...params, entryId } })
  const bytes = await bytesAt(download)
  expect([sha256(bytes), bytes.length]).toEqual([download.sha256, download.length])
  expect(bytes).toEqual(invoice.bytes)
})

describe('P-10: a period is taken out in one file', async () => {
  const { exportId } = await administrator.call(routes.askForExport, {
    params,
    input: { from: '2026-01-01', until: '2026-12-31' },
  })
  const mine = { ...params, exportId }
  const made = await until('end of the export', async () => {
    const shown = await administrator.call(routes.readExport, { params: mine })
    return shown.state === 'asked' ? undefined : shown
  })

  test('whose every checksum is that of the bytes, its own as well; whoever asked is told by mail', async () => {
    expect(made).toMatchObject({ state: 'done', entries: 2, reason: null })
    const download = await administrator.call(routes.downloadExport, { params: mine })
    const zip = await bytesAt(download)
    expect([sha256(zip), zip.length]).toEqual([made.sha256, made.length])
    const files = unzipSync(zip)
    const sums = Buffer.from(files.SHA256SUMS ?? [])
      .toString()
      .trimEnd()
      .split('\n')
    expect(sums.map((line) => line.slice(66)).sort()).toEqual([
      `2026/achat/${party.name}/_CON..pdf`,
      `2026/achat/${party.name}/${invoice.name}`,
      'manifest.csv',
      'manifest.json',
    ])
    for (const line of sums) expect(sha256(Buffer.from(files[line.slice(66)] ?? []))).toBe(line.slice(0, 64))
    expect(Buffer.from(files[`2026/achat/${party.name}/${invoice.name}`] ?? [])).toEqual(invoice.bytes)
    await settlement.town.mailTo(administrator.email, ({ text }) => text.includes('exportation'))
  })

  test('which is theirs alone, and is given no more once the dossier is confidential (D-09)', async () => {
    expect((await practitioner.ask(routes.readExport, { params: mine })).status).toBe(404)
    const { items } = await practitioner.call(routes.listExports, { params })
    expect(items).toEqual([])
    await practitioner.call(dossiers.setConfidentiality, { params, input: { confidential: true } })
    expect((await administrator.ask(routes.downloadExport, { params: mine })).status).toBe(403)
    expect((await administrator.ask(routes.listFoundEntries, { params, input: { words: 'etabli' } })).status).toBe(403)
  })
})

test('P-10: a period in which nothing was archived makes no export', async () => {
  const input = { from: '2019-01-01', until: '2019-12-31' }
  const { status, body } = await practitioner.ask(routes.askForExport, { params, input })
  expect([status, body]).toMatchObject([409, { code: 'nothing-to-export' }])
})
