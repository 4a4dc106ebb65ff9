/** The few places where the emulator, reached over plain HTTP on the computer itself, cannot be treated as AWS is. */
import type { IConstruct } from 'constructs'
import { acknowledge } from './acknowledge.ts'

/** Whether resources refuse what comes without TLS: always, but behind an emulator that has none. */
export const isEncryptedOnTheWay = (endpoint: string | undefined): boolean =>
  endpoint === undefined || endpoint.startsWith('https:')

/** Lets stand, on the emulator only, that buckets and queues take what comes without TLS. */
export const acknowledgePlainEndpoint = (scope: IConstruct, endpoint: string | undefined): void => {
  if (isEncryptedOnTheWay(endpoint)) return
  const reason = 'The emulator listens on the loopback interface only, without TLS.'
  acknowledge(scope, { 'AwsSolutions-S10': reason, 'AwsSolutions-SQS4': reason })
}
