import { finish } from './finish.ts'
import { plan } from './plan.ts'
import { send } from './send.ts'

/** The tasks of the workflow by the names under which it calls them. */
export const tasks = { plan, send, finish }
