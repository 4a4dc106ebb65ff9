import { expect, test } from 'vitest'
import { doubtOf } from './check-sender.ts'

const FROM = 'camille@atelier.example'
const doubt = (lines: readonly string[], verdicts: 'required' | 'optional' = 'required') =>
  doubtOf(
    lines.map((line) => {
      const [originalKey = '', ...value] = line.split(': ')
      return { originalKey, key: originalKey.toLowerCase(), value: value.join(': ') }
    }),
    FROM,
    verdicts,
  )

const scanned = ['X-SES-Spam-Verdict: PASS', 'X-SES-Virus-Verdict: PASS']
const results = (text: string) => `Authentication-Results: amazonses.com; ${text}`

test.each([
  'spf=pass; dkim=pass header.i=@atelier.example; dmarc=pass header.from=atelier.example;',
  'dkim=pass header.i=@atelier.example; dmarc=none header.from=atelier.example;',
  'dkim=pass header.d=atelier.example',
  'dkim=pass header.i=@mail.atelier.example; dmarc=none',
  'spf=pass (spfCheck: domain of atelier.example designates 198.51.100.7) client-ip=198.51.100.7; envelope-from=camille@atelier.example; helo=x; dkim=none; dmarc=none',
])('B-12: a mail for which the domain of its sender stands is believed: %s', (text) => {
  expect(doubt([...scanned, results(text)])).toBeUndefined()
})

test.each([
  ['nothing is said of it', []],
  ['only its writer says so', [...scanned, 'Authentication-Results: atelier.example; dmarc=pass']],
  ['another domain stands for it', [...scanned, results('dkim=pass header.i=@ailleurs.example; dmarc=none')]],
  ['a domain that only looks alike stands for it', [...scanned, results('dkim=pass header.i=@fauxatelier.example')]],
  ['no domain at all stands for it', [...scanned, results('dkim=pass header.i=@example; dmarc=none')]],
  ['it was sent for another domain', [...scanned, results('spf=pass smtp.mailfrom=x@ailleurs.example; dmarc=none')]],
  ['a comment says so', [...scanned, results('dkim=none (dmarc=pass); spf=none')]],
  ['it was not scanned', [results('dmarc=pass')]],
  ['scanning it failed', ['X-SES-Spam-Verdict: PASS', 'X-SES-Virus-Verdict: PROCESSING_FAILED', results('dmarc=pass')]],
] as const)('B-12: where checks are required, it is not believed when %s', (_, lines) => {
  expect(doubt(lines)).toBe('not-verified')
})

test.each([
  ['it holds malware', ['X-SES-Spam-Verdict: PASS', 'X-SES-Virus-Verdict: FAIL', results('dmarc=pass')]],
  ['it is spam', ['X-SES-Spam-Verdict: FAIL', 'X-SES-Virus-Verdict: PASS', results('dmarc=pass')]],
  ['its domain disowns it', [...scanned, results('dkim=pass header.i=@ailleurs.example; dmarc=fail')]],
  ['every check of it failed', [...scanned, results('spf=softfail; dkim=permfail')]],
] as const)('B-12: it is suspicious when %s, whether or not checks are required', (_, lines) => {
  expect([doubt(lines), doubt(lines, 'optional')]).toEqual(['suspicious', 'suspicious'])
})

test('B-12: the first header of a name counts: the others came with the mail', () => {
  const forged = ['X-SES-Virus-Verdict: PASS', results('dmarc=pass')]
  expect(doubt(['X-SES-Spam-Verdict: PASS', 'X-SES-Virus-Verdict: FAIL', results('dmarc=fail'), ...forged])).toBe(
    'suspicious',
  )
})

test('B-12: where checks are not required, a mail without any is taken', () => {
  expect(doubt([], 'optional')).toBeUndefined()
})
