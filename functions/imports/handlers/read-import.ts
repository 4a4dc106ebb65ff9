import { problem } from '../../../shared/problems.ts'
import { revealedOf } from '../../documents/show-document.ts'
import type { Handler } from '../../kernel/handler.ts'
import { filesSeen } from '../files-seen.ts'
import type { routes } from '../routes.ts'
import { firstOfSame } from '../same-files.ts'

/** Which files of an import have come; whoever may see none of its documents is told of no such import (P-04). */
export const readImport: Handler<typeof routes.readImport> = async (context) => {
  const { batch, dossier } = context
  const seen = await filesSeen(batch, context)
  if (seen.length === 0) return problem('not-found')
  const contents = seen.map(({ file }) => file)
  const files = seen.map(({ file, document: { state }, version: { name, length, ...version } }, at) => ({
    ...file,
    name,
    length,
    state,
    sameAs: firstOfSame(contents, at),
    come: version.state === 'received',
  }))
  const come = files.filter((file) => file.come).length
  const { importId, createdAt, createdBy } = batch
  return {
    view: { importId, createdAt, createdBy, come, missing: files.length - come, files },
    revealed: revealedOf(
      dossier,
      seen.map(({ document }) => document),
    ),
  }
}
