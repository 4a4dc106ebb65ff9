/** The lists that a capability stands in, each with its new line. A list that does not look as expected is refused. */
import { PlainFailure } from '../../infra/local/failure.ts'
import type { Names } from './names.ts'
import { MARK } from './slice.ts'

type Edit = (text: string, file: string) => string

/** Files by their path in the project, each with what is done to its text. */
export const listsOf = (names: Names): Readonly<Record<string, Edit>> => {
  const { name, nameCamel, noun, nounWords, aNoun } = names
  return {
    'functions/catalogue.ts': all(
      addImport(`import { ${nameCamel} } from './${name}/capability.ts'`),
      addTo('export const catalogue', ']', nameCamel),
    ),
    'functions/rules.ts': all(
      addImport(`import { rules as ${nameCamel} } from './${name}/rules.ts'`),
      addTo('export const rules', ']', `...${nameCamel}`),
    ),
    'shared/actions.ts': all(
      (text, file) => refuseTaken(text, file, names),
      addKind(noun),
      addTo(
        'export const actions',
        '}',
        `'${noun}.create': { en: 'create ${aNoun}', fr: '${MARK} “create ${aNoun}” in French' }`,
        `'${noun}.read': { en: 'see ${aNoun}', fr: '${MARK} “see ${aNoun}” in French' }`,
      ),
    ),
    'test/permissions/all-cases.ts': all(
      addImport(`import { cases as ${nameCamel} } from '../../functions/${name}/cases.ts'`),
      addTo('export const allCases', '}', `...${nameCamel}`),
    ),
    'test/permissions/circumstances.ts': addTo(
      'export const aspectsOf',
      '}',
      `'${noun}.create': []`,
      `// ${MARK} what may differ around ${nounWords.replace(/s?$/, 's')}, and matters to who may see one.\n  '${noun}.read': []`,
    ),
  }
}

const all =
  (...edits: Edit[]): Edit =>
  (text, file) =>
    edits.reduce((sofar, edit) => edit(sofar, file), text)

const refuseTaken = (text: string, _file: string, { noun }: Names): string => {
  if (!text.includes(`'${noun}'`) && !text.includes(`'${noun}.`)) return text
  throw new PlainFailure(`The noun "${noun}" is taken: shared/actions.ts has actions about it already.`)
}

/** After the last import; the formatter then puts it where it belongs. */
const addImport =
  (line: string): Edit =>
  (text, file) => {
    const imports = [...text.matchAll(/^(?:import .*|\} from .*)$/gm)]
    const last = imports.at(-1)
    if (last === undefined) return unexpected(file)
    const at = last.index + last[0].length
    return `${text.slice(0, at)}\n${line}${text.slice(at)}`
  }

/** Before the bracket that ends a list or an object, which stands at the end of a line of its own or of the list's. */
const addTo =
  (start: string, bracket: ']' | '}', ...items: string[]): Edit =>
  (text, file) => {
    const from = text.indexOf(start)
    const ends = bracket === ']' ? /,?\s*\]$/gm : /,?\s*^\}(?: as const satisfies .*)?$/gm
    ends.lastIndex = from
    const found = from < 0 ? null : ends.exec(text)
    if (found === null) return unexpected(file)
    const closing = found[0].slice(found[0].indexOf(bracket))
    return `${text.slice(0, found.index)},\n  ${items.join(',\n  ')},\n${closing}${text.slice(found.index + found[0].length)}`
  }

const addKind =
  (noun: string): Edit =>
  (text, file) => {
    const from = text.indexOf('export const resourceKinds = [')
    const at = from < 0 ? -1 : text.indexOf('] as const', from)
    return at < 0 ? unexpected(file) : `${text.slice(0, at)}  '${noun}',\n${text.slice(at)}`
  }

const unexpected = (file: string): never => {
  throw new PlainFailure(`${file} does not look as expected, so nothing was written: has its list moved?`)
}
