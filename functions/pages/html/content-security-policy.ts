import { createHash } from 'node:crypto'
import { pageStyle } from './page-style.ts'

/**
 * The Content-Security-Policy header of every page: nothing is loaded, nothing runs, nothing frames the page, and its
 * form is sent to its own origin only. The one inline style is allowed by the hash of its exact text.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(pageStyle).digest('base64')}'`,
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "img-src 'none'",
].join('; ')
