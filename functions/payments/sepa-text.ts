/** Texts as banks take them: the letters, digits and signs of the SEPA character set, and nothing else. */

const spelt: Readonly<Record<string, string>> = {
  ß: 'ss',
  œ: 'oe',
  Œ: 'OE',
  æ: 'ae',
  Æ: 'AE',
  ø: 'o',
  Ø: 'O',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  þ: 'th',
  Þ: 'TH',
  ł: 'l',
  Ł: 'L',
  ı: 'i',
  '€': 'EUR',
  '&': '+',
  '’': "'",
  '‘': "'",
  '–': '-',
  '—': '-',
  '«': "'",
  '»': "'",
  '"': "'",
  _: '-',
}

/** A text in that set, of so many characters at most: accents are left off, other signs are spelt or become spaces. */
export const sepaText = (text: string, most: number): string =>
  text
    .replace(/[^ -~]|[&"_]/gu, (character) => spelt[character] ?? character)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9/?:().,'+ -]/g, ' ')
    // A slash at an end, and two in a row, mean something to banks.
    .replace(/\/{2,}/g, '/')
    .replace(/ +/g, ' ')
    .replace(/^[ /]+|[ /]+$/g, '')
    .slice(0, most)
    .replace(/[ /]+$/, '')

/** Whether a name is one that a bank can read: it has a letter or a digit left. */
export const isReadable = (text: string): boolean => /[A-Za-z0-9]/.test(sepaText(text, 70))
