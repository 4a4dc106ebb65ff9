/** The one function that sends mail: an event's letters, each with its link written down before it leaves. */
import { Links } from '../../shared/links.ts'
import { sesMailer } from '../../shared/ports/aws/ses-mailer.ts'
import type { Mailer } from '../../shared/ports/mailer.ts'
import { create } from '../../shared/table/table.ts'
import { consume } from '../kernel/consume.ts'
import { environment } from '../kernel/environment.ts'
import { type JobTools, TryAgain } from '../kernel/job.ts'
import {
  askingForVerdict,
  inviting,
  type Letter,
  type Sender,
  tellingHandover,
  tellingNewUser,
  tellingOutcome,
  tellingShare,
  tellingShareEnd,
  tellingTransfer,
} from './letters.ts'
import { askingForAnswer, passingOffer, tellingOfferEnd } from './offer-letters.ts'
import { renderMail } from './render.ts'

type Mailed =
  | 'person-invited'
  | 'client-user-created'
  | 'access-verdict-asked'
  | 'access-request-ended'
  | 'transfer-ended'
  | 'share-given'
  | 'share-ended'
  | 'dossiers-handed-over'
  | 'offer-answer-asked'
  | 'offer-told'
  | 'offer-giver-left'

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

const writing =
  <D>(letters: (data: D, sender: Sender, tools: JobTools) => Promise<Letter[]>) =>
  async ({ data }: { data: D }, tools: JobTools): Promise<void> => {
    const { organisation, timeZone, sender } = environment
    await post(await letters(data, { organisation, timeZone }, tools), sesMailer({ sender }), tools)
  }

export const handler = consume<Mailed>('send-mail', {
  'person-invited': writing(inviting),
  'client-user-created': writing(tellingNewUser),
  'access-verdict-asked': writing(askingForVerdict),
  'access-request-ended': writing(tellingOutcome),
  'transfer-ended': writing(tellingTransfer),
  'share-given': writing(tellingShare),
  'share-ended': writing(tellingShareEnd),
  'dossiers-handed-over': writing(tellingHandover),
  'offer-answer-asked': writing(askingForAnswer),
  'offer-told': writing(tellingOfferEnd),
  'offer-giver-left': writing(passingOffer),
})
