import { expect, test } from 'vitest'
import { type DecisionView, decisionPage } from './decision-page.ts'

const view: DecisionView = {
  language: 'en',
  organisation: 'Étude Vasseur',
  requester: { name: 'Bastien Okonkwo', email: 'bastien@tuilerie.example' },
  newUser: { name: 'Odile Marchetti-Brun', email: 'odile@brun.example' },
  dossier: { number: '2026-0142', clientName: 'Tuilerie du Lac' },
  reader: 'Aurèle Quintard-Bosc',
  standsInFor: null,
  askedBesides: 0,
  accessDays: null,
  questions: [],
  mayAsk: true,
  askedProfile: 'client-full-access',
  profiles: [
    { id: 'client-document-delivery', label: 'Document Delivery', reach: ['import documents'] },
    { id: 'client-full-access', label: 'Full Access', reach: ['search the archive'] },
  ],
  message: 'She takes over in May.',
  earlier: [{ at: '2026-01-12T09:30:00.000Z', outcome: 'refused', reason: 'Unknown person.' }],
  askedAt: '2026-04-20T07:45:00.000Z',
  expiresAt: '2026-05-04T07:45:00.000Z',
  timeZone: 'Europe/Zurich',
  version: '3',
}

const inputs = (html: string) => html.match(/<input[^>]*>/g) ?? []
const checked = (html: string) => inputs(html).filter((input) => input.includes(' checked'))
const typed = (html: string) => /<textarea[^>]*>\n([^]*?)<\/textarea>/.exec(html)?.[1]

test('P-12 B-16: the page says who asks for what for whom, what it would reach, and what was asked before', () => {
  const { status, html } = decisionPage(view)
  expect(status).toBe(200)
  const shown = [
    'Bastien Okonkwo',
    'bastien@tuilerie.example',
    'Odile Marchetti-Brun',
    'odile@brun.example',
    '2026-0142',
    'Tuilerie du Lac',
    'She takes over in May.',
    'import documents',
    'search the archive',
    'Unknown person.',
  ]
  for (const text of shown) expect(html).toContain(text)
})

test('P-12: silence is never a yes: no decision is preselected, only the profile that was asked', () => {
  const { html } = decisionPage(view)
  expect(checked(html)).toEqual([expect.stringContaining('value="client-full-access"')])
  expect(html.match(/class="badge"/g)).toHaveLength(1)
})

test('P-11: the form posts to its own address, with the version that was seen', () => {
  const { html } = decisionPage(view)
  const form = /<form[^>]*>/.exec(html)?.[0] ?? ''
  expect(form).toContain('method="post"')
  expect(form).not.toContain('action')
  expect(html).toContain('<input type="hidden" name="version" value="3">')
  expect(new Set([...html.matchAll(/ name="([a-z]+)" (?:value|rows)/g)].map(([, name]) => name))).toEqual(
    new Set(['version', 'decision', 'profile', 'reason', 'question']),
  )
})

test('P-11: a refusal without a reason says so at the field, and keeps the choice', () => {
  const { status, html } = decisionPage({ ...view, error: 'reason-missing', values: { decision: 'refuse' } })
  expect(status).toBe(422)
  expect(checked(html)).toEqual([
    expect.stringContaining('value="refuse"'),
    expect.stringContaining('value="client-full-access"'),
  ])
  expect(html).toMatch(/<textarea[^>]*aria-invalid="true" aria-describedby="reason-error reason-hint"/)
})

test('nothing typed is lost when the choice is missing', () => {
  const reason = '\n  Two lines,\n"quoted" & </textarea>'
  const values = { profile: 'client-document-delivery', reason }
  const { status, html } = decisionPage({ ...view, error: 'choice-missing', values })
  expect(status).toBe(422)
  expect(typed(html)).toBe('\n  Two lines,\n&quot;quoted&quot; &amp; &lt;/textarea&gt;')
  expect(checked(html)).toEqual([expect.stringContaining('value="client-document-delivery"')])
})

test('P-12: what changed meanwhile is decided afresh: the reason stays, the choices are asked again', () => {
  const values = { decision: 'approve', profile: 'client-document-delivery', reason: 'Because.' }
  const { status, html } = decisionPage({ ...view, version: '4', error: 'changed', values })
  expect(status).toBe(409)
  expect(html).toContain('name="version" value="4"')
  expect(typed(html)).toBe('Because.')
  expect(checked(html)).toEqual([expect.stringContaining('value="client-full-access"')])
})

test('P-11: a profile that may not be given is named as asked, but cannot be chosen', () => {
  const { html } = decisionPage({ ...view, askedProfile: 'client-administrator' })
  expect(html).toContain('Administrator')
  expect(html).not.toContain('value="client-administrator"')
  expect(checked(html)).toEqual([])
})

test('P-11: a reader who may give no profile can only refuse', () => {
  const { html } = decisionPage({ ...view, profiles: [] })
  expect(html).not.toContain('value="approve"')
  expect(html).toContain('value="refuse"')
})

test('an invented profile or decision in what was sent selects nothing and appears nowhere', () => {
  const values = { decision: '"><b>', profile: '"><i>', reason: '' }
  const { html } = decisionPage({ ...view, error: 'choice-missing', values })
  expect(checked(html)).toEqual([])
  expect(html).not.toContain('<b>')
  expect(html).not.toContain('<i>')
})
