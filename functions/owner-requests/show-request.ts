import { stateAt } from './end-request.ts'
import type { OwnerRequest } from './records.ts'

/** A request as it stands at this moment. */
export const showRequest = (request: OwnerRequest, now: string): OwnerRequest => ({
  ...request,
  state: stateAt(request, now),
})
