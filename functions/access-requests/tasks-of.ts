import type { Workflows } from '../../shared/ports/workflows.ts'
import type { JobTools } from '../kernel/job.ts'
import { awaitEnd } from './await-end.ts'
import type { NextStep, RequestRun } from './execution.ts'
import { takeNextStep } from './take-next-step.ts'

/** The tasks of the workflow, by the names its states call them. */
export const tasksOf = (workflows: Pick<Workflows, 'answer'>) => ({
  next: (run: RequestRun, tools: JobTools): Promise<NextStep> => takeNextStep(run, tools),
  await: (run: RequestRun, tools: JobTools, token: string): Promise<void> => awaitEnd(run, tools, token, workflows),
})
