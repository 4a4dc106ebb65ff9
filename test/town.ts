/**
 * A town under test: the real line, rules, workflow tasks, consumers and mail links over a table in memory. Time stands
 * still until the test moves it; an execution may be lost at any moment, as the cloud may lose one.
 */
import { directory } from '../bench/operations/ports.ts'
import { wakeDue } from '../functions/kernel/follow.ts'
import type { Handler } from '../functions/kernel/handler.ts'
import { type JobTools, jobTools, TryAgain } from '../functions/kernel/job.ts'
import { takeLine, type World } from '../functions/kernel/line.ts'
import { type Answer, presentProblem } from '../functions/kernel/present.ts'
import type { Request } from '../functions/kernel/request.ts'
import type { Letter } from '../functions/mail/letters.ts'
import { showProblem } from '../functions/pages/show-problem.ts'
import { rules } from '../functions/rules.ts'
import type { Route } from '../shared/contract/route.ts'
import { Outbox, type OutboxEntry } from '../shared/events.ts'
import { type FollowUp, FollowUps } from '../shared/follow-ups.ts'
import { Links } from '../shared/links.ts'
import { People, type Person } from '../shared/people.ts'
import { addSeconds, DAY } from '../shared/ports/clock.ts'
import type { Workflows } from '../shared/ports/workflows.ts'
import { isProblem } from '../shared/problems.ts'
import type { Persona } from '../shared/rules/cases.ts'
import { compile } from '../shared/rules/decide.ts'
import { type AnyRecord, fromStored, type Stored } from '../shared/table/record.ts'
import { create, perhaps, update, type Write } from '../shared/table/table.ts'
import { newId } from './ask.ts'
import type { MemoryTable } from './memory-table.ts'
import { memoryStepFunctions, type Running } from './workflows/step-functions.ts'
import { NOW, personOf } from './world.ts'

/** A mail as it would be sent: its address may carry a link's token. */
export type Sent = { readonly to: string; readonly kind: Letter['kind']; readonly token: string; readonly data: object }

export type Form = Readonly<Record<string, string>>

export const SENDER = { organisation: 'Cabinet Marchetti-Brun', timeZone: 'Europe/Paris' }

const policy = compile(rules)
/** How often a queue delivers an event, before it lies with the dead letters. */
const DELIVERIES = 5

/** What consumers do with an event; what they throw is delivered again. */
type Consumed = (
  entry: OutboxEntry,
  tools: JobTools,
  ports: { readonly workflows: Workflows; readonly mail: (letters: readonly Letter[]) => Promise<void> },
) => Promise<void>

type Options = {
  readonly table: MemoryTable
  /** The table as jobs see it, if not the same: a test may break it. */
  readonly jobsTable?: MemoryTable
  readonly running: readonly Running[]
  readonly consumed: Consumed
}

/** Runs again what met something newer, as a retry does. */
const again = async <T>(work: () => Promise<T>, deliveries = DELIVERIES): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    if (deliveries > 1 || error instanceof TryAgain) return again(work, deliveries - 1)
    throw error
  }
}

export const townWith = ({ table, jobsTable = table, running, consumed }: Options) => {
  const passwords = new Map<string, string>()
  const mails: Sent[] = []
  let now = NOW
  const world: World = {
    table,
    policy,
    newId,
    clock: () => now,
    publicUrl: 'https://greffe.example',
    inboundDomain: 'courrier.greffe.example',
    files: {} as World['files'],
    directory: { ...directory, setPassword: async (personId, password) => void passwords.set(personId, password) },
  }
  const jobsWorld: World = { ...world, table: jobsTable }
  const executions = memoryStepFunctions(jobsWorld, running)

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
      mails.push({ to: to.personId, kind, token: address.split('/').at(-1) ?? '', data })
    }
  }
  const handedOn = new Set<string>()
  /** Hands on every event not yet handed on, and what follows from it. */
  const deliver = async (): Promise<void> => {
    const next = all<OutboxEntry>(Outbox)
      .filter(({ eventId }) => !handedOn.has(eventId))
      .sort((a, b) => (a.eventId < b.eventId ? -1 : 1))[0]
    if (next === undefined) return
    handedOn.add(next.eventId)
    const tools = () => jobTools(jobsWorld, 'consumer', next.eventId)
    await again(() => consumed(next, tools(), { workflows: executions.workflows, mail }))
    await deliver()
  }

  const write = async (change: Write): Promise<void> => {
    if ((await table.commit([change])) !== 'done') throw new Error('The test met something newer.')
  }
  const changePerson = async (personId: string, changes: Partial<Person>): Promise<void> => {
    const { person } = await table.load({ person: perhaps(People, { personId }) })
    await write(update(People, person as Stored<Person>, changes as object))
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

  return {
    table,
    world,
    mails,
    passwords,
    executions,
    all,
    mail,
    deliver,
    write,
    call,
    page: (route: Route, handler: unknown, token: string, form?: Form, more: Partial<Request> = {}) =>
      call(route, handler, {
        ...more,
        params: { token },
        body: form === undefined ? null : new URLSearchParams(form).toString(),
      }),
    followUps: () => all<FollowUp>(FollowUps),
    events: () => all<OutboxEntry>(Outbox),
    links: () => all<{ usedAt?: string }>(Links),
    people: () => all<Person>(People),
    /** The newest link mailed to somebody. */
    linkOf: (persona: Persona): string =>
      mails.findLast(({ to, token }) => to === personOf(persona).personId && token !== '')?.token ?? '',
    /** Moves the machine's own clock. */
    passDays: (days: number): void => {
      now = addSeconds(now, days * DAY)
    },
    /** The clock's tick, at a time of its own: so many days from now. */
    tick: async (days = 0): Promise<number> => {
      const tools = jobTools(jobsWorld, 'clock', 'tick', addSeconds(now, days * DAY))
      const woken = await wakeDue(tools, executions.workflows)
      await deliver()
      return woken
    },
    /** Loses every execution that waits. */
    loseExecutions: executions.lose,
    executionsWaiting: executions.waiting,
    change: (persona: Persona, changes: Partial<Person>) => changePerson(personOf(persona).personId, changes),
    changePerson,
  }
}

/** What the API answered, read. */
export const told = ({ body }: Answer) => JSON.parse(body)

/** The value of a hidden field of a page. */
export const hidden = ({ body }: Answer, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? ''
