import type { Workflows } from '../../../shared/ports/workflows.ts'
import { awaitAnswer, type Run } from '../../kernel/follow.ts'
import type { JobTools } from '../../kernel/job.ts'
import { ask, expire, passOn, tell } from './follow-steps.ts'
import { look } from './look.ts'

/** The tasks of the workflow, by the names its states call them. */
export const tasksOf = (workflows: Pick<Workflows, 'answer'>) => ({
  look,
  ask,
  'pass-on': passOn,
  await: (run: Run, tools: JobTools, token: string): Promise<void> => awaitAnswer(run, tools, token, workflows),
  expire,
  tell,
})
