const LONGEST_REASON = 1000

/** Why somebody refuses, as a form sent it, or what is wrong with it. */
export const readReason = (
  typed: string | undefined,
): { readonly reason: string } | 'reason-missing' | 'reason-too-long' => {
  const reason = cleaned(typed ?? '')
  if (reason === '') return 'reason-missing'
  return reason.length > LONGEST_REASON ? 'reason-too-long' : { reason }
}

/** Line ends as we keep them, and no control characters, which no keyboard types into a form. */
const cleaned = (typed: string): string =>
  typed
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, '')
    .trim()
