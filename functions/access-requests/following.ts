/** What events change about the workflows of access requests (P-12). */
import { type FollowUp, FollowUps } from '../../shared/follow-ups.ts'
import type { Workflows } from '../../shared/ports/workflows.ts'
import type { Stored } from '../../shared/table/record.ts'
import { perhaps } from '../../shared/table/table.ts'
import { startFollowing, stopFollowing, wakeExecution } from '../kernel/follow.ts'
import type { JobTools } from '../kernel/job.ts'
import { WORKFLOW } from './execution.ts'
import { type RequestClaim, RequestClaims } from './records.ts'

type OfRequest = { readonly data: { readonly dossierId: string; readonly requestId: string }; readonly at: string }
type OfDossier = { readonly data: { readonly dossierId: string | null } }

const PAGE = 50

export const following = (workflows: Workflows) => ({
  started: ({ data: { dossierId, requestId }, at }: OfRequest): Promise<void> =>
    startFollowing(WORKFLOW, { dossierId, requestId, at }, workflows),

  stopped: ({ data: { dossierId, requestId }, at }: OfRequest, tools: JobTools): Promise<void> =>
    stopFollowing({ dossierId, requestId, at }, tools, workflows),

  /** What was asked about a request was answered: those who are to decide are asked again at once. */
  woken: async ({ data: { dossierId, requestId } }: OfRequest, tools: JobTools): Promise<void> => {
    const { followUp } = await tools.read({ followUp: perhaps(FollowUps, { dossierId, requestId }) })
    if (followUp !== undefined) await wakeExecution(followUp, tools, workflows)
  },

  /** Something changed in a dossier that may leave its waiting requests without a need for a verdict. */
  lookedAgain: async ({ data: { dossierId } }: OfDossier, tools: JobTools): Promise<void> => {
    if (dossierId === null) return
    let cursor: string | undefined
    do {
      const of = { dossierId }
      const page = await tools.table.list<RequestClaim>(RequestClaims.by.ofDossier, of, { limit: PAGE, cursor })
      cursor = page.cursor ?? undefined
      const claimed = page.items.map((claim) => [claim.requestId, perhaps(FollowUps, claim)] as const)
      const found = claimed.length === 0 ? {} : await tools.read(Object.fromEntries(claimed))
      const waiting = Object.values(found).filter((followUp): followUp is Stored<FollowUp> => followUp !== undefined)
      for (const followUp of waiting) await wakeExecution(followUp, tools, workflows)
    } while (cursor !== undefined)
  },
})
