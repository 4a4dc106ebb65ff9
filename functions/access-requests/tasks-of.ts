import type { Workflows } from '../../shared/ports/workflows.ts'
import { awaitAnswer, type Run } from '../kernel/follow.ts'
import type { JobTools } from '../kernel/job.ts'
import type { NextStep } from './execution.ts'
import { takeNextStep } from './take-next-step.ts'

/** The tasks of the workflow, by the names its states call them. */
export const tasksOf = (workflows: Pick<Workflows, 'answer'>) => ({
  next: (run: Run, tools: JobTools): Promise<NextStep> => takeNextStep(run, tools),
  await: (run: Run, tools: JobTools, token: string): Promise<void> => awaitAnswer(run, tools, token, workflows),
})
