import { ExecutionAlreadyExists, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn'
import { localCredentials, readLocalTenant } from './credentials.ts'
import { forgetInterrupted, readInterrupted } from './mend-state.ts'

/**
 * Starts again, under the same names and with the same input, the workflows that the last stop interrupted: on AWS they
 * would have gone on. Their tasks do each thing once however often they run.
 * @returns how many were started again.
 */
export async function resumeWorkflows(endpoint: string, noteFile: string): Promise<number> {
  const interrupted = readInterrupted(noteFile)
  const client = new SFNClient({ endpoint, region: readLocalTenant().region, credentials: localCredentials })
  for (const workflow of interrupted) {
    try {
      await client.send(new StartExecutionCommand(workflow))
    } catch (error) {
      if (!(error instanceof ExecutionAlreadyExists)) throw error
    }
  }
  forgetInterrupted(noteFile)
  return interrupted.length
}
