import { expect, test } from 'vitest'
import { actions } from './actions.ts'
import { problems } from './problems.ts'
import { profiles, roles } from './roles.ts'
import { facts } from './rules/facts.ts'
import { relations } from './rules/rule.ts'
import { modules } from './rules/situation.ts'
import { areas } from './sheet.ts'

const titles = Object.entries(problems).map(([code, { title }]) => [code, title] as const)

test('every problem is one that its caller can tell: a client or server status, and a code in words', () => {
  for (const [code, { status }] of Object.entries(problems)) {
    expect(status, code).toBeGreaterThanOrEqual(400)
    expect(status, code).toBeLessThan(600)
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/)
  }
})

test('every problem is said in a whole sentence, in both languages, and no two say the same', () => {
  for (const [code, { en, fr }] of titles) {
    expect(en, code).toMatch(/^[A-ZÀ-Ý].*[.]$/)
    expect(fr, code).toMatch(/^[A-ZÀ-Ý].*[.]$/)
    expect(fr, code).not.toBe(en)
  }
  expect(new Set(titles.map(([, { en }]) => en)).size).toBe(titles.length)
  expect(new Set(titles.map(([, { fr }]) => fr)).size).toBe(titles.length)
})

test('French is written with its own spaces and marks: none before a comma, one before a colon', () => {
  for (const [code, { fr }] of titles) {
    expect(fr, code).not.toMatch(/\s,/)
    expect(fr, code).not.toMatch(/[^\s\u00a0\u202f][:;?!](\s|$)/)
  }
})

test('every word of the rules has both languages', () => {
  for (const list of [actions, roles, profiles, facts, relations, modules, areas]) {
    for (const [name, { en, fr }] of Object.entries(list as Record<string, { en: string; fr: string }>)) {
      expect([en.trim(), fr.trim()], name).not.toContain('')
    }
  }
})
