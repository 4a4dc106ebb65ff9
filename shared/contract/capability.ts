/**
 * What one capability brings: its routes, rules, records, and what runs beside its API function. `functions/catalogue.ts`
 * lists them; stacks, grants, indexes, documents and tests iterate over that list. Data only, no SDK.
 */
import type { EventType } from '../events.ts'
import type { Rule } from '../rules/rule.ts'
import type { AnyRecord } from '../table/record.ts'
import type { Routes, Uses } from './route.ts'

/** What a job reaches beyond what routes may; grants are made from it. */
export type JobUses = Omit<Partial<Uses>, 'documents' | 'archive'> & {
  readonly documents?: readonly ('put' | 'get' | 'parts')[]
  readonly archive?: readonly ('put' | 'get')[]
  /** E-mail as it came in. */
  readonly inbound?: readonly 'get'[]
  /** Sends mail in the tenant's name. */
  readonly mail?: true
  /** Starts executions, looks at them and answers their task tokens. */
  readonly workflows?: true
  /** Hands events to consumers' queues. */
  readonly queues?: true
  /** Reads the table's stream. */
  readonly stream?: true
}

type Trigger =
  /** Told of these events by its own queue, with its own dead letters. */
  | {
      readonly on: 'events'
      readonly events: readonly EventType[]
      /** How many one run takes at most: 10, unless each may take a function's whole time. */
      readonly atOnce?: number
    }
  /** Told of each new object of a bucket by its own queue, with its own dead letters. */
  | { readonly on: 'objects'; readonly bucket: 'inbound'; readonly below: string; readonly atOnce?: number }
  /** The table's stream of new outbox entries. */
  | { readonly on: 'stream' }
  /** A tick; the tick's own time is the time it acts at. */
  | { readonly on: 'schedule'; readonly minutes: number }
  /** The tasks of a workflow of this capability. */
  | { readonly on: 'workflow'; readonly workflow: string }

/** A function beside the API's: own rights, own time, own memory. Its code is `functions/<capability>/<name>.ts`. */
export type Job = {
  readonly name: string
  readonly summary: string
  readonly trigger: Trigger
  readonly uses: JobUses
  readonly timeoutSeconds: number
  readonly memoryMegabytes: number
}

/** A Step Functions workflow: its definition in JSONata, with the ARN of its task function still to be filled in. */
export type Workflow = {
  readonly name: string
  readonly summary: string
  /** The definition (Amazon States Language), given the ARN of each job of the capability by name. */
  readonly definition: (arnOf: (job: string) => string) => object
}

export type Capability = {
  readonly name: string
  readonly summary: string
  readonly routes: Routes
  readonly rules: readonly Rule[]
  readonly records: readonly AnyRecord[]
  readonly jobs?: readonly Job[]
  readonly workflows?: readonly Workflow[]
}

export const capability = <C extends Capability>(declared: C): C => declared
