import { People } from '../../shared/people.ts'
import { perhaps } from '../../shared/table/table.ts'
import { amountInWords } from '../approvals/amount-in-words.ts'
import { documentKinds } from '../documents/records.ts'
import { environment } from '../kernel/environment.ts'
import type { Context } from '../kernel/handler.ts'
import { Parties } from '../processing/records.ts'
import type { ApprovalPageView } from './html/approval-page.ts'
import { basicsOf } from './page-answer.ts'
import type { routes } from './routes.ts'

type Showing = Omit<Context<typeof routes.showDocumentApproval>, 'input'>

/** What an approver sees, gathered at this moment: what was said of the document, never its content (P-07). */
export const viewApprovalPage = async (context: Showing): Promise<ApprovalPageView> => {
  const { link, document, dossier, read, language } = context
  const { dossierId, partyId = 'none', kind, number = null, date = null, amount, approval } = document
  const { author, submitter, absent, party } = await read({
    author: perhaps(People, { personId: document.createdBy }),
    submitter: perhaps(People, { personId: approval?.begunBy ?? 'nobody' }),
    absent: perhaps(People, { personId: link.subject.for ?? 'nobody' }),
    party: perhaps(Parties, { dossierId, partyId }),
  })
  const isConfidential = dossier.confidential === true || document.confidential === true
  return {
    ...basicsOf(language),
    facts: isConfidential
      ? null
      : {
          name: document.name,
          author: author?.name ?? '',
          kind: kind === undefined ? null : documentKinds[kind],
          party: party?.name ?? null,
          number,
          date,
          amount: amount === undefined ? null : amountInWords(amount, language),
        },
    dossier: String(dossier.number),
    rule: approval?.ruleName ?? '',
    submitter: submitter?.name ?? '',
    inPlaceOf: absent?.name ?? null,
    submittedAt: approval?.begunAt ?? document.createdAt,
    timeZone: environment.timeZone,
    version: document.version,
  }
}
