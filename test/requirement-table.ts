import { readFileSync } from 'node:fs'

/** The cells of a requirement's table, without what is only said of them: emphasis and “read so”. */
export const tableOf = (file: string, firstHeading: string): readonly (readonly string[])[] => {
  const lines = readFileSync(new URL(`../docs/requirements/${file}`, import.meta.url), 'utf8').split('\n')
  const first = lines.findIndex((line) => line.startsWith(`| ${firstHeading} |`))
  const last = lines.findIndex((line, at) => at > first && !line.startsWith('|'))
  return lines
    .slice(first, last)
    .filter((line) => !line.includes('---'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.replace(/\*\(read so\)\*/g, '').trim()),
    )
}
