/** What was answered to a write that carried an Idempotency-Key: repeated within a day, it gets the same answer. */
import { record } from './table/record.ts'

export type GivenAnswer = {
  readonly actorId: string
  readonly idempotencyKey: string
  /** SHA-256 over method, path and body: the same key for something else is refused. */
  readonly requestHash: string
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly at: string
}

export const IDEMPOTENCY_SECONDS = 86_400

export const GivenAnswers = record<GivenAnswer>()({
  name: 'given-answer',
  holds: 'The answer that a request with an Idempotency-Key got, for a day.',
  key: ({ actorId, idempotencyKey }: { actorId: string; idempotencyKey: string }) => ({
    pk: `IDEMPOTENCY#${actorId}`,
    sk: `KEY#${idempotencyKey}`,
  }),
  by: {},
  expires: ({ at }) => Math.floor(Date.parse(at) / 1000) + IDEMPOTENCY_SECONDS,
})
