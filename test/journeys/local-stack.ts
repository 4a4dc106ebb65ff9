/** The deployed local stack as the tests reach it: where `npm test` says that it is. */
import { readFileSync } from 'node:fs'
import { localCredentials } from '../../infra/local/credentials.ts'
import { openMailbox } from '../../infra/local/mailbox.ts'
import type { Stack } from './cast.ts'

const told = (name: string): string => {
  const value = process.env[name]
  if (value) return value
  throw new Error(`${name} is not set: these tests need the deployed stack, which "npm test" sets up.`)
}

export const localStack = (): Stack => {
  const endpoint = told('GREFFE_ENDPOINT')
  return {
    endpoint,
    apiUrl: told('GREFFE_API'),
    outputs: JSON.parse(readFileSync(told('GREFFE_OUTPUTS'), 'utf8')) as Stack['outputs'],
    mailbox: openMailbox(endpoint),
    folder: new URL('../../samples', import.meta.url).pathname,
  }
}

/** How an SDK client reaches the stack as its owner. */
export const asOwner = ({ endpoint, outputs }: Pick<Stack, 'endpoint' | 'outputs'>) => ({
  endpoint,
  region: outputs.Region ?? '',
  credentials: localCredentials,
})
