/**
 * Which of a dossier's contents a right is about. What is in a dossier is not looked through here: a right that does not
 * depend on the single note or document is told once for all of them.
 */
export const contents = {
  others: 'put in by others and not marked confidential',
  own: 'put in by the person themself and not marked confidential',
  confidential: 'put in by others and marked confidential',
} as const
export type Content = keyof typeof contents
