import { type Problem, problem } from '../../../shared/problems.ts'
import { perhaps } from '../../../shared/table/table.ts'
import type { Document } from '../../documents/records.ts'
import { documentStates } from '../../documents/states.ts'
import type { Handler } from '../../kernel/handler.ts'
import { type ApprovalRule, PortalSettingsOf, settingsAsRead } from '../../portal/records.ts'
import { newTransfer } from '../new-transfer.ts'
import type { routes } from '../routes.ts'
import { showTransfer } from '../show-transfer.ts'
import { whyNotSend } from '../why-not-send.ts'

/**
 * Asks for documents to be sent: all begin together, and none is called sent before it is verified (P-09). What an
 * approval rule covers is sent once it is approved, also where the rule is made at the same moment (P-07).
 */
export const sendDocuments: Handler<typeof routes.sendDocuments> = async (context) => {
  const { actor, dossier, each, language, read, now, newId } = context
  const { dossierId } = dossier
  const documents = each.map(({ document }) => document)
  const { settings } = await read({ settings: perhaps(PortalSettingsOf, { dossierId }) })
  const fault = faultOf(documents, settings?.rules ?? [], language)
  if (fault !== undefined) return fault

  const asked = { dossierId, transferId: newId(), askedBy: actor.personId, askedAt: now }
  const { transfer, writes, events } = newTransfer(asked, documents)
  return {
    // Whoever sends a document may read it: each was decided on.
    view: showTransfer(transfer, transfer.documents, language, {
      documentIds: documents.map(({ documentId }) => documentId),
    }),
    version: 1,
    writes: [...writes, settingsAsRead(dossierId, settings)],
    events,
  }
}

const covered = { en: 'to be approved first', fr: "à approuver d'abord" }

/** The first document that cannot be sent names the problem; each one is pointed at, with what stands in its way. */
const faultOf = (
  documents: readonly Document[],
  rules: readonly ApprovalRule[],
  language: 'en' | 'fr',
): Problem | undefined => {
  const faults = documents.map((document) => whyNotSend(document, rules))
  const errors = documents.flatMap(({ state }, at) => {
    if (faults[at] === undefined) return []
    const words = faults[at] === 'approval-needed' ? covered : documentStates[state]
    return [{ pointer: `#/documentIds/${at}`, detail: words[language] }]
  })
  const first = faults.find((fault) => fault !== undefined)
  return first === undefined ? undefined : problem(first, { errors })
}
