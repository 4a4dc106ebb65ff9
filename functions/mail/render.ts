import { render, toPlainText } from '@react-email/render'
import { createElement } from 'react'
import { accessEnded } from './templates/access-ended.tsx'
import { accessInformationAsked } from './templates/access-information-asked.tsx'
import { accessRequest } from './templates/access-request.tsx'
import { accessRequestApproved } from './templates/access-request-approved.tsx'
import { accessRequestClosed } from './templates/access-request-closed.tsx'
import { accessRequestDeputy } from './templates/access-request-deputy.tsx'
import { accessRequestExpired } from './templates/access-request-expired.tsx'
import { accessRequestRefused } from './templates/access-request-refused.tsx'
import { accessRequestReminder } from './templates/access-request-reminder.tsx'
import { approval } from './templates/approval.tsx'
import { approvalEnded } from './templates/approval-ended.tsx'
import { approvalReminder } from './templates/approval-reminder.tsx'
import { approvalWaits } from './templates/approval-waits.tsx'
import { bulkTransferEnded } from './templates/bulk-transfer-ended.tsx'
import { cleanData, cleanSubject } from './templates/clean-data.ts'
import { clientUserCreated } from './templates/client-user-created.tsx'
import { dailyDigest } from './templates/daily-digest.tsx'
import { documentsNotSent } from './templates/documents-not-sent.tsx'
import { documentsSent } from './templates/documents-sent.tsx'
import { dossierAssigned } from './templates/dossier-assigned.tsx'
import { dossierHandedOver } from './templates/dossier-handed-over.tsx'
import { dossierShared } from './templates/dossier-shared.tsx'
import { dossierWithoutAdministrator } from './templates/dossier-without-administrator.tsx'
import { inboundMailRead } from './templates/inbound-mail-read.tsx'
import { invitation } from './templates/invitation.tsx'
import { Layout } from './templates/layout.tsx'
import type { Language, MailData, MailKind, Template } from './templates/mail-data.ts'
import { notice } from './templates/notice.tsx'
import { offer } from './templates/offer.tsx'
import { offerEnded } from './templates/offer-ended.tsx'
import { offerReminder } from './templates/offer-reminder.tsx'
import { offerWithoutGiver } from './templates/offer-without-giver.tsx'
import { ownerRequest } from './templates/owner-request.tsx'
import { ownerRequestRefused } from './templates/owner-request-refused.tsx'
import { sendingBatchEnded } from './templates/sending-batch-ended.tsx'
import { shareEnded } from './templates/share-ended.tsx'

export type { MailData, MailKind } from './templates/mail-data.ts'

const templates: { [K in MailKind]: Template<K> } = {
  invitation,
  'dossier-assigned': dossierAssigned,
  'client-user-created': clientUserCreated,
  'dossier-handed-over': dossierHandedOver,
  'bulk-transfer-ended': bulkTransferEnded,
  'dossier-shared': dossierShared,
  'share-ended': shareEnded,
  notice,
  'daily-digest': dailyDigest,
  'owner-request': ownerRequest,
  'owner-request-refused': ownerRequestRefused,
  'access-request': accessRequest,
  'access-request-reminder': accessRequestReminder,
  'access-request-approved': accessRequestApproved,
  'access-request-refused': accessRequestRefused,
  'access-request-expired': accessRequestExpired,
  'access-information-asked': accessInformationAsked,
  'access-request-deputy': accessRequestDeputy,
  'access-request-closed': accessRequestClosed,
  'access-ended': accessEnded,
  'dossier-without-administrator': dossierWithoutAdministrator,
  'documents-sent': documentsSent,
  'documents-not-sent': documentsNotSent,
  'inbound-mail-read': inboundMailRead,
  'sending-batch-ended': sendingBatchEnded,
  approval,
  'approval-reminder': approvalReminder,
  'approval-ended': approvalEnded,
  'approval-waits': approvalWaits,
  offer,
  'offer-reminder': offerReminder,
  'offer-ended': offerEnded,
  'offer-without-giver': offerWithoutGiver,
}

/** Headings keep their case: capitals lose accents for some readers and are spelt out by screen readers. */
const plainHeading = { selector: 'h1', options: { uppercase: false, leadingLineBreaks: 2, trailingLineBreaks: 2 } }

/**
 * Writes one mail in one language: a subject of one line, an HTML part and a text part that say the same (B-16).
 * Names and messages are shown as text whatever they contain, and cut when they are endless.
 * @throws TypeError when a link is not an absolute http(s) address.
 * @throws RangeError when a time or time zone does not exist.
 */
export async function renderMail<K extends MailKind>(
  kind: K,
  data: MailData[K],
  language: Language,
): Promise<{ subject: string; html: string; text: string }> {
  const shown = cleanData(data)
  const content = templates[kind](shown, language)
  const subject = cleanSubject(content.subject)

  const props = { ...content, subject, language, organisation: shown.organisation, children: content.body }
  const html = await render(createElement(Layout, props))
  const text = toPlainText(html, { selectors: [plainHeading] }).replace(/ +$/gm, '')
  return { subject, html, text }
}
