/** The names that a new capability goes by, all from the two words given: its own and that of the thing it is about. */
import { PlainFailure } from '../../infra/local/failure.ts'

export type Names = {
  /** The folder, and the path below `/v1`: `meeting-rooms`. */
  readonly name: string
  /** `meetingRooms`, `MeetingRooms` */
  readonly nameCamel: string
  readonly namePascal: string
  /** One thing of it: `meeting-room`, `meetingRoom`, `MeetingRoom`, `meeting room`, `a meeting room`. */
  readonly noun: string
  readonly nounCamel: string
  readonly nounPascal: string
  readonly nounWords: string
  readonly aNoun: string
}

const KEBAB = /^[a-z][a-z0-9]*(?:-[a-z][a-z0-9]*)*$/
const LONGEST = 32
const reserved = new Set(
  `await break case catch class const continue debugger default delete do else enum export extends false finally for
  function if implements import in interface let new null package private protected public return static super switch
  this throw true try typeof undefined var void while with yield`.split(/\s+/),
)
/** Names that a handler is given, or that a slice uses for something else. */
const spoken = new Set(
  'access actor directory each files input language list may now organisation params read routes rules'.split(' '),
)

/** Makes the names, or throws the one sentence that says what is wrong with them. */
export const namesOf = (name: string | undefined, noun?: string): Names => {
  if (name === undefined) throw new PlainFailure('Name the capability: npm run new -- <capability-name> [noun].')
  checkForm('capability', name)
  const one = noun ?? singularOf(name)
  checkForm('noun', one)
  if (one === name) throw new PlainFailure(`The noun must differ from the capability's name: both are "${name}".`)
  for (const word of [camel(name), camel(one)]) {
    if (reserved.has(word) || spoken.has(word))
      throw new PlainFailure(`"${word}" already means something in code: choose another word.`)
  }
  const words = one.replaceAll('-', ' ')
  return {
    name,
    nameCamel: camel(name),
    namePascal: pascal(name),
    noun: one,
    nounCamel: camel(one),
    nounPascal: pascal(one),
    nounWords: words,
    aNoun: `${/^[aeiou]/.test(words) ? 'an' : 'a'} ${words}`,
  }
}

const checkForm = (what: string, word: string): void => {
  if (KEBAB.test(word) && word.length <= LONGEST) return
  throw new PlainFailure(
    `The ${what} "${word}" must be in lower-case words joined by hyphens, such as "meeting-rooms", of at most ${LONGEST} characters.`,
  )
}

const singularOf = (name: string): string => {
  if (name.endsWith('ies')) return `${name.slice(0, -3)}y`
  if (name.endsWith('s') && !name.endsWith('ss')) return name.slice(0, -1)
  throw new PlainFailure(`"${name}" is no plural: name one thing of it as well, npm run new -- ${name} <noun>.`)
}

const pascal = (kebab: string): string => kebab.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase())
const camel = (kebab: string): string => kebab.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
