/** What a person does outside the API: signs in, reads mail, follows links, moves files. Waits for states, never for times. */
import { createHash } from 'node:crypto'
import { CognitoIdentityProviderClient, InitiateAuthCommand } from '@aws-sdk/client-cognito-identity-provider'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { localCredentials } from '../../infra/local/credentials.ts'
import type { Mail, Mailbox } from '../../infra/local/mailbox.ts'
import type { LinkPurpose, linkPurposes } from '../../shared/links.ts'

type Stack = {
  readonly endpoint: string
  readonly outputs: Readonly<Record<string, string>>
  readonly mailbox: Mailbox
}

/** Asks again until something is there; gives up with a sentence that says what was missing. */
export const until = async <T>(what: string, look: () => Promise<T | undefined>, seconds = 60): Promise<T> => {
  const end = Date.now() + seconds * 1000
  for (let pause = 20; ; pause = Math.min(pause * 1.5, 500)) {
    const found = await look()
    if (found !== undefined) return found
    if (Date.now() > end) throw new Error(`After ${seconds} s there was still no ${what}.`)
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
}

export const townOf = ({ endpoint, outputs, mailbox }: Stack) => {
  const client = { endpoint, region: outputs.Region ?? 'eu-west-1', credentials: localCredentials }
  const cognito = new CognitoIdentityProviderClient(client)
  const lambda = new LambdaClient(client)

  return {
    /** The table as its operator reaches it. */
    table: { client: new DynamoDBClient(client), tableName: outputs.TableName ?? '' },

    /** Signs in with address and password; gives the access token. */
    async signIn(email: string, password: string): Promise<string> {
      const { AuthenticationResult } = await cognito.send(
        new InitiateAuthCommand({
          ClientId: outputs.UserPoolClientId,
          AuthFlow: 'USER_PASSWORD_AUTH',
          AuthParameters: { USERNAME: email, PASSWORD: password },
        }),
      )
      if (AuthenticationResult?.AccessToken === undefined) throw new Error(`${email} could not sign in.`)
      return AuthenticationResult.AccessToken
    },

    /** The newest mail to an address that fits, once it has arrived. */
    mailTo: (email: string, fits: (mail: Mail) => boolean = () => true): Promise<Mail> =>
      until(`mail to ${email}`, async () =>
        (await mailbox.list()).find((mail) => mail.to.includes(email) && fits(mail)),
      ),

    /** Sends the clock's tick with a time of its own: what is due by then happens now. */
    async tickAt(time: string): Promise<void> {
      const { FunctionError, Payload } = await lambda.send(
        new InvokeCommand({
          FunctionName: outputs.ClockFunctionName,
          Payload: Buffer.from(JSON.stringify({ id: crypto.randomUUID(), time })),
        }),
      )
      if (FunctionError !== undefined) throw new Error(`The tick failed: ${Buffer.from(Payload ?? []).toString()}`)
    },
  }
}

type PageOfLink = (typeof linkPurposes)[LinkPurpose]['page']

/** The address in a mail that leads to a page of this kind. */
export const linkIn = (mail: Mail, kind: PageOfLink): string => {
  const link = new RegExp(`https?://\\S+/${kind}/[\\w-]+`).exec(mail.text)?.[0]
  if (link === undefined) throw new Error(`There is no link to ${kind} in the mail "${mail.subject}".`)
  return link
}

/** Whoever follows links after others at the same address did, to pages that are dead, waits as they are told. */
const patiently = (ask: () => Promise<Response>): Promise<Response> =>
  until('page that is not slowed down', async () => {
    const answer = await ask()
    return answer.status === 429 ? undefined : answer
  })

/** Fills in a page's form, as a browser without script does. */
export const postForm = async (
  address: string,
  fields: Readonly<Record<string, string>>,
): Promise<{ status: number; page: string }> => {
  const answer = await patiently(() =>
    fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields),
    }),
  )
  return { status: answer.status, page: await answer.text() }
}

export const openPage = async (address: string): Promise<{ status: number; page: string }> => {
  const answer = await patiently(() => fetch(address))
  return { status: answer.status, page: await answer.text() }
}

/** The value of a hidden field of a page. */
export const fieldOf = (page: string, name: string): string =>
  new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(page)?.[1] ??
  new RegExp(`value="([^"]*)"[^>]*name="${name}"`).exec(page)?.[1] ??
  ''

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
