import { event } from '../../../shared/events.ts'
import { FollowUps } from '../../../shared/follow-ups.ts'
import { update } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { AccessRequests } from '../records.ts'
import type { routes } from '../routes.ts'
import { showRequest } from '../show-request.ts'

/**
 * Answers the question about a request: those who are to decide are asked again, each by a fresh link. Its time goes on,
 * so that nothing is put off by asking (P-12).
 */
export const giveInformation: Handler<typeof routes.giveInformation> = ({
  actor,
  request,
  followUp,
  steps,
  input,
  now,
}) => {
  const { dossierId, requestId, questions = [] } = request
  const { personId: by } = actor
  const answer = { by, at: now, text: input.text }
  const changes = {
    state: 'pending' as const,
    questions: questions.map((question) => (question.answer === null ? { ...question, answer } : question)),
  }
  const again = { nextAskAt: now, dueAt: now, asked: [] }
  return {
    view: showRequest({ ...request, ...changes }, followUp && { ...followUp, ...again }, now, steps),
    version: request.version + 1,
    writes: [
      update(AccessRequests, request, changes),
      ...(followUp === undefined ? [] : [update(FollowUps, followUp, again)]),
    ],
    events: [event('access-information-given', { dossierId, requestId, by })],
  }
}
