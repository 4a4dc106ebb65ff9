import type { Language } from '../../shared/people.ts'
import { refusalReasons } from './mail-reasons.ts'
import type { InboundMail } from './records.ts'

/** What an e-mail is to everybody who may see that it came: neither its subject nor the names of its files. */
export const showMail = (mail: InboundMail, language: Language) => {
  const { dossierId, mailId, state, from, by, receivedAt, endedAt } = mail
  const reason = mail.reason === null ? null : { code: mail.reason, text: refusalReasons[mail.reason][language] }
  return { dossierId, mailId, state, reason, from, by, receivedAt, endedAt }
}
