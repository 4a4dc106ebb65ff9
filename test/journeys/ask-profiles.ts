/**
 * P-04 asked of the running system, cell by cell, as users of a portal would: each of the six profiles tries what the row
 * says, over HTTP with a token of their own, and the answer is what came back. No rule is looked at.
 */

import type * as z from 'zod/mini'
import { routes as approvals } from '../../functions/approvals/routes.ts'
import { routes as transfers } from '../../functions/archive-transfers/routes.ts'
import { routes as clientUsers } from '../../functions/client-users/routes.ts'
import { routes as documents } from '../../functions/documents/routes.ts'
import { routes as dossiers } from '../../functions/dossiers/routes.ts'
import { routes as settings } from '../../functions/portal/routes.ts'
import { routes as processing } from '../../functions/processing/routes.ts'
import { routes as questions } from '../../functions/questions/routes.ts'
import type { Action } from '../../shared/actions.ts'
import type { Module } from '../../shared/rules/situation.ts'
import { signedInRoutes } from './catalogue-routes.ts'
import { goodInput } from './good-input.ts'
import { announcementOf, endOf, put } from './move-files.ts'
import { everyModule, type Portal, someFile } from './portal-of-profiles.ts'
import { type Answered, type AnsweredRow, requiredRows } from './profiles-table.ts'

type User = Portal['users'][number]
/** What the answer is, in the requirement's words, or what came back where it has none for it. */
type Ask = (user: User) => Promise<string>
type Row = {
  readonly ask: Ask
  /** There is no route of the row's own. */
  readonly explained?: boolean
  /** What is done before. */
  readonly first?: () => Promise<unknown>
  /** Asked by one after the other, where all of them change the same thing. */
  readonly inTurn?: true
  /** The module without which it is closed to all of them (P-02). */
  readonly module?: Module
}

/** Whoever may not is told so, or that nothing is there. */
const inWords = (status: number, done = 200): string =>
  status === done ? 'yes' : status === 403 || status === 404 ? 'no' : `answered ${status}`

const together = (...answers: readonly string[]): string => [...new Set(answers)].join(' and ')

