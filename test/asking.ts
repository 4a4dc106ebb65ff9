/** Access requests under test: a dossier with its people, in a town where the workflow of requests and their mails run. */
import { following } from '../functions/access-requests/following.ts'
import { giveInformation } from '../functions/access-requests/handlers/give-information.ts'
import { listAccessRequests } from '../functions/access-requests/handlers/list-access-requests.ts'
import { readAccessRequest } from '../functions/access-requests/handlers/read-access-request.ts'
import { requestAccess } from '../functions/access-requests/handlers/request-access.ts'
import { withdrawAccessRequest } from '../functions/access-requests/handlers/withdraw-access-request.ts'
import { type AccessRequest, AccessRequests, RequestClaims } from '../functions/access-requests/records.ts'
import { routes as requestRoutes } from '../functions/access-requests/routes.ts'
import { tasksOf } from '../functions/access-requests/tasks-of.ts'
import { accessRequest } from '../functions/access-requests/workflow.ts'
import { type DossierAccess, DossierAccesses, Dossiers } from '../functions/dossiers/records.ts'
import { jobTools } from '../functions/kernel/job.ts'
import type { Request } from '../functions/kernel/request.ts'
import { askingInformation, tellingAccessEnd, tellingDeputy, tellingOutcome } from '../functions/mail/access-letters.ts'
import { askingForVerdict, inviting } from '../functions/mail/letters.ts'
import { activate } from '../functions/pages/handlers/activate.ts'
import { decide } from '../functions/pages/handlers/decide.ts'
import { showActivation } from '../functions/pages/handlers/show-activation.ts'
import { showDecision } from '../functions/pages/handlers/show-decision.ts'
import { routes as pageRoutes } from '../functions/pages/routes.ts'
import type { Route } from '../shared/contract/route.ts'
import { EmailClaims, People, type Person } from '../shared/people.ts'
import type { Persona } from '../shared/rules/cases.ts'
import type { Stored } from '../shared/table/record.ts'
import { create, perhaps, update } from '../shared/table/table.ts'
import { holding, newId } from './ask.ts'
import type { MemoryTable } from './memory-table.ts'
import { accessOf, dossier } from './one-dossier.ts'
import { type Form, SENDER, townWith } from './town.ts'
import type { Running } from './workflows/step-functions.ts'
import { NOW, personOf } from './world.ts'

export const newUser = {
  name: 'Inès Quintal-Roy',
  email: 'ines.quintal@atelier-verrieres.example',
  profile: 'client-document-processing',
  language: 'fr',
  message: 'Inès reprend la saisie des factures.',
} as const

const peopleOfTheDossier: readonly Persona[] = [
  'responsible',
  'administrator',
  'administrator, inactive',
  'stranger',
  'Administrator of the dossier',
  'Full Access of the dossier',
  'Document Delivery of the dossier',
]

const running: Running = { workflow: accessRequest, jobs: (workflows) => ({ 'follow-request': tasksOf(workflows) }) }

