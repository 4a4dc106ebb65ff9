import { expect, test } from 'vitest'
import {
  addressOf,
  hashOfToken,
  isLive,
  linkPurposes,
  makeLink,
  newToken,
  pauseAfter,
  recentFailures,
} from './links.ts'

const NOW = '2026-03-02T09:00:00.000Z'
const secondsLater = (seconds: number) => new Date(Date.parse(NOW) + seconds * 1000).toISOString()
const bound = {
  purpose: 'access-decision',
  personId: 'somebody',
  subject: { dossierId: 'two', requestId: 'one' },
  createdAt: NOW,
  expiresAt: secondsLater(60),
} as const

test('P-11: a token is 256 random bits, never the same twice, and safe in an address', () => {
  const tokens = new Set(Array.from({ length: 1000 }, newToken))
  expect(tokens.size).toBe(1000)
  for (const token of tokens) {
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    expect(token).toMatch(/^[\w-]{43}$/)
  }
})

test('P-11: what is stored is a hash from which the token does not follow', () => {
  const { token, link } = makeLink(bound)
  expect(JSON.stringify(link)).not.toContain(token)
  expect(link.tokenHash).toBe(hashOfToken(token))
  expect(link.tokenHash).not.toBe(hashOfToken(`${token}x`))
})

test('P-11: a link is live until it is used or its time has come, and not at that moment', () => {
  const { link } = makeLink(bound)
  expect(isLive(link, NOW)).toBe(true)
  expect(isLive(link, secondsLater(59))).toBe(true)
  expect(isLive(link, link.expiresAt)).toBe(false)
  expect(isLive({ ...link, usedAt: NOW }, NOW)).toBe(false)
})

test('P-11: a link ends with what it is about, and never later than its purpose allows', () => {
  const { expiresAt: _, ...endless } = bound
  const longest = secondsLater(linkPurposes['access-decision'].days * 86_400)
  expect(makeLink(endless).link.expiresAt).toBe(longest)
  expect(makeLink({ ...bound, expiresAt: secondsLater(365 * 86_400) }).link.expiresAt).toBe(longest)
  expect(makeLink(bound).link.expiresAt).toBe(bound.expiresAt)
})

test('P-11: no link is made that does not say what it is about, or says more than its purpose knows', () => {
  expect(() => makeLink({ ...bound, subject: { requestId: 'one' } })).toThrow('dossierId, requestId')
  expect(() => makeLink({ ...bound, subject: { ...bound.subject, password: 'x' } })).toThrow()
  expect(makeLink({ ...bound, subject: { ...bound.subject, for: 'an absent person' } }).link.subject).toHaveProperty(
    'for',
  )
})

test('every purpose has a page of its own', () => {
  const pages = Object.values(linkPurposes).map(({ page }) => page)
  expect(new Set(pages).size).toBe(pages.length)
})

test('the address leads to the page of its purpose', () => {
  expect(addressOf('https://greffe.example', 'access-decision', 'abc')).toBe(
    'https://greffe.example/access-decisions/abc',
  )
  expect(addressOf('https://greffe.example', 'activation', 'abc')).toBe('https://greffe.example/activations/abc')
})

test('P-11: the first five failures cost nothing, each one after makes the wait longer, up to a quarter of an hour', () => {
  const after = (failures: number) => pauseAfter({ source: 's', failures, lastAt: NOW }, NOW)
  expect([0, 1, 4].map(after)).toEqual([0, 0, 0])
  const pauses = Array.from({ length: 20 }, (_, more) => after(5 + more))
  for (const [at, pause] of pauses.entries()) {
    expect(pause).toBeGreaterThan(0)
    expect(pause).toBeLessThanOrEqual(900)
    if (at > 0) expect(pause).toBeGreaterThanOrEqual(pauses[at - 1] ?? 0)
  }
  expect(pauses.at(-1)).toBe(900)
})

test('the wait ends, and old failures are forgotten after an hour', () => {
  const attempts = { source: 's', failures: 8, lastAt: NOW }
  expect(pauseAfter(attempts, secondsLater(8))).toBe(0)
  expect(recentFailures(attempts, secondsLater(3599))).toBe(8)
  expect(recentFailures(attempts, secondsLater(3601))).toBe(0)
  expect(pauseAfter(undefined, NOW)).toBe(0)
})