/** Whatever of a dossier is read by this action; where there is nothing yet, the system says what it would decide (B-01). */
const mayUse = ({ params }: Portal, action: Action): Pick<Row, 'ask' | 'explained'> => {
  const reads = signedInRoutes.filter(
    ({ route }) => route.action === action && route.method === 'GET' && /^[^{]*\{dossierId\}[^{]*$/.test(route.path),
  )
  const ask: Ask = async (user) => {
    const answers = reads.map(async ({ route }) => {
      const { status } = await user.ask(route, { params, input: goodInput(route) } as object)
      return inWords(status, route.status)
    })
    if (answers.length > 0) return together(...(await Promise.all(answers)))
    const { allowed } = await user.call(questions.explainSelf, { input: { action, ...params } })
    return allowed ? 'yes' : 'no'
  }
  return { ask, explained: reads.length === 0 }
}

/** What becomes of documents: put in, seen, approved, processed, sent. */
const askOfDocuments = ({ practitioner, params, ruleIds, documents: { theirs, anothers, plain } }: Portal) => {
  /** What each of them put in. */
  const own = new Map<string, string>()

  const mayImport: Ask = async (user) => {
    const file = someFile('depot')
    const { status, body } = await user.ask(documents.importDocument, { params, input: announcementOf(file) })
    if (status !== documents.importDocument.status) return inWords(status)
    const { document, versionId, upload } = body as z.output<typeof documents.importDocument.output>
    await put(upload, file.bytes)
    const of = { params: { ...params, documentId: document.documentId }, input: { versionId } }
    const completed = await user.ask(documents.completeUpload, of)
    own.set(user.personId, document.documentId)
    return inWords(completed.status)
  }

  /** Which they see of a document of their own, one that they are to approve, and another's: in the list and by itself. */
  const sees: Ask = async (user) => {
    const list = await user.ask(documents.listDocuments, { params, input: { limit: 100 } })
    const { items = [] } = list.body as { items?: readonly { documentId: string }[] }
    const isListed = (documentId: string) => items.some((item) => item.documentId === documentId)
    const { status } = await user.ask(documents.readDocument, { params: { ...params, documentId: anothers } })
    const theirOwn = own.get(user.personId)
    const seesOwn = theirOwn !== undefined && isListed(theirOwn)
    if (isListed(anothers) !== (status === 200)) return 'listed and read differ'
    if (isListed(anothers)) return isListed(theirs) && isListed(plain) && seesOwn ? 'all' : 'some'
    if (isListed(theirs) && seesOwn) return 'own, or to be approved by them'
    return items.length === 0 ? 'none' : 'some'
  }

  const verdictOn = async (user: User, documentId: string): Promise<string> => {
    const where = { params: { ...params, documentId } }
    const { approval, version } = await practitioner.call(approvals.readApproval, where)
    const input = { verdict: 'approved', approvalId: approval?.approvalId ?? '', version } as const
    return inWords((await user.ask(approvals.giveVerdict, { ...where, input })).status)
  }
  const mayApprove: Ask = async (user) => {
    const unnamed = await verdictOn(user, anothers)
    const named = await verdictOn(user, theirs)
    return named === 'yes' && unnamed === 'no' ? 'when named' : together(named, unnamed)
  }

  const mayProcess: Ask = async (user) => {
    const of = { ...params, documentId: plain }
    return inWords((await user.ask(processing.processDocument, { params: of, input: { kind: 'bank' } })).status)
  }

  /** What they put in, or another did where they could not. It is sent when it has arrived. */
  const maySend: Ask = async (user) => {
    const documentIds = [own.get(user.personId) ?? plain]
    const { status, body } = await user.ask(transfers.sendDocuments, { params, input: { documentIds } })
    if (status !== transfers.sendDocuments.status) return inWords(status)
    const { state } = await endOf(user, params, (body as { transferId: string }).transferId)
    return state === 'sent' ? 'yes' : state
  }

  const maySet: Ask = async (user) => {
    const transmission = await user.ask(settings.setTransmission, { params, input: { transmission: 'off' } })
    const rules = await user.ask(approvals.orderApprovalRules, { params, input: { ruleIds: [...ruleIds] } })
    return together(inWords(transmission.status), inWords(rules.status))
  }
  return { mayImport, sees, mayApprove, mayProcess, maySend, maySet }
}

const mayCreateUser =
  ({ settlement, params }: Portal): Ask =>
  async (user) => {
    const name = 'Solange Abbeville'
    const input = {
      name,
      email: settlement.address(name),
      language: 'fr',
      profile: 'client-document-delivery',
    } as const
    const { status } = await user.ask(clientUsers.createClientUser, { params, input })
    return inWords(status, clientUsers.createClientUser.status)
  }

/** The rows of the table, in the order in which they can be asked. */
const rowsOf = (portal: Portal): Readonly<Record<string, Row>> => {
  const { mayImport, sees, mayApprove, mayProcess, maySend, maySet } = askOfDocuments(portal)
  const { office, params, ruleIds } = portal
  /** What a rule covers is not sent before it is approved (P-07): without rules everything may be. */
  const removeRules = async () => {
    for (const ruleId of ruleIds) await office.call(approvals.removeApprovalRule, { params: { ...params, ruleId } })
  }
  return {
    'import documents': { ask: mayImport, inTurn: true },
    'see documents in process': { ask: sees },
    'approve documents': { ask: mayApprove, inTurn: true },
    'dossier settings: automatic transmission, approval rules': { ask: maySet, inTurn: true },
    'process documents': { ask: mayProcess, inTurn: true },
    'send documents': { ask: maySend, first: removeRules },
    'figures and reports': { ...mayUse(portal, 'figures.read'), module: 'figures' },
    'digital archive': { ...mayUse(portal, 'archive.read'), module: 'archive' },
    'supplier and customer history': { ...mayUse(portal, 'history.read'), module: 'history' },
    'payment module (if on)': { ...mayUse(portal, 'payment.use'), module: 'payment' },
    'financial menu: account numbers (if on)': { ...mayUse(portal, 'financial.read'), module: 'financial' },
    'create users of the dossier': { ask: mayCreateUser(portal), inTurn: true },
    'messages module': mayUse(portal, 'message.use'),
  }
}

const answersOf = async ({ users }: Portal, { ask, first, inTurn }: Row): Promise<readonly string[]> => {
  await first?.()
  if (inTurn !== true) return Promise.all(users.map(ask))
  const answers: string[] = []
  for (const user of users) answers.push(await ask(user))
  return answers
}

/** Every cell of the table, and every module's row again while the dossier has that module off. */
export const askProfiles = async (portal: Portal): Promise<Answered> => {
  const rows = Object.entries(rowsOf(portal))
  const asked: AnsweredRow[] = []
  for (const [row, how] of rows) {
    const answers = await answersOf(portal, how)
    asked.push({ row, answers, explained: how.explained === true })
  }

  const off: AnsweredRow[] = []
  for (const [row, how] of rows) {
    if (how.module === undefined) continue
    const modules = everyModule.filter((one) => one !== how.module)
    await portal.office.call(dossiers.configureDossier, { params: portal.params, input: { modules } })
    off.push({ row, answers: await answersOf(portal, how) })
  }
  const inOrder = requiredRows.flatMap((row) => asked.find((one) => one.row === row) ?? [])
  return { rows: inOrder, off }
}
