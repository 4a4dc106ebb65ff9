/** Figures, payment and the financial menu are off unless configured, and configuring them holds at once (P-02, P-04). */
import { describe, expect, test } from 'vitest'
import { People } from '../../shared/people.ts'
import type { Persona } from '../../shared/rules/cases.ts'
import { create } from '../../shared/table/table.ts'
import { holding } from '../../test/ask.ts'
import { goodInput } from '../../test/journeys/good-input.ts'
import { accessOf, documentAt, dossier } from '../../test/one-dossier.ts'
import { openApi } from '../../test/whole-api.ts'
import { idOf, NOW, personOf } from '../../test/world.ts'
import { Documents } from '../documents/records.ts'
import { DossierAccesses, Dossiers } from '../dossiers/records.ts'
import { Reports, Series, SeriesVersions } from '../figures/records.ts'
import { routes as figures } from '../figures/routes.ts'
import { BankAccounts, PaymentFiles } from './records.ts'
import { routes as payments } from './routes.ts'

const { version: _, ...item } = dossier
const { dossierId } = dossier
const owner = personOf('owner')
const made = { createdAt: NOW, createdBy: owner.personId }
const [reportId, seriesId, accountId, paymentFileId] = [1, 2, 3, 4].map((at) => idOf(870 + at)) as [
  string,
  string,
  string,
  string,
]
const account = { accountId, label: 'Compte', holder: 'Boulangerie', iban: 'FR7630006000011234567890189', bic: null }
const { document } = documentAt(1, 'owner', { state: 'archived', kind: 'purchase' })
const facts = { dossierId, seriesId, number: 1, name: 'Ventes', currency: 'EUR', points: 1 }
const published = { publishedAt: NOW, publishedBy: owner.personId }
const file = { name: 'bilan.pdf', contentType: 'application/pdf', length: 1, sha256: 'a'.repeat(64) }

/** The profiles that P-04 lets into all three modules, if they are on. */
const users = [
  'Administrator of the dossier',
  'Full Access of the dossier',
  'Full Feedback of the dossier',
] as const satisfies readonly Persona[]

const portal = () =>
  openApi(
    holding(
      create(Dossiers, { ...item, modules: ['archive'] }),
      create(People, owner),
      ...users.flatMap((persona) => [create(People, personOf(persona)), create(DossierAccesses, accessOf(persona))]),
      create(Documents, document),
      create(Reports, {
        ...file,
        ...made,
        dossierId,
        reportId,
        title: 'Bilan',
        from: '2025-01-01',
        until: '2025-12-31',
        state: 'published',
        storedVersionId: null,
        publishedAt: NOW,
        withdrawnAt: null,
      }),
      create(Series, { ...facts, ...published, ...made, withdrawnAt: null }),
      create(SeriesVersions, {
        ...facts,
        ...published,
        periods: ['2026'],
        accounts: [{ code: '70', label: 'Ventes' }],
        amounts: [[0, 0, 1]],
      }),
      create(BankAccounts, { ...account, ...made, dossierId }),
      create(PaymentFiles, {
        ...made,
        dossierId,
        paymentFileId,
        state: 'made',
        account,
        executionDate: '2026-03-03',
        payments: [],
        total: { minor: 0, currency: 'EUR' },
        confidential: false,
        length: 1,
        sha256: file.sha256,
        storedVersionId: null,
        cancelledAt: null,
        cancelledBy: null,
      }),
    ),
  )

const params = { dossierId, reportId, seriesId, accountId, paymentFileId }
const all = Object.values({ ...figures, ...payments })
const nameOf = ({ method, path }: (typeof all)[number]): string => `${method} ${path}`
const reads = all.filter(({ method }) => method === 'GET').map(nameOf)
const asking = (api: ReturnType<typeof portal>, persona: Persona) => async (name: string) => {
  const route = all.find((one) => nameOf(one) === name)
  const input = route === undefined || route.method === 'GET' ? {} : goodInput(route)
  return (await api.ask(name, { as: personOf(persona).personId, params, input })).status
}

describe.each(users)('%s', (persona) => {
  test.each(all.map(nameOf))('P-02: is refused %s while its module is off', async (name) => {
    expect([403, 404]).toContain(await asking(portal(), persona)(name))
  })

  test('P-02: reads all of it at once when the modules are put on, and nothing at once when they are put off', async () => {
    const api = portal()
    const ask = asking(api, persona)
    const configure = (modules: readonly string[]) =>
      api.ask('PATCH /v1/dossiers/{dossierId}', { as: owner.personId, params, input: { modules } })
    const statuses = async () => new Set(await Promise.all(reads.map(ask)))
    expect((await configure(['archive', 'figures', 'payment', 'financial'])).status).toBe(200)
    expect(await statuses()).toEqual(new Set([200]))
    expect((await configure(['archive'])).status).toBe(200)
    expect([...(await statuses())].filter((status) => status < 400)).toEqual([])
  })
})

test('P-02: modules bound profiles alone: the owner reads all of it, on or off', async () => {
  const ask = asking(portal(), 'owner')
  expect(new Set(await Promise.all(reads.map(ask)))).toEqual(new Set([200]))
})

test('P-04: account numbers are changed by the Administrator and the owner alone, also where all may see them', async () => {
  const api = portal()
  await api.ask('PATCH /v1/dossiers/{dossierId}', { as: owner.personId, params, input: { modules: ['financial'] } })
  const add = async (persona: Persona, iban: string) => {
    const input = { label: 'Autre', holder: 'Boulangerie', iban }
    return (await api.ask('POST /v1/dossiers/{dossierId}/accounts', { as: personOf(persona).personId, params, input }))
      .status
  }
  expect([
    await add('Full Access of the dossier', 'DE89370400440532013000'),
    await add('Full Feedback of the dossier', 'DE89370400440532013000'),
    await add('Administrator of the dossier', 'DE89370400440532013000'),
    await add('owner', 'BE68539007547034'),
  ]).toEqual([403, 403, 201, 201])
})
