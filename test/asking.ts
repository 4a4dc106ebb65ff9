/**
 * Access requests under test: the real line, rules, workflow tasks, consumers and mail links over a table in memory.
 * Time stands still until the test moves it; an execution may be lost at any moment, as the cloud may lose one.
 */

import { directory } from '../bench/operations/ports.ts'
import { WORKFLOW } from '../functions/access-requests/execution.ts'
import { listAccessRequests } from '../functions/access-requests/handlers/list-access-requests.ts'
import { readAccessRequest } from '../functions/access-requests/handlers/read-access-request.ts'
import { requestAccess } from '../functions/access-requests/handlers/request-access.ts'
import { withdrawAccessRequest } from '../functions/access-requests/handlers/withdraw-access-request.ts'
import { type AccessRequest, AccessRequests, RequestClaims } from '../functions/access-requests/records.ts'
import { routes as requestRoutes } from '../functions/access-requests/routes.ts'
import { type DossierAccess, DossierAccesses, Dossiers } from '../functions/dossiers/records.ts'
import { startFollowing, stopFollowing, wakeDue } from '../functions/kernel/follow.ts'
import type { Handler } from '../functions/kernel/handler.ts'
import { jobTools } from '../functions/kernel/job.ts'
import { takeLine, type World } from '../functions/kernel/line.ts'
import { type Answer, presentProblem } from '../functions/kernel/present.ts'
import type { Request } from '../functions/kernel/request.ts'
import { askingForVerdict, inviting, type Letter, tellingOutcome } from '../functions/mail/letters.ts'
import { activate } from '../functions/pages/handlers/activate.ts'
import { decide } from '../functions/pages/handlers/decide.ts'
import { showActivation } from '../functions/pages/handlers/show-activation.ts'
import { showDecision } from '../functions/pages/handlers/show-decision.ts'
import { routes as pageRoutes } from '../functions/pages/routes.ts'
import { showProblem } from '../functions/pages/show-problem.ts'
import { rules } from '../functions/rules.ts'
import type { Route } from '../shared/contract/route.ts'
import { Outbox, type OutboxEntry } from '../shared/events.ts'
import { type FollowUp, FollowUps } from '../shared/follow-ups.ts'
import { Links } from '../shared/links.ts'
import { EmailClaims, People, type Person } from '../shared/people.ts'
import { addSeconds, DAY } from '../shared/ports/clock.ts'
import { isProblem } from '../shared/problems.ts'
import type { Persona } from '../shared/rules/cases.ts'
import { compile } from '../shared/rules/decide.ts'
import { type AnyRecord, fromStored, type Stored } from '../shared/table/record.ts'
import { create, perhaps, update, type Write } from '../shared/table/table.ts'
import { holding, newId } from './ask.ts'
import { again, memoryExecutions } from './memory-executions.ts'
import type { MemoryTable } from './memory-table.ts'
import { accessOf, dossier } from './one-dossier.ts'
import { NOW, personOf } from './world.ts'

/** A mail as it would be sent: its address may carry a link's token. */
export type Sent = { readonly to: string; readonly kind: Letter['kind']; readonly token: string }

export type Form = Readonly<Record<string, string>>

const policy = compile(rules)
const SENDER = { organisation: 'Cabinet Marchetti-Brun', timeZone: 'Europe/Paris' }

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

