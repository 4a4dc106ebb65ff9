import { cut } from './cut.ts'
import { finish } from './finish.ts'
import { move } from './move.ts'
import { plan } from './plan.ts'

/** The tasks of the workflow by the names under which it calls them. */
export const tasks = { plan, cut, move, finish }
