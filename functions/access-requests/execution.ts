/** What the workflow of a request is given, and what its tasks pass on. */
export const WORKFLOW = 'access-request'

/** `at` is the moment of whoever called: a tick's own time may be ahead of the machine's. */
export type RequestRun = { readonly dossierId: string; readonly requestId: string; readonly at: string }

/** What the task `next` found: the request has ended, or somebody is to be waited for. */
export type NextStep = RequestRun & { readonly next: 'end' | 'wait' }

export const later = (a: string, b: string): string => (a > b ? a : b)
