import { html, raw } from 'hono/html'
import type { Bilingual } from '../../../shared/roles.ts'
import { pageStyle } from './page-style.ts'
import { type Html, oneLine, show, written } from './show-text.ts'

/** The languages of the pages. */
export type Language = keyof Bilingual

/** A finished page: the HTTP status that fits it, and its whole document, to be sent as `text/html; charset=utf-8`. */
export type Page = { readonly status: number; readonly html: string }

/** What every page is told: the reader's language and the organisation in whose name it speaks. */
export type PageBasics = { readonly language: Language; readonly organisation: string }

type PageParts = PageBasics & {
  readonly status: number
  /** Title of the window; the organisation is added. Holds no personal data, because browsers keep it in their history. */
  readonly title: string
  readonly main: Html
  readonly footer?: Html | string
  /** Only where the address still answers with this page: a link that has just served would open the dead-link page. */
  readonly languageSwitch: boolean
}

const otherLanguage = {
  en: { code: 'fr', name: 'Français', label: 'Language' },
  fr: { code: 'en', name: 'English', label: 'Langue' },
} as const satisfies Record<Language, unknown>

const switchLink = (language: Language): Html => {
  const { code, name, label } = otherLanguage[language]
  return html`<nav aria-label="${label}"><a href="?language=${code}" hreflang="${code}" lang="${code}">${name}</a></nav>`
}

/**
 * The frame of every page (B-16): landmarks, language, one style, no script, nothing fetched, and no address of the
 * page handed on (`no-referrer`), since the address is the key.
 */
export const page = ({ language, organisation, status, title, main, footer, languageSwitch }: PageParts): Page => ({
  status,
  html: written(html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<title>${title} – ${oneLine(organisation)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex, nofollow">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
<style>${raw(pageStyle)}</style>
</head>
<body>
<header>
<p class="organisation">${show(organisation)}</p>
${languageSwitch && switchLink(language)}
</header>
<main>
${main}
</main>
${footer && html`<footer><p>${footer}</p></footer>`}
</body>
</html>
`),
})
