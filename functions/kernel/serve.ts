/** Binds routes to their handlers as one Lambda function; a missing or surplus handler does not compile. */
import middy from '@middy/core'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context as LambdaContext } from 'aws-lambda'
import type { Route, Routes } from '../../shared/contract/route.ts'
import { isProblem, type Problem, problem } from '../../shared/problems.ts'
import { UnreadableCursor } from '../../shared/table/table.ts'
import type { Handler, Handlers } from './handler.ts'
import { type Ended, takeLine, type World } from './line.ts'
import { countRequest, describe, logger, takeFigures } from './observe.ts'
import { type Answer, presentProblem } from './present.ts'
import { authenticate, type Request } from './request.ts'
import { type MakeWorld, worldWith } from './world.ts'

type Options = {
  /** How a capability of pages shows problems, instead of problem details; may write down what happened. */
  readonly showProblem?: (found: Problem, request: Request, world: World) => Promise<Answer>
  readonly world?: MakeWorld
}

type Served = (event: APIGatewayProxyEventV2, context: LambdaContext) => Promise<APIGatewayProxyStructuredResultV2>

/** No answer may be kept by anyone between, guessed about or framed. */
const always = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
}

export const serve = <T extends Routes>(
  routes: T,
  handlers: Handlers<T>,
  { showProblem = asDetails, world = worldWith() }: Options = {},
): Served => {
  refuseMissingPorts(routes, world)
  const byKey = new Map(
    Object.entries(routes).map(([name, route]) => [
      `${route.method} ${route.path}`,
      { name, route: route as Route, handler: handlers[name] as unknown as Handler<never> },
    ]),
  )
  const dispatch = async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
    const request = authenticate(event)
    const found = byKey.get(event.routeKey)
    const { answer, cause } =
      found === undefined
        ? { answer: await showProblem(problem('not-found'), request, world()), cause: undefined }
        : await answerTo(found.route, found.handler, request, world(), showProblem)
    logger[cause === undefined ? 'info' : 'error']('answered', {
      requestId: request.requestId,
      route: found?.name ?? 'none',
      status: answer.status,
      personId: request.tokenPersonId,
      ...takeFigures(),
      ...(cause === undefined ? {} : describe(cause)),
    })
    countRequest(found?.name ?? 'none', answer.status)
    return {
      statusCode: answer.status,
      headers: { ...always, ...answer.headers, 'x-request-id': request.requestId },
      body: answer.body,
    }
  }
  return middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>().handler(dispatch) as unknown as Served
}

/** A function that lacks what its routes say they use must not start: the first caller would be the one to find out. */
const refuseMissingPorts = (routes: Routes, { given }: MakeWorld): void => {
  if (given === undefined) return
  for (const [name, { uses }] of Object.entries(routes)) {
    if ((uses.documents ?? uses.archive) !== undefined && given.files === undefined)
      throw new Error(`${name} uses files, and its function was given none.`)
    if (uses.directory === true && given.directory === undefined)
      throw new Error(`${name} uses the directory, and its function was given none.`)
  }
}

const answerTo = async (
  route: Route,
  handler: Handler<never>,
  request: Request,
  world: World,
  showProblem: NonNullable<Options['showProblem']>,
): Promise<{ answer: Answer; cause?: unknown }> => {
  try {
    const ended = await takeLine(world, route, handler, request)
    return {
      answer: isProblem(ended) ? await showProblem(ended, request, world) : (ended as Exclude<Ended, Problem>).answer,
    }
  } catch (cause) {
    if (cause instanceof UnreadableCursor) {
      const errors = [{ pointer: '#/cursor', detail: cause.message }]
      return { answer: await showProblem(problem('invalid-input', { errors }), request, world) }
    }
    return {
      answer: await showProblem(problem('internal-error'), request, world).catch(() => lastWord(request)),
      cause,
    }
  }
}

const asDetails = async (found: Problem, request: Request): Promise<Answer> =>
  presentProblem(found, request.language ?? 'en', request.requestId)

const lastWord = (request: Request): Answer => presentProblem(problem('internal-error'), 'en', request.requestId)
