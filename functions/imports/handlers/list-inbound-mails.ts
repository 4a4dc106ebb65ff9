import { perhaps } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { type InboundMail, InboundMails } from '../records.ts'
import type { routes } from '../routes.ts'
import { showMail } from '../show-mail.ts'

/** What came to a dossier by e-mail, newest first. The index lags, so that what it names is read again. */
export const listInboundMails: Handler<typeof routes.listInboundMails> = async (context) => {
  const { dossier, input, list, read, language } = context
  const { dossierId } = dossier
  const page = await list<InboundMail>(InboundMails.by.ofDossier, { dossierId }, { ...input, newestFirst: true })
  const fresh = await read(
    Object.fromEntries(page.items.map(({ mailId }) => [mailId, perhaps(InboundMails, { dossierId, mailId })])),
  )
  const mails = page.items.flatMap(({ mailId }) => fresh[mailId] ?? [])
  return {
    view: {
      items: mails.map((mail) => ({ ...showMail(mail, language), attachments: mail.attachments.length })),
      cursor: page.cursor,
    },
  }
}
