/** What rules say, in words for people, in both languages: the page of all rules and every explanation speak alike. */
import { applicationLevels, type Bilingual, profiles, roles, roomRoles } from '../roles.ts'
import { type Area, areas } from '../sheet.ts'
import { relations, type Who } from './rule.ts'

const breadths: Readonly<Record<string, Bilingual>> = {
  own: { en: 'their own', fr: 'les leurs' },
  assigned: { en: 'those assigned', fr: 'ceux qui sont attribués' },
  all: { en: 'all', fr: 'tous' },
}

const sides: Readonly<Record<string, Bilingual>> = {
  view: { en: 'may view', fr: 'peut voir' },
  edit: { en: 'may edit', fr: 'peut modifier' },
}

const plain: Readonly<Record<string, Bilingual>> = {
  anyone: { en: 'everyone', fr: 'tout le monde' },
  member: { en: 'every member', fr: 'tout membre' },
  'space administrator': { en: 'an administrator of the space', fr: "un·e administrateur·trice de l'espace" },
  'space member': { en: 'a member of the space', fr: "un membre de l'espace" },
  ...relations,
}

/** Words made of a kind and a name, as `role coordinator`. */
const named: Readonly<Record<string, Readonly<Record<string, Bilingual>>>> = {
  role: roles,
  room: roomRoles,
  application: applicationLevels,
  profile: Object.fromEntries(
    Object.entries(profiles).map(([name, { en, fr }]) => [name, { en: `profile ${en}`, fr: `profil ${fr}` }]),
  ),
}

/** Who a rule speaks of. */
export const inWords = (who: Who): Bilingual => {
  const [kind = '', rest = ''] = who.split(/ (.*)/s)
  const scope = /^(view|edit) (.+): (.+)$/.exec(who)
  const found = scope === null ? (plain[who] ?? named[kind]?.[rest]) : sheetWords(scope)
  if (found === undefined) throw new Error(`There are no words for “${who}”.`)
  return found
}

const sheetWords = ([, side = '', area = '', breadth = '']: RegExpExecArray): Bilingual => {
  const [does, what, far] = [sides[side], areas[area as Area], breadths[breadth]]
  return { en: `${does?.en} ${what.en}: ${far?.en}`, fr: `${does?.fr} ${what.fr} : ${far?.fr}` }
}
