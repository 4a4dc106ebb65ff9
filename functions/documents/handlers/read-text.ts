import { problem } from '../../../shared/problems.ts'
import { perhaps } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { textFailures } from '../extraction/extracted.ts'
import { DocumentTexts, DocumentVersions, textKey } from '../records.ts'
import type { routes } from '../routes.ts'

/** What was read of a document's text, with a short-lived address of it where there is some (C-31). */
export const readText: Handler<typeof routes.readText> = async ({ document, input, read, files, language, now }) => {
  const { documentId } = document
  // Nothing of it leaves: which of its versions holds what the scan found is not known (B-12).
  const versionId = input.versionId ?? document.currentVersionId
  if (versionId === null) return problem('upload-not-complete')
  const { version, text } = await read({
    version: perhaps(DocumentVersions, { documentId, versionId }),
    text: perhaps(DocumentTexts, { documentId, versionId }),
  })
  if (version === undefined) return problem('not-found')
  if (version.state !== 'received') return problem('upload-not-complete')
  if (text === undefined)
    return { view: { versionId, state: 'waiting', reason: null, characters: null, pages: null, download: null } }

  const { state, reason, characters, pages, length, sha256, storedVersionId } = text
  const place = { bucket: 'documents', key: textKey(text), versionId: storedVersionId } as const
  const name = `${version.name}.txt`
  const download =
    length === null || sha256 === null
      ? null
      : { ...(await files.download({ ...place, name }, now)), length, sha256, name }
  return {
    view: {
      versionId,
      state,
      reason: reason === null ? null : { code: reason, text: textFailures[reason][language] },
      characters,
      pages,
      download,
    },
  }
}
