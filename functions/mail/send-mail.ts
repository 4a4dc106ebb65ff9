/** The one function that sends mail: an event's letters, each with its link written down before it leaves. */
import { Links } from '../../shared/links.ts'
import { sesMailer } from '../../shared/ports/aws/ses-mailer.ts'
import type { Mailer } from '../../shared/ports/mailer.ts'
import { create } from '../../shared/table/table.ts'
import { consume } from '../kernel/consume.ts'
import { environment } from '../kernel/environment.ts'
import { type JobTools, TryAgain } from '../kernel/job.ts'
import { askingInformation, tellingAccessEnd, tellingDeputy, tellingNewUser, tellingOutcome } from './access-letters.ts'
import { askingForApproval, tellingApprovalEnd, tellingApprovalWaits } from './approval-letters.ts'
import { tellingBulkTransfer } from './bulk-transfer-letters.ts'
import { answeringMail } from './inbound-mail-letters.ts'
import {
  askingForVerdict,
  inviting,
  type Letter,
  type Sender,
  tellingHandover,
  tellingShare,
  tellingShareEnd,
} from './letters.ts'
import { tellingDigest, tellingNotice } from './notices.ts'
import { askingForAnswer, passingOffer, tellingOfferEnd } from './offer-letters.ts'
import { askingNewOwner, askingOwner, tellingOwnerRequestEnd } from './owner-request-letters.ts'
import { renderMail } from './render.ts'
import { tellingBatch, tellingTransfer } from './sending-letters.ts'
import { wantedLetters } from './wanted-letters.ts'

type Mailed =
  | 'person-invited'
  | 'client-user-created'
  | 'access-verdict-asked'
  | 'access-request-ended'
  | 'access-information-asked'
  | 'client-access-ended'
  | 'transfer-ended'
  | 'archive-export-ended'
  | 'sending-batch-ended'
  | 'share-given'
  | 'share-ended'
  | 'dossiers-handed-over'
  | 'owner-request-made'
  | 'owner-request-ended'
  | 'space-invited'
  | 'space-left'
  | 'space-entry-added'
  | 'space-closed'
  | 'bulk-transfer-ended'
  | 'dossier-state-changed'
  | 'inbound-mail-read'
  | 'pages-arranged'
  | 'figures-published'
  | 'payments-exported'
  | 'digest-due'
  | 'offer-answer-asked'
  | 'offer-told'
  | 'offer-giver-left'
  | 'approval-asked'
  | 'approval-waits'
  | 'approval-ended'

/**
 * Writes and sends. The link is in the table before the mail is on its way, so that no mail carries a link that does
 * not work; a fall between the two leaves a link that nobody holds, and the next delivery makes another.
 */
export const post = async (
  letters: readonly Letter[],
  mailer: Mailer,
  { act }: Pick<JobTools, 'act'>,
): Promise<void> => {
  for (const { to, kind, data, link } of letters) {
    if (link !== undefined) {
      const dossierId = link.subject.dossierId ?? null
      const noted = await act({ action: 'link.mail', dossierId, writes: [create(Links, link)] })
      if (noted === 'conflict') throw new TryAgain('Two links have the same token.')
    }
    await mailer.send({ to: to.email, ...(await renderMail(kind, data as never, to.language)) })
  }
}

/** Writes the letters of an event, and sends those that their readers want at once. */
const posting =
  <E extends { readonly at: string }>(
    lettersOf: (event: E, sender: Sender, tools: JobTools) => Promise<readonly Letter[]>,
  ) =>
  async (event: E, tools: JobTools): Promise<void> => {
    const { organisation, timeZone, sender } = environment
    const letters = await lettersOf(event, { organisation, timeZone }, tools)
    await post(await wantedLetters(letters, event.at, tools), sesMailer({ sender }), tools)
  }

type Writing<D> = (data: D, sender: Sender, tools: JobTools) => Promise<readonly Letter[]>

/** The letters of an event, by everyone who has some to write. */
const writing = <D>(...writers: readonly Writing<D>[]) =>
  posting(async ({ data }: { data: D; at: string }, sender, tools) => {
    const letters = await Promise.all(writers.map((write) => write(data, sender, tools)))
    return letters.flat()
  })

const briefly = posting(tellingNotice)

export const handler = consume<Mailed>('send-mail', {
  'person-invited': writing(inviting),
  'client-user-created': writing(tellingNewUser),
  'access-verdict-asked': writing(askingForVerdict, tellingDeputy),
  'access-request-ended': writing(tellingOutcome),
  'access-information-asked': writing(askingInformation),
  'client-access-ended': writing(tellingAccessEnd),
  'transfer-ended': writing(tellingTransfer),
  'sending-batch-ended': writing(tellingBatch),
  'share-given': writing(tellingShare),
  'share-ended': writing(tellingShareEnd),
  'dossiers-handed-over': writing(tellingHandover, ({ owned }, ...rest) => askingNewOwner(owned, ...rest)),
  'owner-request-made': writing(askingOwner),
  'owner-request-ended': posting(tellingOwnerRequestEnd),
  'space-invited': briefly,
  'space-left': briefly,
  'space-entry-added': briefly,
  'space-closed': briefly,
  'bulk-transfer-ended': writing(tellingBulkTransfer),
  'dossier-state-changed': briefly,
  'archive-export-ended': briefly,
  'inbound-mail-read': posting(async (event, sender, tools) => [
    ...(await answeringMail(event.data, sender, tools)),
    ...(await tellingNotice(event, sender, tools)),
  ]),
  'pages-arranged': briefly,
  'figures-published': briefly,
  'payments-exported': briefly,
  'digest-due': posting(tellingDigest),
  'offer-answer-asked': writing(askingForAnswer),
  'offer-told': writing(tellingOfferEnd, ({ dossierId, outcome }, ...rest) =>
    askingNewOwner(outcome === 'accepted' ? [dossierId] : [], ...rest),
  ),
  'offer-giver-left': writing(passingOffer),
  'approval-asked': writing(askingForApproval),
  'approval-waits': posting(tellingApprovalWaits),
  'approval-ended': writing(tellingApprovalEnd),
})
