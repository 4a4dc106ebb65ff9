/** Approvals under test: a dossier with its people and a document to approve, in a town where its workflow and mails run. */
import { type Absence, Absences } from '../functions/absences/records.ts'
import { following } from '../functions/approvals/following.ts'
import { addApprovalRule } from '../functions/approvals/handlers/add-approval-rule.ts'
import { changeApprovalRule } from '../functions/approvals/handlers/change-approval-rule.ts'
import { giveVerdict } from '../functions/approvals/handlers/give-verdict.ts'
import { listAwaitedApprovals } from '../functions/approvals/handlers/list-awaited-approvals.ts'
import { orderApprovalRules } from '../functions/approvals/handlers/order-approval-rules.ts'
import { readApproval } from '../functions/approvals/handlers/read-approval.ts'
import { readApprovalRules } from '../functions/approvals/handlers/read-approval-rules.ts'
import { removeApprovalRule } from '../functions/approvals/handlers/remove-approval-rule.ts'
import { type ApprovalProgress, ApprovalProgresses } from '../functions/approvals/records.ts'
import { routes } from '../functions/approvals/routes.ts'
import { tasksOf } from '../functions/approvals/tasks/tasks-of.ts'
import { approvalWorkflow } from '../functions/approvals/workflow.ts'
import { type AwaitedApproval, AwaitedApprovals, type Document, Documents } from '../functions/documents/records.ts'
import { type Dossier, DossierAccesses, Dossiers } from '../functions/dossiers/records.ts'
import { outboxWrites } from '../functions/kernel/commit.ts'
import type { Request } from '../functions/kernel/request.ts'
import { askingForApproval, tellingApprovalEnd, tellingApprovalWaits } from '../functions/mail/approval-letters.ts'
import { answerDocumentApproval } from '../functions/pages/handlers/answer-document-approval.ts'
import { showDocumentApproval } from '../functions/pages/handlers/show-document-approval.ts'
import { routes as pageRoutes } from '../functions/pages/routes.ts'
import { type ApprovalRule, type PortalSettings, PortalSettingsOf } from '../functions/portal/records.ts'
import { beginApproval } from '../functions/processing/begin-approval.ts'
import { withdrawSubmission } from '../functions/processing/handlers/withdraw-submission.ts'
import { routes as processingRoutes } from '../functions/processing/routes.ts'
import type { Route } from '../shared/contract/route.ts'
import { introduce } from '../shared/people.ts'
import { addSeconds, DAY } from '../shared/ports/clock.ts'
import type { Persona } from '../shared/rules/cases.ts'
import type { Stored } from '../shared/table/record.ts'
import { create, perhaps, remove, update, type Write } from '../shared/table/table.ts'
import { holding, newId } from './ask.ts'
import type { MemoryTable } from './memory-table.ts'
import { accessOf, documentAt, dossier as invented } from './one-dossier.ts'
import { type Form, SENDER, told, townWith } from './town.ts'
import type { Running } from './workflows/step-functions.ts'
import { NOW, personOf } from './world.ts'

/** Who put the document in and submitted it; who is to approve it, and who stands in for them. */
export const AUTHOR: Persona = 'Full Access of the dossier'
export const FIRST: Persona = 'Administrator of the dossier'
export const SECOND: Persona = 'Document Delivery of the dossier'
export const THIRD: Persona = 'documentation reader'
export const DEPUTY: Persona = 'Document Processing of the dossier'
export const OWNER: Persona = 'owner'

const users: readonly Persona[] = [AUTHOR, FIRST, SECOND, DEPUTY]
const people: readonly Persona[] = [...users, THIRD, OWNER, 'responsible', 'stranger', 'office member', 'guest']
const { version: _, ...dossier } = invented
const { dossierId } = dossier
const made = documentAt(1, AUTHOR, {
  name: 'facture-0187.pdf',
  kind: 'purchase',
  amount: { minor: 150_000, currency: 'EUR' },
})
const { documentId } = made.document

const running: Running = {
  workflow: approvalWorkflow,
  jobs: (workflows) => ({ 'follow-approval': tasksOf(workflows) }),
}
const idsOf = (personas: readonly Persona[]): readonly string[] => personas.map((one) => personOf(one).personId)

