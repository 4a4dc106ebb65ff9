/** How a question names what it is about: by the names that the API's own paths have for it. */
import * as z from 'zod/mini'
import { type Action, actions } from '../../shared/actions.ts'
import { id } from '../../shared/contract/schemas.ts'

/** The thing an action is asked of, each by its id; which of them are needed follows from the action. */
export const namedThings = {
  clientId: z.optional(id),
  contactId: z.optional(id),
  dossierId: z.optional(id),
  documentId: z.optional(id),
  /** An approval rule of a dossier. */
  ruleId: z.optional(id),
  versionId: z.optional(id),
  noteId: z.optional(id),
  /** The number of a version of a note. */
  number: z.optional(z.string().check(z.regex(/^\d{1,8}$/))),
  transferId: z.optional(id),
  entryId: z.optional(id),
  requestId: z.optional(id),
  offerId: z.optional(id),
  ownerRequestId: z.optional(id),
  bulkTransferId: z.optional(id),
  clientGroupId: z.optional(id),
  /** What a dossier's portal holds besides. */
  batchId: z.optional(id),
  partyId: z.optional(id),
  importId: z.optional(id),
  arrangementId: z.optional(id),
  mailId: z.optional(id),
  exportId: z.optional(id),
  reportId: z.optional(id),
  seriesId: z.optional(id),
  accountId: z.optional(id),
  paymentFileId: z.optional(id),
  spaceId: z.optional(id),
  spaceEntryId: z.optional(id),
  /** Whom the act is about, where it is about somebody: who is to receive a share, whose sheet it is. */
  aboutPersonId: z.optional(id),
}

/** Of a dossier's own things alone. */
const {
  clientId: _client,
  contactId: _contact,
  dossierId: _dossier,
  bulkTransferId: _bulkTransfer,
  clientGroupId: _clientGroup,
  spaceId: _space,
  spaceEntryId: _entry,
  ...ofDossier
} = namedThings
export const thingsOfDossier = ofDossier

export const action = z.enum(Object.keys(actions) as [Action, ...Action[]])

/** Ids by the names of paths: `personId` there is whom the act is about. */
export type Named = Readonly<Record<string, string | undefined>>
export const asInPaths = ({ aboutPersonId, ...named }: Named): Named => ({ ...named, personId: aboutPersonId })
