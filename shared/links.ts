/**
 * Every link that a mail carries is made and checked here. A link is 256 random bits, stored as its hash only; it is
 * bound to one person, one purpose and one subject, serves once and expires (P-11).
 */
import { createHash, randomBytes } from 'node:crypto'
import type { Action } from './actions.ts'
import { addSeconds, DAY } from './ports/clock.ts'
import { record } from './table/record.ts'

/** What a link is for, said once: its page, what it lets its holder do there, how long it serves, and what it is about. */
type PurposeOfLink = {
  /** Where its page is, below the public address. */
  readonly page: string
  /** The action that decides whether it serves, and that it does. */
  readonly action: Action
  /** It serves for so many days at most; what it is about may end before. */
  readonly days: number
  /** What it is about: these fields, and perhaps those besides. */
  readonly subject: readonly string[]
  readonly besides?: readonly string[]
}

export const linkPurposes = {
  'access-decision': {
    page: 'access-decisions',
    action: 'access-request.decide',
    days: 90,
    subject: ['dossierId', 'requestId'],
    // The absent person in whose place its holder decides, and the client group for which they do.
    besides: ['for', 'clientGroupId'],
  },
  activation: { page: 'activations', action: 'account.activate', days: 14, subject: [] },
  'offer-answer': {
    page: 'offer-answers',
    action: 'offer.answer-by-link',
    days: 60,
    subject: ['dossierId', 'offerId'],
  },
  'document-approval': {
    page: 'document-approvals',
    action: 'document.approve-by-link',
    days: 90,
    subject: ['dossierId', 'documentId'],
    besides: ['approvalId', 'for', 'versionId'],
  },
} as const satisfies Record<string, PurposeOfLink>

export type LinkPurpose = keyof typeof linkPurposes

const purposeOf = (purpose: LinkPurpose): PurposeOfLink => linkPurposes[purpose]

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

/** When a link ends at the latest. */
const longestOf = (purpose: LinkPurpose, createdAt: string): string =>
  addSeconds(createdAt, purposeOf(purpose).days * DAY)

/**
 * Makes a link and its token; the token goes into the mail and nowhere else. It ends with what it is about, or after the
 * longest time of its purpose. Throws where it is not said what it is about.
 */
export const makeLink = ({
  expiresAt,
  ...link
}: Omit<Link, 'tokenHash' | 'usedAt' | 'expiresAt'> & { readonly expiresAt?: string }): {
  readonly token: string
  readonly link: Link
} => {
  const { subject, besides = [] } = purposeOf(link.purpose)
  const said = Object.keys(link.subject)
  if (
    !subject.every((field) => said.includes(field)) ||
    !said.every((field) => [...subject, ...besides].includes(field))
  )
    throw new Error(`A link of the purpose ${link.purpose} is about ${subject.join(', ') || 'nothing'}.`)
  const token = newToken()
  const longest = longestOf(link.purpose, link.createdAt)
  const ends = expiresAt === undefined || expiresAt > longest ? longest : expiresAt
  return { token, link: { ...link, expiresAt: ends, tokenHash: hashOfToken(token) } }
}

export const addressOf = (publicUrl: string, purpose: LinkPurpose, token: string): string =>
  `${publicUrl}/${purposeOf(purpose).page}/${token}`

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
