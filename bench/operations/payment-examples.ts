/** One request of each operation on accounts and payments that must succeed in the standing world. */
import { Documents } from '../../functions/documents/records.ts'
import { Dossiers } from '../../functions/dossiers/records.ts'
import { isBankDay } from '../../functions/payments/bank-days.ts'
import { payableOf } from '../../functions/payments/payable-of.ts'
import {
  type BankAccount,
  BankAccounts,
  IbanClaims,
  Payables,
  PaymentClaims,
  type PaymentFile,
  PaymentFiles,
} from '../../functions/payments/records.ts'
import { Parties, type Party } from '../../functions/processing/records.ts'
import { addSeconds, DAY } from '../../shared/ports/clock.ts'
import { create, type Write } from '../../shared/table/table.ts'
import { CONTENT } from './content.ts'
import type { Example } from './examples.ts'
import type { StandingWorld } from './standing-world.ts'

/** The owner, in a dossier of its own in which nobody has paid anything yet. */
const fresh = (world: StandingWorld) => {
  const { town, client } = world
  const dossier = town.dossier(client, 3)
  const { dossierId } = dossier
  const example = (params: Readonly<Record<string, string>>, more: Partial<Example>): Example => ({
    as: 'practitioner',
    params: { dossierId, ...params },
    ...more,
    before: [create(Dossiers, dossier), ...(more.before ?? [])],
  })
  return { town, dossier, dossierId, example }
}
type Fresh = ReturnType<typeof fresh>

const accountOf = ({ town, dossierId }: Fresh): { account: BankAccount; writes: readonly Write[] } => {
  const account: BankAccount = {
    dossierId,
    accountId: town.newId(),
    label: 'Compte courant',
    holder: 'Atelier Verrières',
    iban: 'FR7630006000011234567890189',
    bic: null,
    createdAt: town.now,
    createdBy: town.practitioner.personId,
  }
  const { accountId, iban } = account
  return { account, writes: [create(BankAccounts, account), create(IbanClaims, { dossierId, iban, accountId })] }
}

/** So many purchases of one supplier, approved and not yet paid. */
const purchases = ({ town, dossier, dossierId }: Fresh, count: number) => {
  const party: Party = {
    dossierId,
    partyId: town.newId(),
    name: 'Verrerie du Limousin',
    roles: ['supplier'],
    vatNumber: null,
    iban: 'DE89370400440532013000',
    createdAt: town.now,
    createdBy: town.practitioner.personId,
  }
  const said = { kind: 'purchase', partyId: party.partyId, number: 'F-2026-0187' } as const
  const amount = { minor: 124_050, currency: 'EUR' }
  const documents = Array.from(
    { length: count },
    () => town.document(dossier, { ...said, amount, state: 'approved' }).document,
  )
  const writes = [create(Parties, party), ...documents.map((document) => create(Documents, document))]
  return { party, amount, documents, writes }
}

/** The next day on which banks pay. */
export const bankDayFrom = (now: string): string => {
  let day = addSeconds(now, DAY)
  while (!isBankDay(day.slice(0, 10))) day = addSeconds(day, DAY)
  return day.slice(0, 10)
}

const proposed = (of: Fresh, count: number) => {
  const { documents, writes } = purchases(of, count)
  const noted = documents.map((document) => create(Payables, payableOf(document, of.town.now)))
  return { documentIds: documents.map(({ documentId }) => documentId), writes: [...writes, ...noted] }
}

/** A payment file of two documents. */
const fileOf = (of: Fresh) => {
  const { town, dossierId } = of
  const { party, amount, documents, writes } = purchases(of, 2)
  const { accountId, label, holder, iban, bic } = accountOf(of).account
  const file: PaymentFile = {
    dossierId,
    paymentFileId: town.newId(),
    state: 'made',
    account: { accountId, label, holder, iban, bic },
    executionDate: bankDayFrom(town.now),
    payments: documents.map(({ documentId }) => ({
      documentId,
      endToEndId: documentId.replaceAll('-', ''),
      partyId: party.partyId,
      creditor: party.name,
      iban: 'DE89370400440532013000',
      amount,
      remittance: 'F-2026-0187',
    })),
    total: { minor: 2 * amount.minor, currency: 'EUR' },
    confidential: false,
    length: CONTENT.length,
    sha256: CONTENT.sha256,
    storedVersionId: null,
    createdAt: town.now,
    createdBy: town.practitioner.personId,
    cancelledAt: null,
    cancelledBy: null,
  }
  const { paymentFileId } = file
  const claims = documents.map(({ documentId }) => create(PaymentClaims, { dossierId, documentId, paymentFileId }))
  return { params: { paymentFileId }, before: [...writes, ...claims, create(PaymentFiles, file)] }
}

export const paymentExamples: Readonly<Record<string, (world: StandingWorld) => Example>> = {
  listAccounts: (world) => {
    const of = fresh(world)
    return of.example({}, { before: accountOf(of).writes })
  },
  addAccount: (world) =>
    fresh(world).example(
      {},
      { input: { label: 'Compte courant', holder: 'Atelier Verrières', iban: 'FR76 3000 6000 0112 3456 7890 189' } },
    ),
  removeAccount: (world) => {
    const of = fresh(world)
    const { account, writes } = accountOf(of)
    return of.example({ accountId: account.accountId }, { before: writes })
  },
  listPaymentProposals: (world) => {
    const of = fresh(world)
    return of.example({}, { before: proposed(of, 60).writes })
  },
  makePaymentFile: (world) => {
    const of = fresh(world)
    const { account, writes } = accountOf(of)
    const { documentIds, ...made } = proposed(of, 2)
    const input = { documentIds, accountId: account.accountId, executionDate: bankDayFrom(of.town.now) }
    return of.example({}, { before: [...writes, ...made.writes], input })
  },
  'makePaymentFile: from the only account': (world) => {
    const of = fresh(world)
    const { documentIds, writes } = proposed(of, 2)
    const input = { documentIds, executionDate: bankDayFrom(of.town.now) }
    return of.example({}, { before: [...accountOf(of).writes, ...writes], input })
  },
  listPaymentFiles: (world) => {
    const of = fresh(world)
    return of.example({}, { before: Array.from({ length: 3 }, () => fileOf(of).before).flat() })
  },
  readPaymentFile: (world) => {
    const of = fresh(world)
    const { params, before } = fileOf(of)
    return of.example(params, { before })
  },
  downloadPaymentFile: (world) => {
    const of = fresh(world)
    const { params, before } = fileOf(of)
    return of.example(params, { before })
  },
  cancelPaymentFile: (world) => {
    const of = fresh(world)
    const { params, before } = fileOf(of)
    return of.example(params, { before })
  },
}
