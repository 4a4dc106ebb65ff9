import type { Workflows } from '../../../shared/ports/workflows.ts'
import { awaitAnswer, type Run } from '../../kernel/follow.ts'
import type { JobTools } from '../../kernel/job.ts'
import { ask, finish, remind, rest, tellNobodyLeft, tellOwner } from './follow-steps.ts'
import { look } from './look.ts'

/** The tasks of the workflow, by the names its states call them. */
export const tasksOf = (workflows: Pick<Workflows, 'answer'>) => ({
  look,
  ask,
  remind,
  'tell-nobody-left': tellNobodyLeft,
  'tell-owner': tellOwner,
  rest,
  await: (run: Run, tools: JobTools, token: string): Promise<void> => awaitAnswer(run, tools, token, workflows),
  finish,
})