export const ruleOf = (approvers: readonly Persona[], mode: ApprovalRule['mode'] = 'in-order'): ApprovalRule => ({
  ruleId: newId(),
  name: 'Purchases of 1,000 € or more',
  kinds: ['purchase'],
  atLeast: { minor: 100_000, currency: 'EUR' },
  approverIds: idsOf(approvers),
  mode,
})

/** A rule as somebody sets it. */
export const ruleInput = {
  name: 'Purchases of 1,000 € or more',
  kinds: ['purchase'],
  atLeast: { minor: 100_000, currency: 'EUR' },
  approverIds: idsOf([FIRST, THIRD]),
  mode: 'in-order',
}
export const settingsOf = (town: { readonly all: ReturnType<typeof townWith>['all'] }) =>
  town.all<PortalSettings>(PortalSettingsOf)[0]
export const ruleIdsOf = (answer: Parameters<typeof told>[0]): string[] =>
  told(answer).rules.map(({ ruleId }: { ruleId: string }) => ruleId)

/** The dossier with its people and a document that nobody has submitted; `broken` is the table as jobs see it. */
export const approving = (broken: (table: MemoryTable) => MemoryTable = (table) => table) => {
  const table: MemoryTable = holding(
    create(Dossiers, dossier),
    ...people.flatMap((persona) => introduce(personOf(persona))),
    ...users.map((persona) => create(DossierAccesses, (({ version: __, ...access }) => access)(accessOf(persona)))),
    create(Documents, made.document),
  )
  const town = townWith({
    table,
    jobsTable: broken(table),
    running: [running],
    consumed: async (entry, tools, { workflows, mail }) => {
      const { begun, given, ended, personChanged } = following(workflows)
      if (entry.type === 'approval-begun') await begun(entry, tools)
      if (entry.type === 'approval-given') await given(entry, tools)
      if (entry.type === 'approval-ended') await ended(entry, tools)
      if (entry.type === 'person-changed') await personChanged(entry, tools)
      if (entry.type === 'approval-asked') await mail(await askingForApproval(entry.data, SENDER, tools))
      if (entry.type === 'approval-ended') await mail(await tellingApprovalEnd(entry.data, SENDER, tools))
      if (entry.type === 'approval-waits') await mail(await tellingApprovalWaits(entry, SENDER, tools))
    },
  })
  const { all, call, page, write } = town
  const by = (persona: Persona) => ({ tokenPersonId: personOf(persona).personId })
  const on =
    (route: Route, handler: unknown, params: Readonly<Record<string, string>> = { dossierId, documentId }) =>
    (persona: Persona, input?: object, more: Partial<Request> = {}) =>
      call(route, handler, {
        ...by(persona),
        params,
        ...(input === undefined ? {} : { body: JSON.stringify(input) }),
        ...more,
      })
  const document = () => all<Document>(Documents)[0] as Stored<Document>
  const read = on(routes.readApproval as Route, readApproval)
  const commit = async (...writes: readonly Write[]): Promise<void> => {
    if ((await table.commit(writes)) !== 'done') throw new Error('The test met something newer.')
  }

  return {
    ...town,
    document,
    awaited: () => all<AwaitedApproval>(AwaitedApprovals),
    progress: () => all<ApprovalProgress>(ApprovalProgresses)[0] as Stored<ApprovalProgress>,
    /** The document is submitted, and met by this rule. */
    submit: async (rule: ApprovalRule): Promise<string> => {
      const approvalId = newId()
      const { writes, events } = beginApproval({
        document: document(),
        rule,
        rulesVersion: 1,
        approverIds: rule.approverIds,
        approvalId,
        by: personOf(AUTHOR).personId,
        at: NOW,
      })
      await commit(...writes, ...outboxWrites(events, NOW, newId))
      return approvalId
    },
    read,
    timeline: async (persona: Persona = OWNER) =>
      (told(await read(persona)).approval.timeline as { step: string; person: { personId: string } | null }[]).map(
        ({ step }) => step,
      ),
    waitsFor: async (persona: Persona = OWNER) =>
      (told(await read(persona)).approval.waitsFor as { personId: string }[]).map(({ personId }) => personId),
    answer: (persona: Persona, verdict: 'approved' | 'rejected', more: object = {}, asked: Partial<Request> = {}) =>
      on(routes.giveVerdict as Route, giveVerdict)(
        persona,
        {
          verdict,
          ...(verdict === 'rejected' ? { reason: 'Le montant est faux.' } : {}),
          approvalId: document().approval?.approvalId ?? newId(),
          version: document().version,
          ...more,
        },
        asked,
      ),
    withdraw: on(processingRoutes.withdrawSubmission as Route, withdrawSubmission),
    mine: (persona: Persona, query: Readonly<Record<string, string>> = {}) =>
      call(routes.listAwaitedApprovals as Route, listAwaitedApprovals, { ...by(persona), query }),
    open: (token: string, more?: Partial<Request>) =>
      page(pageRoutes.showDocumentApproval as Route, showDocumentApproval, token, undefined, more),
    send: (token: string, form: Form, more?: Partial<Request>) =>
      page(pageRoutes.answerDocumentApproval as Route, answerDocumentApproval, token, form, more),
    rules: on(routes.readApprovalRules as Route, readApprovalRules, { dossierId }),
    addRule: on(routes.addApprovalRule as Route, addApprovalRule, { dossierId }),
    orderRules: on(routes.orderApprovalRules as Route, orderApprovalRules, { dossierId }),
    changeRule: (persona: Persona, ruleId: string, input: object) =>
      on(routes.changeApprovalRule as Route, changeApprovalRule, { dossierId, ruleId })(persona, input),
    removeRule: (persona: Persona, ruleId: string) =>
      on(routes.removeApprovalRule as Route, removeApprovalRule, { dossierId, ruleId })(persona),
    changeDocument: (changes: Partial<Document>) => write(update(Documents, document(), changes)),
    changeDossier: async (changes: Partial<Dossier>): Promise<void> => {
      const { found } = await table.load({ found: perhaps(Dossiers, { dossierId }) })
      await write(update(Dossiers, found as Stored<Dossier>, changes))
    },
    /** Their access to the dossier ends. */
    endAccess: async (persona: Persona): Promise<void> => {
      const { personId } = personOf(persona)
      const { found } = await table.load({ found: perhaps(DossierAccesses, { dossierId, personId }) })
      await write(remove(DossierAccesses, found as never))
    },
    /** They are absent from now on, for so many days. */
    leave: (persona: Persona, deputy: Persona, days = 30): Promise<void> => {
      const { personId } = personOf(persona)
      const deputyId = personOf(deputy).personId
      const absence: Absence = { personId, deputyId, from: NOW, until: addSeconds(NOW, days * DAY), setAt: NOW }
      return write(create(Absences, absence))
    },
    /** Executions that wait look again, as each does by itself after a day. */
    lookAgain: async (): Promise<void> => {
      await town.executions.timeOut()
      await town.deliver()
    },
  }
}
export type Approving = ReturnType<typeof approving>

