/**
 * Which mails are notices, and of which kind: those their reader may have once a day, or not at all (B-06). A mail that is
 * not said to be one does not compile.
 */
import type { NoticeKind } from '../feed/notice-kinds.ts'
import type { MailKind } from './templates/mail-data.ts'

export const letterKinds = {
  // Whoever gets these must act, mostly by the link they carry.
  invitation: 'always',
  'access-request': 'always',
  'access-request-reminder': 'always',
  'access-information-asked': 'always',
  'dossier-without-administrator': 'always',
  approval: 'always',
  'approval-reminder': 'always',
  'approval-waits': 'always',
  offer: 'always',
  'offer-reminder': 'always',
  'documents-not-sent': 'always',
  // The answer to what they sent themself.
  'inbound-mail-read': 'always',
  // As some of it may not have been sent.
  'sending-batch-ended': 'always',
  // What their reader chose is looked at before they are written.
  notice: 'always',
  'daily-digest': 'always',
  'dossier-assigned': 'dossiers',
  'client-user-created': 'access-requests',
  'dossier-shared': 'shares',
  'share-ended': 'shares',
  'dossier-handed-over': 'transfers',
  'bulk-transfer-ended': 'transfers',
  'access-request-approved': 'access-requests',
  'access-request-refused': 'access-requests',
  'access-request-expired': 'access-requests',
  'access-request-deputy': 'access-requests',
  'access-request-closed': 'access-requests',
  'access-ended': 'dossiers',
  'documents-sent': 'sendings',
  'approval-ended': 'approvals',
  'offer-ended': 'offers',
  'offer-without-giver': 'offers',
  'owner-request': 'owner-requests',
  'owner-request-refused': 'owner-requests',
} as const satisfies Record<MailKind, NoticeKind | 'always'>
