import { describe, expect, test } from 'vitest'
import { activatedPage } from '../../functions/pages/html/activated-page.ts'
import { activationPage } from '../../functions/pages/html/activation-page.ts'
import { approvalAnsweredPage, approvalPage } from '../../functions/pages/html/approval-page.ts'
import { deadLinkPage } from '../../functions/pages/html/dead-link-page.ts'
import { decidedPage } from '../../functions/pages/html/decided-page.ts'
import { decisionPage } from '../../functions/pages/html/decision-page.ts'
import { offerAnsweredPage, offerPage } from '../../functions/pages/html/offer-page.ts'
import type { Page } from '../../functions/pages/html/page.ts'
import { slowDownPage } from '../../functions/pages/html/slow-down-page.ts'
import { somethingWrongPage } from '../../functions/pages/html/something-wrong-page.ts'
import { languages, sampleApproval, sampleDecision, sampleOffer, samplePages, statuses } from './sample-pages.ts'

/** What the pages themselves say, text by text: without what they were given, and the switch to the other language. */
const ownTexts = ({ html }: Page) =>
  html
    .replace(/<style>[^]*?<\/style>|<nav[^]*?<\/nav>/g, '')
    .replace(/ – [^<]*(?=<\/title>)/, '')
    .replace(/<details[^]*?<ul>[^]*?<\/ul>/g, (details) => details.replace(/<ul>[^]*/, ''))
    .replace(/<(bdi|blockquote|time|textarea)\b[^>]*>[^]*?<\/\1>/g, '\n')
    .replace(/<[^>]*>/g, '\n')
    .split('\n')
    .map((text) => text.trim())
    .filter((text) => /\p{L}{2}/u.test(text))

const cases = Object.entries(samplePages).flatMap(([name, build]) =>
  languages.map((language) => ({ name, language, page: build(language) })),
)

describe.each(cases)('B-16: the page "$name" in $language', ({ name, language, page }) => {
  test('is a complete document with its status, its language and one main heading', () => {
    expect(page.status).toBe(statuses[name] ?? 200)
    expect(page.html).toMatch(new RegExp(`^<!doctype html>\\n<html lang="${language}">`))
    for (const tag of ['h1', 'main', 'header', 'title'])
      expect(page.html.match(new RegExp(`<${tag}[ >]`, 'g'))).toHaveLength(1)
  })

  test('runs nothing, fetches nothing, is not indexed and hands its address to nobody', () => {
    expect(page.html).not.toMatch(/<script|<link|<img|<iframe|\son[a-z]+=|\sstyle=|javascript:|https?:|src=/i)
    expect(page.html).toContain('<meta name="referrer" content="no-referrer">')
    expect(page.html).toMatch(/<meta name="robots" content="noindex/)
  })

  test('holds no gap left by a missing value', () => {
    expect(page.html).not.toMatch(/undefined|null|\[object|NaN|Invalid Date/)
  })

  test('spaces its signs as its language does', () => {
    const texts = ownTexts(page).join('\n')
    if (language === 'fr') expect(texts).not.toMatch(/\p{L}[ ]?[?!;]| :|'/u)
    else expect(texts).not.toMatch(/[\s\u00a0\u202f][?!;:]|[éèàçœ«]/u)
  })
})

test.each(Object.entries(samplePages))(
  'B-16: no text of the page "%s" is left in the other language',
  (_name, build) => {
    const neutral = ['Dossier']
    const english = new Set(ownTexts(build('en')))
    const both = ownTexts(build('fr')).filter((text) => english.has(text) && !neutral.includes(text))
    expect(both).toEqual([])
  },
)

test('a link that has just served offers no way back to it, the other pages can be read in the other language', () => {
  for (const { name, language, page } of cases) {
    const other = language === 'en' ? 'fr' : 'en'
    const served = name.startsWith('decided') || name === 'activated'
    expect(page.html.includes(`href="?language=${other}"`), name).toBe(!served)
  }
})

test('P-11: the dead-link page is the same whatever else the caller knows', () => {
  const basics = { language: 'fr', organisation: 'Étude Vasseur' } as const
  const knowing = { ...basics, status: 410, reason: 'expired', name: 'Odile Marchetti-Brun' }
  expect(deadLinkPage(knowing)).toEqual(deadLinkPage(basics))
})

test('no name, address, message or id from outside brings markup or hidden characters into any page', () => {
  const hostile = `"'><script>alert(1)</script>\u202E\u0007\u200B<b onclick=x>`
  const basics = { language: 'en', organisation: hostile } as const
  const person = { name: hostile, email: hostile }
  const pages = [
    decisionPage(
      sampleDecision('en', {
        organisation: hostile,
        requester: person,
        newUser: person,
        dossier: { number: hostile, clientName: hostile },
        profiles: [{ id: 'client-full-access', label: hostile, reach: [hostile] }],
        message: hostile,
        earlier: [{ at: '2026-01-12T09:30:00.000Z', outcome: 'refused', reason: hostile }],
      }),
    ),
    decidedPage({ ...basics, outcome: 'approved', newUserName: hostile, profile: hostile }),
    offerPage(
      sampleOffer('en', {
        organisation: hostile,
        giver: hostile,
        dossier: { number: hostile, clientName: hostile, label: 'open' },
        message: hostile,
      }),
    ),
    offerAnsweredPage({ ...basics, answer: 'accepted', dossier: hostile }),
    approvalPage(
      sampleApproval('en', {
        organisation: hostile,
        facts: {
          name: hostile,
          author: hostile,
          kind: null,
          party: hostile,
          number: hostile,
          date: '2026-04-17',
          amount: hostile,
        },
        dossier: hostile,
        rule: hostile,
        submitter: hostile,
        inPlaceOf: hostile,
      }),
    ),
    approvalAnsweredPage({ ...basics, answer: 'approved', dossier: hostile }),
    activationPage({ ...basics, ...person, minimumLength: 12 }),
    activatedPage({ ...basics, email: hostile }),
    deadLinkPage(basics),
    slowDownPage({ ...basics, seconds: 30 }),
    somethingWrongPage({ ...basics, requestId: hostile }),
  ]
  for (const { html } of pages) {
    for (const piece of ['<script', '<b ', '\u202e', '\u0007', '\u200b']) expect(html).not.toContain(piece)
    expect(html).toContain('&lt;script&gt;')
  }
})

test('a password is never in a page, and what a password manager needs is', () => {
  const html = samplePages['activation, mismatch']?.('en').html ?? ''
  const inputs = html.match(/<input[^>]*>/g) ?? []
  expect(inputs).toHaveLength(3)
  expect(inputs[0]).toMatch(/autocomplete="username" value="odile@marchetti-brun.example" readonly hidden/)
  for (const input of inputs.slice(1)) {
    expect(input).toContain('autocomplete="new-password"')
    expect(input).not.toContain('value=')
  }
  expect(html).toContain('At least 12 characters')
})