/** A document that waits for these, who have been asked. */
export const submitted = async (
  approvers: readonly Persona[],
  mode: ApprovalRule['mode'] = 'in-order',
  before: (town: Approving) => Promise<unknown> = async () => {},
  broken?: (table: MemoryTable) => MemoryTable,
) => {
  const town = approving(broken)
  await before(town)
  const approvalId = await town.submit(ruleOf(approvers, mode))
  await town.deliver()
  return { ...town, approvalId }
}

/**
 * What holds at every moment, whatever failed: a document waits exactly while its approval has not ended; who has still to
 * answer is named in it, and finds it among theirs; nobody has two voices.
 */
export const faultsIn = (town: Approving): string[] => {
  const { state, approval, approvers = [] } = town.document()
  const awaited = town.awaited().map(({ personId }) => personId)
  const voices = (approval?.verdicts ?? []).map(({ personId }) => personId)
  const names = (approval?.verdicts ?? []).map(({ personId, onBehalfOf }) => onBehalfOf ?? personId)
  return [
    ...((state === 'to-approve') === (approval?.endedAt === null) ? [] : ['the document and its approval disagree']),
    ...(state === 'to-approve' || approvers.length === 0 ? [] : ['an approver is named of an approval that has ended']),
    ...(String(awaited.toSorted()) === String(approvers.toSorted()) ? [] : ['what is awaited is not of whom is named']),
    ...(new Set(voices).size === voices.length ? [] : ['somebody has two voices']),
    ...(new Set(names).size === names.length ? [] : ['two verdicts are of one name']),
  ]
}
