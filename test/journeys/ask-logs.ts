/** The log groups of the stack: there is no client of them among our dependencies, and these few questions are all. */
import { localCredentials } from '../../infra/local/credentials.ts'
import type { Stack } from './cast.ts'

type Reached = Pick<Stack, 'endpoint' | 'outputs'>

const ask = async <T>({ endpoint, outputs }: Reached, operation: string, input: object): Promise<T> => {
  // The emulator reads the signer's name only.
  const scope = `20260101/${outputs.Region}/logs/aws4_request`
  const answer = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `Logs_20140328.${operation}`,
      authorization: `AWS4-HMAC-SHA256 Credential=${localCredentials.accessKeyId}/${scope}, SignedHeaders=host, Signature=0`,
    },
    body: JSON.stringify(input),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${operation} answered ${answer.status}: ${text}`)
  return (text === '' ? {} : JSON.parse(text)) as T
}

type Page = { readonly nextToken?: string }
type Groups = Page & { readonly logGroups: readonly { readonly logGroupName: string }[] }
type Lines = Page & { readonly events: readonly { readonly message: string }[] }

/** There are more functions than one page of log groups holds. */
async function* pagesOf<P extends Page>(stack: Reached, operation: string, input: object): AsyncGenerator<P> {
  let nextToken: string | undefined
  do {
    const page: P = await ask(stack, operation, { ...input, ...(nextToken === undefined ? {} : { nextToken }) })
    yield page
    nextToken = page.nextToken
  } while (nextToken !== undefined)
}

/** Every line of every log group whose name begins so, with the group's name before it. */
export const logLines = async (stack: Reached, prefix: string): Promise<string[]> => {
  const lines: string[] = []
  for await (const { logGroups } of pagesOf<Groups>(stack, 'DescribeLogGroups', { logGroupNamePrefix: prefix }))
    for (const { logGroupName } of logGroups)
      for await (const { events } of pagesOf<Lines>(stack, 'FilterLogEvents', { logGroupName }))
        lines.push(...events.map(({ message }) => `${logGroupName}: ${message}`))
  return lines
}

/** Writes lines into a log group of one's own. */
export const plantLogLines = async (
  stack: Reached,
  logGroupName: string,
  messages: readonly string[],
): Promise<void> => {
  const logStreamName = 'planted'
  await ask(stack, 'CreateLogGroup', { logGroupName })
  await ask(stack, 'CreateLogStream', { logGroupName, logStreamName })
  const logEvents = messages.map((message) => ({ message, timestamp: Date.now() }))
  await ask(stack, 'PutLogEvents', { logGroupName, logStreamName, logEvents })
}
