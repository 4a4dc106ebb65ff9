import { problem } from '../../../shared/problems.ts'
import { perhaps } from '../../../shared/table/table.ts'
import { DocumentVersions } from '../../documents/records.ts'
import type { Handler } from '../../kernel/handler.ts'
import { documentsSeen, revealedOf } from '../documents-seen.ts'
import type { routes } from '../routes.ts'
import { firstOfSame } from '../same-files.ts'

/** Which files of an import have come; whoever may see none of its documents is told of no such import (P-04). */
export const readImport: Handler<typeof routes.readImport> = async (context) => {
  const { batch, dossier, read } = context
  const seen = await documentsSeen(
    batch.files.map(({ documentId }) => documentId),
    context,
  )
  if (seen.size === 0) return problem('not-found')
  const mine = batch.files.filter(({ documentId }) => seen.has(documentId))
  const versions = await read(
    Object.fromEntries(
      mine.map(({ documentId, versionId }) => [versionId, perhaps(DocumentVersions, { documentId, versionId })]),
    ),
  )
  const files = mine.flatMap((file, at) => {
    const [document, version] = [seen.get(file.documentId), versions[file.versionId]]
    if (document === undefined || version === undefined) return []
    const { name, length } = version
    return [
      {
        ...file,
        name,
        length,
        sameAs: firstOfSame(mine, at),
        state: document.state,
        come: version.state === 'received',
      },
    ]
  })
  const come = files.filter((file) => file.come).length
  const { importId, createdAt, createdBy } = batch
  return {
    view: { importId, createdAt, createdBy, come, missing: files.length - come, files },
    revealed: revealedOf(dossier, seen.values()),
  }
}
