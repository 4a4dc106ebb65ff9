/** The form of answers about reach and change. */
import * as z from 'zod/mini'
import { id, time } from '../../shared/contract/schemas.ts'
import { type Content, contents } from './contents.ts'

/** A thing by its ids; its label only for whoever may read it. */
const ThingView = z.object({
  kind: z.string(),
  personId: z.optional(id),
  clientId: z.optional(id),
  dossierId: z.optional(id),
  documentId: z.optional(id),
  noteId: z.optional(id),
  transferId: z.optional(id),
  entryId: z.optional(id),
  requestId: z.optional(id),
  label: z.optional(z.string()),
})

/** Of what is in a dossier: which of it. A right that is about no content says nothing here. */
const content = z.optional(z.array(z.enum(Object.keys(contents) as [Content, ...Content[]])))
const cause = { rule: z.string(), source: z.string(), path: z.array(z.string()) }

const RightView = z.object({ action: z.string(), content, causes: z.array(z.object(cause)) })

export const ReachView = z.object({
  resource: ThingView,
  can: z.array(
    z.object({
      action: z.string(),
      content,
      causes: z.array(
        z.object({
          ...cause,
          since: z.nullable(time),
          until: z.nullable(time),
          givenBy: z.nullable(z.string()),
          requestId: z.nullable(id),
        }),
      ),
    }),
  ),
})

export const SimulationView = z.object({
  changes: z.array(
    z.object({
      person: z.object({ personId: id, name: z.optional(z.string()) }),
      resource: ThingView,
      gains: z.array(RightView),
      loses: z.array(RightView),
    }),
  ),
  cursor: z.nullable(z.string()),
  /** On the last page: what a saver quotes so that the change is refused if it would no longer do exactly this. */
  simulation: z.nullable(z.string()),
})
