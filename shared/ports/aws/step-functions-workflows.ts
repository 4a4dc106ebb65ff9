import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from '@aws-sdk/client-sfn'
import type { Workflows } from '../workflows.ts'

type Options = { readonly arns: Readonly<Record<string, string>>; readonly client?: SFNClient }

/** Workflows in Step Functions; `arns` names the state machine of each. */
export const stepFunctionsWorkflows = ({ arns, client = new SFNClient({}) }: Options): Workflows => {
  const arnOf = (workflow: string): string => {
    const arn = arns[workflow]
    if (arn === undefined) throw new Error(`No state machine is known for the workflow ${workflow}.`)
    return arn
  }
  return {
    async start(workflow, name, input) {
      try {
        await client.send(
          new StartExecutionCommand({ stateMachineArn: arnOf(workflow), name, input: JSON.stringify(input) }),
        )
      } catch (error) {
        if (!(error instanceof ExecutionAlreadyExists)) throw error
      }
    },

    async answer(token, output) {
      try {
        await client.send(new SendTaskSuccessCommand({ taskToken: token, output: JSON.stringify(output) }))
        return 'answered'
      } catch (error) {
        if (error instanceof TaskDoesNotExist || error instanceof TaskTimedOut) return 'gone'
        throw error
      }
    },

    async isRunning(workflow, name) {
      try {
        const executionArn = `${arnOf(workflow).replace(':stateMachine:', ':execution:')}:${name}`
        const { status } = await client.send(new DescribeExecutionCommand({ executionArn }))
        return status === 'RUNNING'
      } catch (error) {
        if (error instanceof ExecutionDoesNotExist) return false
        throw error
      }
    },
  }
}
