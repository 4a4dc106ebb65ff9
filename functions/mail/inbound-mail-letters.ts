/** Whoever sent an e-mail to a dossier is told what became of it (P-06). */
import type { Events } from '../../shared/events.ts'
import { People } from '../../shared/people.ts'
import { perhaps } from '../../shared/table/table.ts'
import { Documents } from '../documents/records.ts'
import { Dossiers } from '../dossiers/records.ts'
import { refusalReasons } from '../imports/mail-reasons.ts'
import { InboundMails } from '../imports/records.ts'
import type { JobTools } from '../kernel/job.ts'
import { type Letter, letter, type Sender, titleOf } from './letters.ts'

/**
 * Only who is known is answered, at the address that is theirs, and no program: nobody can have us write to strangers.
 * Which dossier the address leads to is told to nobody who may not put anything into it.
 */
export const answeringMail = async (
  { dossierId, mailId, by }: Events['inbound-mail-read'],
  sender: Sender,
  { read }: Pick<JobTools, 'read'>,
): Promise<Letter[]> => {
  if (by === null) return []
  const { person, dossier, mail } = await read({
    person: perhaps(People, { personId: by }),
    dossier: perhaps(Dossiers, { dossierId }),
    mail: perhaps(InboundMails, { dossierId, mailId }),
  })
  if (person?.status !== 'active' || dossier === undefined || mail === undefined || mail.automatic) return []
  const came = mail.attachments.filter(({ documentId }) => documentId !== null)
  const documents = await read(
    Object.fromEntries(
      came.map(({ documentId }) => [documentId ?? '', perhaps(Documents, { dossierId, documentId: documentId ?? '' })]),
    ),
  )
  // What a confidential document is called is part of it, and mails travel outside (D-09).
  const isOpen = (documentId: string): boolean =>
    dossier.confidential !== true && documents[documentId] !== undefined && documents[documentId].confidential !== true
  return [
    letter(person, 'inbound-mail-read', {
      ...sender,
      name: person.name,
      dossier: mail.reason === 'sender-not-allowed' ? null : titleOf(dossier),
      reason: mail.reason === null ? null : refusalReasons[mail.reason][person.language],
      documents: came.map(({ name, length, documentId }) => ({ name: isOpen(documentId ?? '') ? name : null, length })),
      skipped: mail.attachments.filter(({ skipped }) => skipped !== null).length,
      receivedAt: mail.receivedAt,
    }),
  ]
}
