/**
 * The words by which something is found in the archive (P-10): of what it is called, of its party, of its content. They
 * are compared without accents and case, in French as in English.
 */

/** How many different words of one document are kept; those of its name, number and party come first. */
export const MOST_WORDS = 1000
/** A word of one character finds nothing, and a longer one than this is cut. */
const SHORTEST = 2
const LONGEST = 40
/** How many words somebody looks for at once. */
export const MOST_WANTED = 6

/** Letters that no decomposition takes apart. */
const apart: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', đ: 'd' }

/** Words that nearly every document has: they would find everything. */
const everywhere = new Set(
  'au aux avec ce ces dans de des du elle en est et il la le les ne nous ou par pas pour que qui sa se ses son sur un une vous and are at be by for from in is it not of on or our that the this to was we with you your'.split(
    ' ',
  ),
)

/** A text without case and accents: NFKD, its marks taken off, and the few letters that are two. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[œæßøłđ]/g, (letter) => apart[letter] ?? letter)

/** The words of a text one by one, folded, as they come: a text of millions of characters is not folded as a whole. */
function* wordsOf(text: string): Generator<string> {
  for (const [piece] of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu))
    for (const [word] of fold(piece).matchAll(/[\p{L}\p{N}]+/gu)) {
      const characters = Array.from(word)
      if (characters.length >= SHORTEST) yield characters.slice(0, LONGEST).join('')
    }
}

/** The different words of texts that are worth to be found by, so many at most; those of the first text come first. */
export const distinctWords = (texts: readonly string[], most: number = MOST_WORDS): string[] => {
  const found = new Set<string>()
  for (const text of texts)
    for (const word of wordsOf(text)) {
      if (found.size === most) return [...found]
      if (!everywhere.has(word)) found.add(word)
    }
  return [...found]
}

/** What somebody looks for: words that are there as they are, and the last one, which may go on. */
export type WantedWords = { readonly whole: readonly string[]; readonly beginning: string }

/** `undefined` where nothing is left to look for, or too much is. */
export const wantedWords = (asked: string): WantedWords | undefined => {
  const all = [...wordsOf(asked)]
  const words = all.filter((word) => !everywhere.has(word))
  // Nothing but such words: what begins with the last of them may be meant.
  const beginning = words.at(-1) ?? all.at(-1)
  const whole = [...new Set(words)].filter((word) => word !== beginning)
  return beginning === undefined || whole.length >= MOST_WANTED ? undefined : { whole, beginning }
}

/** The first two characters of a word: words that begin alike lie together, and no list of a dossier holds them all. */
export const beginningOf = (word: string): string => Array.from(word).slice(0, SHORTEST).join('')
