/** Which functions, queues and workflows the catalogue calls for, and what each is called. */
import type { Capability, Job, JobUses, Workflow } from '../../shared/contract/capability.ts'
import type { Route } from '../../shared/contract/route.ts'

/** A function to be made. */
export type Part = {
  readonly name: string
  readonly capability: string
  readonly summary: string
  readonly uses: JobUses
}
/** The one function that answers all routes of a capability. */
export type ApiPart = Part & { readonly kind: 'api'; readonly routes: readonly (readonly [string, Route])[] }
/** A function beside the API's, with rights of its own. */
export type JobPart = Part & { readonly kind: 'job'; readonly job: Job }
export type WorkflowPart = {
  readonly capability: string
  readonly workflow: Workflow
  readonly jobs: readonly string[]
}

export type Parts = {
  readonly api: readonly ApiPart[]
  readonly jobs: readonly JobPart[]
  readonly workflows: readonly WorkflowPart[]
}

/** Takes the catalogue apart; throws when two functions, routes or workflows would get in each other's way. */
export const partsOf = (catalogue: readonly Capability[]): Parts => {
  const api = catalogue
    .filter(({ routes }) => Object.keys(routes).length > 0)
    .map(({ name, summary, routes }): ApiPart => {
      const named = Object.entries(routes)
      for (const [route, declared] of named) refuseUnfit(`${name}.${route}`, declared)
      return {
        kind: 'api',
        name,
        capability: name,
        summary,
        routes: named,
        uses: unite(named.map(([, { uses }]) => uses)),
      }
    })
  const jobs = catalogue.flatMap(({ name: capability, jobs = [] }) =>
    jobs.map(
      (job): JobPart => ({ kind: 'job', name: job.name, capability, summary: job.summary, uses: job.uses, job }),
    ),
  )
  const workflows = catalogue.flatMap(({ name: capability, workflows = [], jobs = [] }) =>
    workflows.map((workflow): WorkflowPart => {
      const own = jobs.filter(({ trigger }) => trigger.on === 'workflow' && trigger.workflow === workflow.name)
      return { capability, workflow, jobs: own.map(({ name }) => name) }
    }),
  )
  refuseTwice(
    'function',
    [...api, ...jobs].map(({ name }) => name),
  )
  refuseTwice(
    'route',
    api.flatMap(({ routes }) => routes.map(([, { method, path }]) => `${method} ${path}`)),
  )
  refuseTwice(
    'workflow',
    workflows.map(({ workflow }) => workflow.name),
  )
  return { api, jobs, workflows }
}

/** API Gateway leaves a route without an authorizer open to everyone: nothing is open here by forgetting. */
const refuseUnfit = (name: string, { action, open }: Route): void => {
  if (!action) throw new Error(`The route ${name} names no action: nobody could decide who may use it.`)
  if (open !== undefined && !open.because?.trim())
    throw new Error(`The route ${name} is open without a written reason (open.because).`)
}

const refuseTwice = (what: string, names: readonly string[]): void => {
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined) throw new Error(`Two things in the catalogue are called ${what} ${twice}.`)
}

/** The workflows that a capability's jobs reach: its own; a capability without any (the clock) looks after everyone's. */
export const workflowsOf = ({ workflows }: Parts, capability: string): string[] => {
  const own = workflows.filter((part) => part.capability === capability)
  return (own.length > 0 ? own : workflows).map(({ workflow }) => workflow.name)
}

/** Everything that any of these uses reach. */
export const unite = (all: readonly JobUses[]): JobUses => {
  const files = (bucket: 'documents' | 'archive' | 'inbound') => {
    const ways = [...new Set(all.flatMap((uses) => uses[bucket] ?? []))].sort()
    return ways.length === 0 ? {} : { [bucket]: ways }
  }
  const flag = (name: 'directory' | 'mail' | 'workflows' | 'queues' | 'stream') =>
    all.some((uses) => uses[name]) ? { [name]: true } : {}
  const tables = all.map(({ table }) => table)
  const table = tables.includes('write') ? 'write' : tables.includes('read') ? 'read' : undefined
  return {
    ...(table === undefined ? {} : { table }),
    ...files('documents'),
    ...files('archive'),
    ...files('inbound'),
    ...flag('directory'),
    ...flag('mail'),
    ...flag('workflows'),
    ...flag('queues'),
    ...flag('stream'),
  }
}
