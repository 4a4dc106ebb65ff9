/** A dossier with every module on, six client users, one of each profile, and documents of others that they may meet. */
import { routes as approvals } from '../../functions/approvals/routes.ts'
import { routes as clients } from '../../functions/clients/routes.ts'
import { routes as dossiers } from '../../functions/dossiers/routes.ts'
import { routes as processing } from '../../functions/processing/routes.ts'
import { type Profile, profiles } from '../../shared/roles.ts'
import { type Module, modules } from '../../shared/rules/situation.ts'
import { fullSheet } from '../../shared/sheet.ts'
import { upload } from './move-files.ts'
import { requiredProfiles } from './profiles-table.ts'
import type { Settlement, Settler } from './settlers.ts'

export type Portal = Awaited<ReturnType<typeof portalOfProfiles>>

/** The profile that the requirement calls so. */
const profileNamed = (name: string): Profile => {
  const found = Object.entries(profiles).find(([, { en }]) => en === name)
  if (found === undefined) throw new Error(`There is no profile named ${name}.`)
  return found[0] as Profile
}

/** A file of a line of text, and no other like it. */
export const someFile = (name: string) => ({
  name: `${name}.txt`,
  bytes: Buffer.from(`${name} ${crypto.randomUUID()}\n`),
})

export const everyModule = Object.keys(modules) as Module[]

export const portalOfProfiles = async (settlement: Settlement) => {
  const [office, practitioner] = await Promise.all([
    settlement.member({ name: 'Hortense Vidalie', roles: ['administrator'], sheet: fullSheet }),
    settlement.member({ name: 'Apolline Guérande' }),
  ])
  const client = await office.call(clients.createClient, { input: { name: 'Atelier Verrières', kind: 'company' } })
  const { dossierId } = await office.call(dossiers.createDossier, {
    input: { clientId: client.clientId, ownerId: practitioner.personId, modules: everyModule },
  })
  const params = { dossierId }
  const users = await Promise.all(
    requiredProfiles.map((name) => settlement.clientUser({ name, profile: profileNamed(name), of: dossierId })),
  )
  const theirs = await upload(practitioner, params, someFile('facture'))
  const anothers = await upload(practitioner, params, someFile('ticket'))
  const plain = await upload(practitioner, params, someFile('releve'))
  const ruleIds = await submitToThem({ office, practitioner, users, params, theirs, anothers })
  return { settlement, office, practitioner, params, users, ruleIds, documents: { theirs, anothers, plain } }
}

type Submitting = {
  readonly office: Settler
  readonly practitioner: Settler
  readonly users: readonly Settler[]
  readonly params: { readonly dossierId: string }
  /** What all six must approve, and what somebody else must. */
  readonly theirs: string
  readonly anothers: string
}

/** Two rules, and a document that waits for approval by each. */
const submitToThem = async ({ office, practitioner, users, params, theirs, anothers }: Submitting) => {
  const named = [
    { kind: 'purchase', documentId: theirs, mode: 'all', approverIds: users.map(({ personId }) => personId) },
    { kind: 'sale', documentId: anothers, mode: 'any', approverIds: [office.personId] },
  ] as const
  let ruleIds: readonly string[] = []
  for (const { kind, documentId, mode, approverIds } of named) {
    const { rules } = await office.call(approvals.addApprovalRule, {
      params,
      input: { name: kind, kinds: [kind], mode, approverIds: [...approverIds] },
    })
    ruleIds = rules.map(({ ruleId }) => ruleId)
    await practitioner.call(processing.processDocument, { params: { ...params, documentId }, input: { kind } })
    await practitioner.call(processing.submitDocument, { params: { ...params, documentId } })
  }
  return ruleIds
}
