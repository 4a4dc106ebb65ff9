import { passwordRule } from '../../shared/ports/directory.ts'
import type { ActivationView } from './html/activation-page.ts'

const FEWEST_DIFFERENT_CHARACTERS = 5

/** What is wrong with a chosen password, or `undefined`; what is typed again must be the same. */
export const checkPassword = (
  password: string,
  repeat: string,
  { name, email }: { readonly name: string; readonly email: string },
): ActivationView['error'] => {
  if (password.length < passwordRule.minimumLength) return 'too-short'
  if (password.length > passwordRule.maximumLength) return 'too-long'
  // The pool accepts none that begins or ends with one.
  if (password !== password.trim()) return 'outer-space'
  if (isGuessable(password.toLowerCase(), [name.toLowerCase(), email.toLowerCase()])) return 'too-weak'
  return password === repeat ? undefined : 'mismatch'
}

/** Their own name or address, few different characters, or a run like 123456789012. */
const isGuessable = (password: string, own: readonly string[]): boolean =>
  own.includes(password) || new Set(password).size < FEWEST_DIFFERENT_CHARACTERS || isRun(password)

/** Whether most characters follow the one before them, up or down. */
const isRun = (password: string): boolean => {
  const steps = Array.from(
    { length: password.length - 1 },
    (_, at) => password.charCodeAt(at + 1) - password.charCodeAt(at),
  )
  const alike = (step: number) => steps.filter((one) => one === step).length
  return Math.max(alike(1), alike(-1)) > steps.length * 0.7
}
