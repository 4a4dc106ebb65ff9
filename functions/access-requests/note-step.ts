import type { Stored } from '../../shared/table/record.ts'
import { create, update, type Write } from '../../shared/table/table.ts'
import { type RequestProgress, RequestProgresses, type RequestStep } from './records.ts'

/** The write that adds a step to a request's timeline; that there is still nobody to ask is told once (P-12). */
export const noteStep = (
  of: Pick<RequestProgress, 'dossierId' | 'requestId'>,
  progress: Stored<RequestProgress> | undefined,
  step: RequestStep,
): readonly Write[] => {
  const steps = progress?.steps ?? []
  if (step.step === 'nobody to ask' && steps.at(-1)?.step === step.step) return []
  return [
    progress === undefined
      ? create(RequestProgresses, { dossierId: of.dossierId, requestId: of.requestId, steps: [step] })
      : update(RequestProgresses, progress, { steps: [...steps, step] }),
  ]
}
