import { html } from 'hono/html'

/** A piece of page, already escaped. */
export type Html = ReturnType<typeof html>

/** A finished piece as text. `html` waits for promises among its values; a page has none, and one would be a mistake. */
export const written = (piece: Html): string => {
  if (piece instanceof Promise) throw new TypeError('A piece of a page was given a promise.')
  return piece.toString()
}

/**
 * Characters that show nothing but change what is read around them: controls, bidirectional overrides, invisible
 * spaces, separators, lone surrogates. Joiners stay, because names in several scripts are spelled with them.
 */
const unseen = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]|(?![\u200c\u200d])\p{Cf}/gu
const joiners = /[\u200c\u200d]/g
const shownInstead = '\ufffd'

/** A text from outside on one line, each unseen character replaced by a visible mark. Not escaped: `html` does that. */
export const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim().replace(unseen, shownInstead)

/** The same for a text of several lines; its line ends stay. */
export const manyLines = (text: string) =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => line.replaceAll('\t', ' ').replace(unseen, shownInstead).trimEnd())
    .join('\n')
    .trim()

/** What was typed into a field, to be typed on: unchanged but for controls, which HTML cannot carry. */
export const asTyped = (text: string) =>
  text.replace(/\r\n?/g, '\n').replace(/(?![\n\t])[\p{Cc}\p{Cs}]/gu, shownInstead)

/** A name or number from outside, isolated so that its writing direction does not reorder the sentence around it. */
export const show = (text: string): Html => html`<bdi>${oneLine(text)}</bdi>`

/** The same in bold, for the names that a sentence is about. */
export const showStrong = (text: string): Html => html`<strong><bdi>${oneLine(text)}</bdi></strong>`

/** An e-mail address: people decide by it, so that even a joiner in it is shown. */
export const showAddress = (address: string): Html =>
  html`<bdi>${oneLine(address).replace(joiners, shownInstead)}</bdi>`
