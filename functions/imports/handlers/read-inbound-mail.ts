import { revealedOf } from '../../documents/show-document.ts'
import type { Handler } from '../../kernel/handler.ts'
import { documentsSeen } from '../documents-seen.ts'
import { skipReasons } from '../mail-reasons.ts'
import type { routes } from '../routes.ts'
import { showMail } from '../show-mail.ts'

/**
 * What became of an e-mail. What its files are called is told where one may see the documents that they became, and the
 * rest of its words where one may see all of these: a confidential document is not told of by its mail (D-09).
 */
export const readInboundMail: Handler<typeof routes.readInboundMail> = async (context) => {
  const { mail, dossier, language, may, access, share, assignment } = context
  const ids = mail.attachments.flatMap(({ documentId }) => documentId ?? [])
  const seen = mail.state === 'imported' ? await documentsSeen(ids, context) : new Map<string, never>()
  const ties = { dossier, access, share, assignment }
  // Of a mail that became nothing: whoever would see what it became.
  const seesAll =
    mail.state === 'imported'
      ? seen.size === ids.length
      : may('document.read', { ...ties, document: { createdBy: mail.by ?? '' } })
  return {
    view: {
      ...showMail(mail, language),
      subject: seesAll ? mail.subject : null,
      attachments: mail.attachments.map(({ name, length, documentId, skipped }) => ({
        name: seesAll || seen.has(documentId ?? '') ? name : null,
        length,
        documentId: seen.has(documentId ?? '') ? documentId : null,
        skipped: skipped === null ? null : { code: skipped, text: skipReasons[skipped][language] },
      })),
    },
    revealed: revealedOf(dossier, seen.values()),
  }
}
