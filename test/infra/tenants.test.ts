import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { inProject } from '../../infra/local/paths.ts'
import { parseTenant, readTenant, tenantNames, WrongTenantFile } from '../../infra/tenants.ts'

const example = JSON.parse(readFileSync(inProject('tenants/example.json'), 'utf8')) as Record<string, object>
const messageOf = (content: unknown, name = 'example'): string => {
  try {
    parseTenant(name, typeof content === 'string' ? content : JSON.stringify(content))
  } catch (error) {
    expect(error).toBeInstanceOf(WrongTenantFile)
    return (error as Error).message
  }
  return 'accepted'
}

test('every tenant file of the repository is right', () => {
  expect(tenantNames()).toEqual(expect.arrayContaining(['local', 'example']))
  for (const name of tenantNames()) expect(readTenant(name).name).toBe(name)
})

test('all wrong fields of a tenant file are named in one message, each with its place and what it must be', () => {
  const { plan: _plan, ...withoutPlan } = example
  const message = messageOf({
    ...withoutPlan,
    account: 12,
    region: 'Geneva',
    organisation: { ...example.organisation, timeZone: 'Europe/Carouge', sender: 'greffe' },
    archive: { mode: 'forever', retentionDays: 0 },
    webOrigins: ['https://portal.example/path'],
  })
  const lines = message.split('\n')
  expect(lines[0]).toBe('tenants/example.json is not right:')
  for (const place of [
    'account',
    'region',
    'organisation.timeZone',
    'organisation.sender',
    'plan',
    'archive.mode',
    'archive.retentionDays',
    'webOrigins.0',
  ])
    expect(
      lines.filter((line) => line.startsWith(`  ${place}: `)),
      place,
    ).toHaveLength(1)
  expect(lines).toHaveLength(9)
})

test('where a tenant takes in mail is a domain, and whether checks are required is said', () => {
  expect(messageOf({ ...example, inboundMail: undefined })).toBe('accepted')
  const message = messageOf({ ...example, inboundMail: { domain: 'courrier', verdicts: 'never' } })
  expect(message).toMatch(/inboundMail\.domain: must be a host name/)
  expect(message).toMatch(/inboundMail\.verdicts: /)
})

test('a field that no tenant has is named: a misspelt one never falls back to nothing', () => {
  expect(messageOf({ ...example, archve: {} })).toContain('archve')
  expect(messageOf({ ...example, archive: { ...example.archive, days: 3 } })).toMatch(/archive: .*days/)
})

test('a file that is not JSON, and one that is called otherwise than its tenant, are told so', () => {
  expect(messageOf('{ "name": ')).toContain('it is not JSON')
  expect(messageOf(example, 'other')).toContain('name: must be "other"')
})

test('a tenant without a file is answered with the ones that have one', () => {
  expect(() => readTenant('nobody')).toThrow(/example.*local|local.*example/)
})
