import type { Language } from '../../shared/people.ts'
import { environment } from '../kernel/environment.ts'
import { contentSecurityPolicy } from './html/content-security-policy.ts'
import type { Page, PageBasics } from './html/page.ts'

/** What the browser is told besides every page. */
export const pageHeaders = { 'content-security-policy': contentSecurityPolicy } as const

/** What every page is told: the reader's language, and in whose name it speaks. */
export const basicsOf = (language: Language): PageBasics => ({ language, organisation: environment.organisation })

/** A page as a handler gives it. */
export const asOutcome = ({ status, html }: Page) => ({ view: html, status, headers: pageHeaders })