/** The dossier with its people, and nobody who has asked for anything yet; `broken` is the table as jobs see it. */
export const asking = (broken: (table: MemoryTable) => MemoryTable = (table) => table) => {
  const table: MemoryTable = holding(
    create(Dossiers, dossier),
    ...peopleOfTheDossier.flatMap((persona) => {
      const person = personOf(persona)
      const uses = persona.endsWith(' of the dossier')
      return [
        create(People, person as Person),
        create(EmailClaims, person),
        ...(uses ? [create(DossierAccesses, accessOf(persona))] : []),
      ]
    }),
  )
  const town = townWith({
    table,
    jobsTable: broken(table),
    running: [running],
    consumed: async (entry, tools, { workflows, mail }) => {
      const { started, stopped, woken, lookedAgain } = following(workflows)
      if (entry.type === 'access-requested') await started(entry)
      if (entry.type === 'access-verdict-asked') {
        await mail(await askingForVerdict(entry.data, SENDER, tools))
        await mail(await tellingDeputy(entry.data, SENDER, tools))
      }
      if (entry.type === 'access-information-asked') await mail(await askingInformation(entry.data, SENDER, tools))
      if (entry.type === 'access-information-given') await woken(entry, tools)
      if (entry.type === 'dossier-state-changed') await lookedAgain(entry, tools)
      if (entry.type === 'client-access-ended') {
        await lookedAgain(entry, tools)
        await mail(await tellingAccessEnd(entry.data, SENDER, tools))
      }
      if (entry.type === 'person-invited') {
        await lookedAgain(entry, tools)
        await mail(await inviting(entry.data, SENDER, tools))
      }
      if (entry.type !== 'access-request-ended') return
      await stopped(entry, tools)
      await mail(await tellingOutcome(entry.data, SENDER, tools))
    },
  })
  const { all, call, page, mail, mails, world, write } = town
  /** Mails another invitation, and gives the token of its link. */
  const inviteAgain = async (email: string): Promise<string> => {
    const personId = all<Person>(People).find((person) => person.email === email)?.personId ?? ''
    const invitation = { personId, invitedBy: personOf('administrator').personId, dossierId: null }
    await mail(await inviting(invitation, SENDER, jobTools(world, 'consumer', 'invitation')))
    return mails.at(-1)?.token ?? ''
  }

  return {
    ...town,
    requests: () => all<AccessRequest>(AccessRequests),
    claims: () => all<{ requestId: string }>(RequestClaims),
    accesses: () => all<DossierAccess>(DossierAccesses),
    /** Somebody asks by the API; answers with what the API does. */
    request: (persona: Persona, input: object = newUser) =>
      call(requestRoutes.requestAccess as Route, requestAccess, {
        params: { dossierId: dossier.dossierId },
        tokenPersonId: personOf(persona).personId,
        body: JSON.stringify(input),
      }),
    /** The same by somebody who is no persona. */
    requestAs: (personId: string, input: object) =>
      call(requestRoutes.requestAccess as Route, requestAccess, {
        params: { dossierId: dossier.dossierId },
        tokenPersonId: personId,
        body: JSON.stringify(input),
      }),
    list: (persona: Persona, query: Readonly<Record<string, string>> = {}) =>
      call(requestRoutes.listAccessRequests as Route, listAccessRequests, {
        params: { dossierId: dossier.dossierId },
        query,
        tokenPersonId: personOf(persona).personId,
      }),
    read: (persona: Persona, requestId: string) =>
      call(requestRoutes.readAccessRequest as Route, readAccessRequest, {
        params: { dossierId: dossier.dossierId, requestId },
        tokenPersonId: personOf(persona).personId,
      }),
    answer: (persona: Persona, requestId: string, text: string) =>
      call(requestRoutes.giveInformation as Route, giveInformation, {
        params: { dossierId: dossier.dossierId, requestId },
        tokenPersonId: personOf(persona).personId,
        body: JSON.stringify({ text }),
      }),
    withdraw: (persona: Persona, requestId: string) =>
      call(requestRoutes.withdrawAccessRequest as Route, withdrawAccessRequest, {
        params: { dossierId: dossier.dossierId, requestId },
        tokenPersonId: personOf(persona).personId,
      }),
    openDecision: (token: string, more?: Partial<Request>) =>
      page(pageRoutes.showDecision as Route, showDecision, token, undefined, more),
    decide: (token: string, form: Form, more?: Partial<Request>) =>
      page(pageRoutes.decide as Route, decide, token, form, more),
    openActivation: (token: string, more?: Partial<Request>) =>
      page(pageRoutes.showActivation as Route, showActivation, token, undefined, more),
    activate: (token: string, form: Form, more?: Partial<Request>) =>
      page(pageRoutes.activate as Route, activate, token, form, more),
    /** Somebody else whom the organisation knows already. */
    addPerson: (person: Person): void => table.put(create(People, person), create(EmailClaims, person)),
    /** A new client user by the office, and the token of the invitation mailed to them. */
    invite: async ({ name, email, profile, language }: typeof newUser): Promise<string> => {
      const personId = newId()
      const createdAt = NOW
      const person: Person = {
        kind: 'client-user',
        personId,
        name,
        email,
        profile,
        language,
        createdAt,
        status: 'invited',
      }
      table.put(create(People, person), create(EmailClaims, person))
      return inviteAgain(email)
    },
    inviteAgain,
    changeDossier: async (changes: object): Promise<void> => {
      const { found } = await table.load({ found: perhaps(Dossiers, dossier) })
      await write(update(Dossiers, found as Stored<typeof dossier>, changes))
    },
  }
}
