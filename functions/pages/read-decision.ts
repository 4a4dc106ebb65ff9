import type { Profile } from '../../shared/roles.ts'
import type { DecisionValues, DecisionView } from './html/decision-page.ts'
import { readReason } from './read-reason.ts'

export type Decision =
  | { readonly decision: 'approve'; readonly profile: Profile }
  | { readonly decision: 'refuse'; readonly reason: string }
  /** No decision yet: more information is asked of whoever asked (P-12). */
  | { readonly decision: 'ask'; readonly question: string }

type Form = DecisionValues & { readonly version?: string | undefined }

/** What the form decides, or why it decides nothing yet: it must be whole, and on the version that is so now (P-12). */
export const readDecision = (
  form: Form,
  { version, profiles, mayAsk }: Pick<DecisionView, 'version' | 'profiles' | 'mayAsk'>,
): Decision | NonNullable<DecisionView['error']> => {
  if (form.version !== version) return 'changed'
  if (form.decision === 'approve') {
    const profile = profiles.find(({ id }) => id === form.profile)?.id
    return profile === undefined ? 'choice-missing' : { decision: 'approve', profile }
  }
  if (form.decision === 'ask' && mayAsk) {
    const read = readReason(form.question)
    if (typeof read === 'string') return read === 'reason-missing' ? 'question-missing' : 'question-too-long'
    return { decision: 'ask', question: read.reason }
  }
  if (form.decision !== 'refuse') return 'choice-missing'
  const reason = readReason(form.reason)
  return typeof reason === 'string' ? reason : { decision: 'refuse', ...reason }
}
