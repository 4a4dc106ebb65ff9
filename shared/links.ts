/**
 * Every link that a mail carries is made and checked here. A link is 256 random bits, stored as its hash only; it is
 * bound to one person, one purpose and one subject, serves once and expires (P-11).
 */
import { createHash, randomBytes } from 'node:crypto'
import { record } from './table/record.ts'

export type LinkPurpose = 'access-decision' | 'activation' | 'offer-answer' | 'document-approval'

export type Link = {
  /** SHA-256 of the token, base64url. */
  readonly tokenHash: string
  readonly purpose: LinkPurpose
  /** Whom it was mailed to, and for whom alone it acts. */
  readonly personId: string
  /** What it is about. */
  readonly subject: Readonly<Record<string, string>>
  readonly createdAt: string
  readonly expiresAt: string
  readonly usedAt?: string | undefined
}

const DAYS_KEPT_AFTER_EXPIRY = 30

export const Links = record<Link>()({
  name: 'link',
  holds: 'A link that was mailed, under the hash of its token.',
  key: ({ tokenHash }: { tokenHash: string }) => ({ pk: `LINK#${tokenHash}`, sk: 'LINK' }),
  by: {},
  secret: ['tokenHash'],
  expires: ({ expiresAt }) => Math.floor(Date.parse(expiresAt) / 1000) + DAYS_KEPT_AFTER_EXPIRY * 86_400,
})

/** A new token: 256 random bits, base64url (43 characters). */
export const newToken = (): string => randomBytes(32).toString('base64url')

export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('base64url')

/** Makes a link and its token; the token goes into the mail and nowhere else. */
export const makeLink = (link: Omit<Link, 'tokenHash' | 'usedAt'>): { readonly token: string; readonly link: Link } => {
  const token = newToken()
  return { token, link: { ...link, tokenHash: hashOfToken(token) } }
}

/** Where each purpose's page is, below the public address. */
const pageOf: Record<LinkPurpose, string> = {
  'access-decision': 'access-decisions',
  activation: 'activations',
  'offer-answer': 'offer-answers',
  'document-approval': 'document-approvals',
}

export const addressOf = (publicUrl: string, purpose: LinkPurpose, token: string): string =>
  `${publicUrl}/${pageOf[purpose]}/${token}`

export const isLive = (link: Link, now: string): boolean => link.usedAt === undefined && link.expiresAt > now

/** How often somebody at one address followed links that lead nowhere. */
export type Attempts = { readonly source: string; readonly failures: number; readonly lastAt: string }

const FREE_FAILURES = 5
const WINDOW_SECONDS = 3600
const LONGEST_PAUSE_SECONDS = 900

export const LinkAttempts = record<Attempts>()({
  name: 'link-attempts',
  holds: 'How often one network address (hashed) followed dead links lately.',
  key: ({ source }: { source: string }) => ({ pk: `ATTEMPTS#${source}`, sk: 'ATTEMPTS' }),
  by: {},
  expires: ({ lastAt }) => Math.floor(Date.parse(lastAt) / 1000) + WINDOW_SECONDS,
})

/** The failures that still count at this moment. */
export const recentFailures = (attempts: Attempts | undefined, now: string): number =>
  attempts === undefined || Date.parse(now) - Date.parse(attempts.lastAt) > WINDOW_SECONDS * 1000
    ? 0
    : attempts.failures

/** Seconds to wait before the next try: none for the first five failures, then doubling up to a quarter of an hour. */
export const pauseAfter = (attempts: Attempts | undefined, now: string): number => {
  const failures = recentFailures(attempts, now)
  if (attempts === undefined || failures < FREE_FAILURES) return 0
  const pause = Math.min(2 ** (failures - FREE_FAILURES), LONGEST_PAUSE_SECONDS)
  const left = pause - (Date.parse(now) - Date.parse(attempts.lastAt)) / 1000
  return Math.max(0, Math.ceil(left))
}
