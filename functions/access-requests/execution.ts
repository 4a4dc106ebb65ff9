import type { Run } from '../kernel/follow.ts'

/** What the workflow of a request is called, and what its tasks pass on. */
export const WORKFLOW = 'access-request'

/** What the task `next` found: the request has ended, or somebody is to be waited for. */
export type NextStep = Run & { readonly next: 'end' | 'wait' }
