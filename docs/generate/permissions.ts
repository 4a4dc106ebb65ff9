import { catalogue } from '../../functions/catalogue.ts'
import { type Action, actions } from '../../shared/actions.ts'
import type { Bilingual } from '../../shared/roles.ts'
import { facts } from '../../shared/rules/facts.ts'
import type { Rule } from '../../shared/rules/rule.ts'
import { inWords } from '../../shared/rules/words.ts'

type Language = keyof Bilingual

const words = {
  en: {
    action: 'Action',
    who: 'Who',
    when: 'Provided that',
    unless: 'unless',
    never: 'never',
    source: 'Source',
    rule: 'Rule',
  },
  fr: {
    action: 'Action',
    who: 'Qui',
    when: 'À condition que',
    unless: 'sauf si',
    never: 'jamais',
    source: 'Source',
    rule: 'Règle',
  },
} as const

const row = (rule: Rule, language: Language): string => {
  const who = 'never' in rule ? [rule.never] : typeof rule.allow === 'string' ? [rule.allow] : rule.allow
  const named = who.map((one) => inWords(one)[language]).join('; ')
  const conditions = [
    ...(rule.when ?? []).map((fact) => facts[fact][language]),
    ...(rule.unless ?? []).map((fact) => `${words[language].unless} ${facts[fact][language]}`),
  ].join('; ')
  const subject = 'never' in rule ? `**${words[language].never}** ${named}` : named
  return `| ${actions[rule.action as Action][language]} | ${subject} | ${conditions || '–'} | ${rule[language]} | ${rule.source} | \`${rule.id}\` |`
}

const section = (language: Language): string => {
  const { action, who, when, source, rule } = words[language]
  const tables = catalogue
    .filter(({ rules }) => rules.length > 0)
    .map(({ name, rules }) =>
      [
        `### ${name}`,
        '',
        `| ${action} | ${who} | ${when} | | ${source} | ${rule} |`,
        '| --- | --- | --- | --- | --- | --- |',
        ...rules.map((one) => row(one, language)),
      ].join('\n'),
    )
  return [`## ${language === 'en' ? 'English' : 'Français'}`, ...tables].join('\n\n')
}

/** Who may do what, under which condition and by which requirement, in both languages (B-05). */
export const permissionsPage = (): string =>
  [
    '# Permissions',
    'Generated from the rules of every capability. Whoever is named by no row is refused; a row with **never** wins over every other. / Engendré à partir des règles de chaque domaine. Qui n’est nommé par aucune ligne est refusé ; une ligne avec **jamais** l’emporte sur toute autre.',
    section('en'),
    section('fr'),
    '',
  ].join('\n\n')
