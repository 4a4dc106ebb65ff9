import { isProblem, problem } from '../../../shared/problems.ts'
import type { Stored } from '../../../shared/table/record.ts'
import { lookAtUpload } from '../../documents/look-at-upload.ts'
import { mayReceive, receiveVersion } from '../../documents/receive-version.ts'
import type { Document, DocumentVersion } from '../../documents/records.ts'
import { revealedOf } from '../../documents/show-document.ts'
import type { Handler, Tools } from '../../kernel/handler.ts'
import { filesSeen } from '../files-seen.ts'
import { inTurn } from '../in-turn.ts'
import type { routes } from '../routes.ts'

/** So many are received in one call: each is two writes and an event of the one transaction. */
const TOGETHER = 30
/** How many uploads are looked at side by side. */
const SIDE_BY_SIDE = 8

/**
 * Receives all files of an import whose bytes have come as they were announced, together; of each it says what was
 * found. What has been received before is not looked at again (P-06, C-31).
 */
export const completeImport: Handler<typeof routes.completeImport> = async (context) => {
  const { batch, dossier, files, now } = context
  const seen = await filesSeen(batch, context)
  if (seen.length === 0) return problem('not-found')
  const looked = await inTurn(SIDE_BY_SIDE, seen, async ({ file: { documentId, versionId }, document, version }) => ({
    documentId,
    versionId,
    ...(await lookAt(files, now, document, version)),
  }))
  const come = looked.filter(({ received }) => received !== undefined)
  const later = new Set(come.slice(TOGETHER))
  const received = come.slice(0, TOGETHER).map((one) => one.received)
  return {
    view: {
      importId: batch.importId,
      again: later.size > 0,
      files: looked.map((one) => ({ ...one, found: later.has(one) ? ('not-looked-at' as const) : one.found })),
    },
    writes: received.flatMap((one) => one?.writes ?? []),
    events: received.flatMap((one) => one?.events ?? []),
    revealed: revealedOf(
      dossier,
      seen.map(({ document }) => document),
    ),
  }
}

type Looked = {
  readonly found: 'received' | 'upload-not-found' | 'upload-differs' | 'document-in-transfer'
  readonly received?: ReturnType<typeof receiveVersion>
}

const lookAt = async (
  files: Tools['files'],
  now: string,
  document: Stored<Document>,
  version: Stored<DocumentVersion>,
): Promise<Looked> => {
  if (version.state === 'received') return { found: 'received' }
  if (version.state !== 'awaiting-upload') return { found: 'upload-not-found' }
  if (!mayReceive(document, version)) return { found: 'document-in-transfer' }
  const found = await lookAtUpload(files, version)
  if (!isProblem(found)) return { found: 'received', received: receiveVersion({ document, version, found, now }) }
  return { found: found.problem === 'upload-differs' ? 'upload-differs' : 'upload-not-found' }
}
