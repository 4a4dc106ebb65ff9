/** Each palette is read in one pair per line of text; `colours.test.ts` holds them to WCAG 2.2 AA. */
export type Palette = {
  page: string
  sheet: string
  text: string
  muted: string
  link: string
  buttonText: string
  button: string
  line: string
}

export const light: Palette = {
  page: '#eef1f4',
  sheet: '#ffffff',
  text: '#1c2530',
  muted: '#4a5766',
  link: '#1a4f8b',
  buttonText: '#ffffff',
  button: '#1a4f8b',
  line: '#c8d0d9',
}

export const dark: Palette = {
  page: '#12161b',
  sheet: '#1d232a',
  text: '#f1f4f7',
  muted: '#bac4cf',
  link: '#a5caff',
  buttonText: '#0c1b2e',
  button: '#a5caff',
  line: '#44505c',
}