/** The dossier with its people, and nobody who has asked for anything yet. */
export const asking = () => {
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
  const passwords = new Map<string, string>()
  const mails: Sent[] = []
  let now = NOW
  const world: World = {
    table,
    policy,
    newId,
    clock: () => now,
    publicUrl: 'https://greffe.example',
    files: {} as World['files'],
    directory: { ...directory, setPassword: async (personId, password) => void passwords.set(personId, password) },
  }

  const executions = memoryExecutions(world)
  const { workflows } = executions

  const all = <T>(record: AnyRecord): Stored<T>[] =>
    table
      .everything()
      .filter(({ recordName }) => recordName === record.name)
      .sort((a, b) => (String(a.sk) < String(b.sk) ? -1 : 1))
      .map((stored) => fromStored<T>(stored))

  // Mail: the letters that events call for, each with the link that it would carry.
  const mail = async (letters: readonly Letter[]): Promise<void> => {
    for (const { to, kind, link, data } of letters) {
      if (link !== undefined) await table.commit([create(Links, link)])
      const address = 'link' in data && typeof data.link === 'string' ? data.link : ''
      mails.push({ to: to.personId, kind, token: address.split('/').at(-1) ?? '' })
    }
  }
  const consumed = async (entry: OutboxEntry): Promise<void> => {
    const tools = jobTools(world, 'consumer', entry.eventId)
    if (entry.type === 'access-requested') await startFollowing(WORKFLOW, { ...entry.data, at: entry.at }, workflows)
    if (entry.type === 'access-verdict-asked') await mail(await askingForVerdict(entry.data, SENDER, tools))
    if (entry.type === 'person-invited') await mail(await inviting(entry.data, SENDER, tools))
    if (entry.type !== 'access-request-ended') return
    const { dossierId, requestId } = entry.data
    await again(() => stopFollowing({ dossierId, requestId, at: entry.at }, tools, workflows))
    await mail(await tellingOutcome(entry.data, SENDER, tools))
  }
  /** Mails another invitation, and gives the token of its link. */
  const inviteAgain = async (email: string): Promise<string> => {
    const personId = all<Person>(People).find((person) => person.email === email)?.personId ?? ''
    const invitation = { personId, invitedBy: personOf('administrator').personId, dossierId: null }
    await mail(await inviting(invitation, SENDER, jobTools(world, 'consumer', 'invitation')))
    return mails.at(-1)?.token ?? ''
  }
  const changePerson = async (personId: string, changes: Partial<Person>): Promise<void> => {
    const { person } = await table.load({ person: perhaps(People, { personId }) })
    await write(table, update(People, person as Stored<Person>, changes as object))
  }
  const handedOn = new Set<string>()
  /** Hands on every event not yet handed on, and what follows from it. */
  const deliver = async (): Promise<void> => {
    const next = all<OutboxEntry>(Outbox)
      .filter(({ eventId }) => !handedOn.has(eventId))
      .sort((a, b) => (a.eventId < b.eventId ? -1 : 1))[0]
    if (next === undefined) return
    handedOn.add(next.eventId)
    await consumed(next)
    await deliver()
  }

  const call = async (route: Route, handler: unknown, asked: Partial<Request>): Promise<Answer> => {
    const request: Request = {
      method: route.method,
      rawPath: route.path,
      params: {},
      query: {},
      body: null,
      contentType: 'application/json',
      ifMatch: null,
      idempotencyKey: null,
      language: null,
      tokenPersonId: null,
      source: 'somewhere',
      requestId: 'request',
      ...asked,
    }
    const ended = await takeLine(world, route, handler as Handler<never>, request)
    if (!isProblem(ended)) return ended.answer
    return route.kind === 'page' ? showProblem(ended, request, world) : presentProblem(ended, 'en', 'request')
  }
  const page = (route: Route, handler: unknown, token: string, form?: Form, more: Partial<Request> = {}) =>
    call(route, handler, {
      ...more,
      params: { token },
      body: form === undefined ? null : new URLSearchParams(form).toString(),
    })

  return {
    table,
    world,
    mails,
    passwords,
    deliver,
    requests: () => all<AccessRequest>(AccessRequests),
    followUps: () => all<FollowUp>(FollowUps),
    claims: () => all<{ requestId: string }>(RequestClaims),
    events: () => all<OutboxEntry>(Outbox),
    accesses: () => all<DossierAccess>(DossierAccesses),
    links: () => all<{ usedAt?: string }>(Links),
    people: () => all<Person>(People),
    /** The newest decision link mailed to somebody. */
    linkOf: (persona: Persona): string =>
      mails.findLast(({ to, token }) => to === personOf(persona).personId && token !== '')?.token ?? '',
    /** Somebody asks by the API; answers with what the API does. */
    request: (persona: Persona, input: object = newUser) =>
      call(requestRoutes.requestAccess as Route, requestAccess, {
        params: { dossierId: dossier.dossierId },
        tokenPersonId: personOf(persona).personId,
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
    /** Moves the machine's own clock. */
    passDays: (days: number): void => {
      now = addSeconds(now, days * DAY)
    },
    /** The clock's tick, at a time of its own: so many days from now. */
    tick: async (days = 0): Promise<number> => {
      const woken = await wakeDue(jobTools(world, 'clock', 'tick', addSeconds(now, days * DAY)), workflows)
      await deliver()
      return woken
    },
    /** Loses every execution that waits. */
    loseExecutions: executions.lose,
    executionsWaiting: executions.waiting,
    change: (persona: Persona, changes: Partial<Person>) => changePerson(personOf(persona).personId, changes),
    changePerson,
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
      await write(table, update(Dossiers, found as Stored<typeof dossier>, changes))
    },
  }
}

const write = async (table: MemoryTable, change: Write): Promise<void> => {
  if ((await table.commit([change])) !== 'done') throw new Error('The test met something newer.')
}

/** What the API answered, read. */
export const told = ({ body }: Answer) => JSON.parse(body)

/** The value of a hidden field of a page. */
export const hidden = ({ body }: Answer, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? ''
