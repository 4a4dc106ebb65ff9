/** What whoever took a mail in says of it: whether it is what it seems, and from whom it says (B-12). */
import type { Header } from 'postal-mime'

type Doubt = 'suspicious' | 'not-verified'

/**
 * Why a mail is not believed, if it is not. A check that failed is always heeded. `required`: SES adds its verdicts
 * on top of the headers of every mail, so that the first of each name is its own; without them, or without any sign that
 * the sender's domain stands for the mail, it is not believed.
 */
export const doubtOf = (
  headers: readonly Header[],
  from: string,
  verdicts: 'required' | 'optional',
): Doubt | undefined => {
  const first = (name: string): string | undefined => headers.find(({ key }) => key === name)?.value.trim()
  const scans = ['x-ses-spam-verdict', 'x-ses-virus-verdict'].map((name) => first(name)?.toUpperCase())
  if (scans.includes('FAIL')) return 'suspicious'
  const results = withoutComments(first('authentication-results') ?? '')
  const { dmarc, dkim, spf } = resultsOf(results)
  const isForged = dmarc.includes('fail') || (dmarc.length === 0 && isFailed(dkim) && isFailed(spf))
  if (isForged) return 'suspicious'
  if (verdicts === 'optional') return undefined

  const isScanned = scans.every((verdict) => verdict === 'PASS' || verdict === 'GRAY')
  const isOfSes = /^amazonses\.com\s*;/i.test(results)
  return isScanned && isOfSes && standsFor(domainOf(from), results) ? undefined : 'not-verified'
}

const withoutComments = (value: string): string => value.replaceAll(/\([^()]*\)/g, ' ')

const resultsOf = (results: string) => {
  const of = (method: string) =>
    [...results.matchAll(new RegExp(`(?:^|[;\\s])${method}=(\\w+)`, 'gi'))].map(([, result]) =>
      (result ?? '').toLowerCase(),
    )
  return { dmarc: of('dmarc'), dkim: of('dkim'), spf: of('spf') }
}

const isFailed = (found: readonly string[]): boolean => found.length > 0 && found.every((one) => /fail$/.test(one))

/** Whether the domain stands for the mail: by its policy, by a signature of its own, or by where it was sent from. */
const standsFor = (domain: string, results: string): boolean => {
  const { dmarc, spf } = resultsOf(results)
  if (dmarc.includes('pass')) return true
  const signed = results
    .split(';')
    .filter((part) => /\bdkim=pass\b/i.test(part))
    .map((part) => /\bheader\.(?:d|i)=\S*?@?([a-z0-9.-]+)(?=\s|$)/i.exec(part)?.[1])
  const sent = spf.includes('pass')
    ? /\b(?:smtp\.mailfrom|envelope-from)=(\S+?)(?:;|\s|$)/i.exec(results)?.[1]
    : undefined
  return [...signed, sent].some((one) => one !== undefined && isAligned(domainOf(one), domain))
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase()

/** The same domain, or one within the other (RFC 7489's relaxed alignment). */
const isAligned = (one: string, other: string): boolean =>
  one.includes('.') && (one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`))
