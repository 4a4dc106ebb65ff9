import { expect, test } from 'vitest'
import { tasksOf } from './tasks-of.ts'
import { accessRequest } from './workflow.ts'

type State = { readonly Type: string; readonly [field: string]: unknown }
const definition = accessRequest.definition((job) => `arn of ${job}`) as {
  readonly StartAt: string
  readonly States: Readonly<Record<string, State>>
}
const states = Object.entries(definition.States)
const payloads = states.flatMap(([name, { Arguments }]) =>
  Arguments === undefined ? [] : [{ name, payload: (Arguments as { Payload: Record<string, string> }).Payload }],
)

test('every task that the workflow names exists, and every task is named', () => {
  const known = Object.keys(tasksOf({ answer: async () => 'gone' }))
  expect(new Set(payloads.map(({ payload }) => payload.task))).toEqual(new Set(known))
})

test('every way out of a state leads to one that exists, and the end is reached only when the request has ended', () => {
  const leads = states.flatMap(([, { Next, Default, Choices = [], Catch = [] }]) => [
    Next,
    Default,
    ...(Choices as State[]).map((choice) => choice.Next),
    ...(Catch as State[]).map((caught) => caught.Next),
  ])
  for (const next of leads.filter((one) => one !== undefined)) expect(Object.keys(definition.States)).toContain(next)
  expect(leads.filter((next) => next === 'Ended')).toHaveLength(1)
})

test('P-12: a waiting execution is never deaf: it times out within a day and looks again', () => {
  expect(definition.States.Await).toMatchObject({
    Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
    TimeoutSeconds: 86_400,
    Catch: [{ ErrorEquals: ['States.Timeout'], Next: 'Next' }],
  })
  // A timeout is no error to be retried: it must reach the catch.
  expect(definition.States.Await?.Retry).toMatchObject([{ ErrorEquals: ['States.TaskFailed'] }])
})

test('only the waiting state is given a token', () => {
  expect(payloads.filter(({ payload }) => 'token' in payload).map(({ name }) => name)).toEqual(['Await'])
})
