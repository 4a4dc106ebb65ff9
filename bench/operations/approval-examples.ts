/** One request of each operation on approvals and absences that must succeed in the standing world. */
import { DossierAccesses, Dossiers } from '../../functions/dossiers/records.ts'
import { type ApprovalRule, PortalSettingsOf } from '../../functions/portal/records.ts'
import { Links, makeLink } from '../../shared/links.ts'
import { introduce, type Person } from '../../shared/people.ts'
import { addSeconds, DAY } from '../../shared/ports/clock.ts'
import { create, type Write } from '../../shared/table/table.ts'
import { absenceOf, waiting } from './approvals-in-town.ts'
import type { Example } from './examples.ts'
import type { StandingWorld } from './standing-world.ts'

const SMALL_PAGE = { limit: 30 }
/** What a dossier has that is looked after well. */
const APPROVERS = 3
const RULES = 6

/** A dossier of its own, with a client user as administrator and those whom a rule names. */
const dossierOf = ({ town, client }: StandingWorld) => {
  const dossier = town.dossier(client, 3)
  const approvers = Array.from({ length: APPROVERS }, () => town.clientUser('Agathe Montclar'))
  const users = [town.clientAdministrator, ...approvers]
  const before: readonly Write[] = [
    create(Dossiers, dossier),
    ...approvers.flatMap((one) => introduce(one)),
    ...users.map((one) => create(DossierAccesses, town.access(dossier, one))),
  ]
  return { dossier, approvers, before }
}

/** A dossier with rules, and what one of them may be. */
const ruled = (world: StandingWorld) => {
  const { town } = world
  const { dossier, approvers, before } = dossierOf(world)
  const approverIds = approvers.map(({ personId }) => personId)
  const rules = Array.from(
    { length: RULES },
    (): ApprovalRule => ({ ruleId: town.newId(), name: 'Tout', approverIds, mode: 'all' }),
  )
  const settings = create(PortalSettingsOf, {
    dossierId: dossier.dossierId,
    transmission: 'off',
    rulesVersion: 1,
    rules,
    changedAt: town.now,
    changedBy: town.practitioner.personId,
  })
  return {
    params: { dossierId: dossier.dossierId },
    ruleIds: rules.map(({ ruleId }) => ruleId),
    rule: { name: 'Achats', kinds: ['purchase'], approverIds, mode: 'in-order' },
    before: [...before, settings],
  }
}
const asAdministrator = (params: Example['params'], before: Example['before'], input?: Example['input']): Example => ({
  as: 'clientAdministrator',
  params: params ?? {},
  before: before ?? [],
  ...(input && { input }),
})
const ofRule = (world: StandingWorld, isNew: boolean): Example => {
  const { params, ruleIds, rule, before } = ruled(world)
  return asAdministrator({ ...params, ...(isNew ? {} : { ruleId: ruleIds[0] ?? '' }) }, before, rule)
}

/** A document that waits for the client administrator, who is the last of those named, or for whom they stand in for. */
const toApprove = (world: StandingWorld, absent?: Person) => {
  const { town } = world
  const { dossier, approvers, before } = dossierOf(world)
  const last = absent ?? town.clientAdministrator
  const ids = [...approvers.slice(1), last].map(({ personId }) => personId)
  const { document, approval, writes } = waiting(town, dossier, ids)
  return {
    params: { dossierId: dossier.dossierId, documentId: document.documentId },
    verdict: { verdict: 'approved', approvalId: approval.approvalId, version: 1 },
    approvalId: approval.approvalId,
    dossier,
    before: [...before, ...writes],
  }
}

const inTheirPlace = (world: StandingWorld): Example => {
  const { town } = world
  const absent = town.clientUser('Lucien Bourgade')
  const { params, verdict, dossier, before } = toApprove(world, absent)
  const more = [
    ...introduce(absent),
    create(DossierAccesses, town.access(dossier, absent)),
    absenceOf(town, absent, town.clientAdministrator),
  ]
  return asAdministrator(params, [...before, ...more], { ...verdict, onBehalfOf: absent.personId })
}

const linked = (world: StandingWorld, input?: Example['input']): Example => {
  const { town } = world
  const { params, approvalId, before } = toApprove(world)
  const { token, link } = makeLink({
    purpose: 'document-approval',
    personId: town.clientAdministrator.personId,
    subject: { ...params, approvalId },
    createdAt: town.now,
    expiresAt: addSeconds(town.now, DAY),
  })
  return { as: null, params: { token }, before: [...before, create(Links, link)], ...(input && { input }) }
}

const awayWith = ({ town }: StandingWorld, { personId }: Person): NonNullable<Example['input']> => ({
  from: town.now,
  until: addSeconds(town.now, 7 * DAY),
  deputyId: personId,
})

export const approvalExamples: Readonly<Record<string, (world: StandingWorld) => Example>> = {
  readApprovalRules: (world) => {
    const { params, before } = ruled(world)
    return asAdministrator(params, before)
  },
  addApprovalRule: (world) => ofRule(world, true),
  changeApprovalRule: (world) => ofRule(world, false),
  orderApprovalRules: (world) => {
    const { params, ruleIds, before } = ruled(world)
    return asAdministrator(params, before, { ruleIds: ruleIds.toReversed() })
  },
  removeApprovalRule: (world) => {
    const { params, ruleIds, before } = ruled(world)
    return asAdministrator({ ...params, ruleId: ruleIds[0] ?? '' }, before)
  },
  listAwaitedApprovals: () => ({ as: 'practitioner', input: SMALL_PAGE }),
  'listAwaitedApprovals: in the place of somebody': () => ({ as: 'office', input: SMALL_PAGE }),
  readApproval: (world) => {
    const { params, before } = toApprove(world)
    return asAdministrator(params, before)
  },
  giveVerdict: (world) => {
    const { params, verdict, before } = toApprove(world)
    return asAdministrator(params, before, verdict)
  },
  'giveVerdict: reject': (world) => {
    const { params, verdict, before } = toApprove(world)
    return asAdministrator(params, before, { ...verdict, verdict: 'rejected', reason: 'Le montant est faux.' })
  },
  'giveVerdict: in the place of somebody': inTheirPlace,
  showDocumentApproval: (world) => linked(world),
  'answerDocumentApproval: approve': (world) => linked(world, { decision: 'approve', reason: '', version: '1' }),
  'answerDocumentApproval: reject': (world) =>
    linked(world, { decision: 'refuse', reason: 'Le montant est faux.', version: '1' }),
  readAbsence: () => ({ as: 'coordinator' }),
  'setAbsence: of a member': (world) => ({ as: 'office', input: awayWith(world, world.town.coordinator) }),
  'setAbsence: of a client user': (world) => {
    const { approvers, before } = dossierOf(world)
    return { as: 'clientAdministrator', input: awayWith(world, approvers[0] as Person), before }
  },
  'endAbsence: where there is none': () => ({ as: 'practitioner' }),
}
