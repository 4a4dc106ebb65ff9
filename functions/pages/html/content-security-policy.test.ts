import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { contentSecurityPolicy } from './content-security-policy.ts'
import { deadLinkPage } from './dead-link-page.ts'

test('the policy allows the style that stands in the page, and nothing else', () => {
  const { html } = deadLinkPage({ language: 'fr', organisation: 'Étude Vasseur' })
  const style = /<style>([^]*?)<\/style>/.exec(html)?.[1] ?? ''
  const hash = createHash('sha256').update(style).digest('base64')
  expect(contentSecurityPolicy.split('; ').sort()).toEqual([
    "base-uri 'none'",
    "default-src 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "img-src 'none'",
    `style-src 'sha256-${hash}'`,
  ])
})
