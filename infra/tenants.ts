/**
 * A tenant is one file, `tenants/<name>.json`: whose stack it is, where it runs and how long it keeps what it keeps.
 * Everything that differs between tenants stands there and nowhere else.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import * as z from 'zod'

const folder = resolve(import.meta.dirname, '../tenants')

const isTimeZone = (name: string): boolean => Intl.supportedValuesOf('timeZone').includes(name) || name === 'UTC'
const host = z
  .string()
  .regex(/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/, 'must be a host name, e.g. "greffe.cabinet.example"')

const Tenant = z.strictObject({
  /** As in the file's name; part of the name of every stack. */
  name: z.string().regex(/^[a-z][a-z0-9-]{0,19}$/, 'must be 1 to 20 small letters, digits and hyphens'),
  account: z.string().regex(/^\d{12}$/, 'must be the 12 digits of an AWS account, as text'),
  region: z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'must be an AWS region, e.g. "eu-west-1"'),
  /** The API's own address; its certificate must exist in the same region. Without it, AWS's address is used. */
  domain: z
    .strictObject({
      name: host,
      certificateArn: z.string().startsWith('arn:aws:acm:', 'must be the ARN of a certificate'),
    })
    .optional(),
  /** Web pages that may call the API and upload to the documents bucket from a browser. */
  webOrigins: z.array(z.string().regex(/^https?:\/\/[^/*\s]+$/, 'must be an origin, e.g. "https://portal.example"')),
  organisation: z.strictObject({
    name: z.string().trim().min(1).max(100),
    timeZone: z.string().refine(isTimeZone, 'must be a time zone, e.g. "Europe/Zurich"'),
    /** Mails are sent from this address; its domain is verified in SES. */
    sender: z.email().toLowerCase(),
  }),
  /**
   * Where dossiers take in documents by e-mail; without it they take in none. The domain is one of its own, whose MX
   * record points to SES in the same region. `verdicts`: whether a mail must come with SES's checks of it.
   */
  inboundMail: z.strictObject({ domain: host, verdicts: z.enum(['required', 'optional']) }).optional(),
  /** What the tenant has subscribed to; every resource is tagged with it, so that costs can be read by plan. */
  plan: z.enum(['trial', 'standard', 'reserved']),
  archive: z.strictObject({
    /** `compliance` cannot be lifted by anyone before its end; `governance` by who holds a special right. */
    mode: z.enum(['governance', 'compliance']),
    retentionDays: z.int().min(1).max(36_500),
  }),
  /** Who is mailed when an alarm rings; without an address alarms only show on the dashboard. */
  alarms: z.strictObject({ email: z.email().optional() }),
  /** What becomes of data, archive and user pool when a stack is deleted. */
  removal: z.enum(['retain', 'destroy']),
  /** For the whole API: requests a second on the long run, and at most at once. */
  throttling: z.strictObject({ requestsPerSecond: z.int().min(1).max(10_000), burst: z.int().min(1).max(5_000) }),
})

export type Tenant = z.output<typeof Tenant>

/** Something is wrong in a tenant's file; the message names every field. */
export class WrongTenantFile extends Error {
  override name = 'WrongTenantFile'
}

/** The names of all tenants that have a file. */
export const tenantNames = (): string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length))

/** Reads a tenant's file; throws `WrongTenantFile` with one message that names the file and each wrong field. */
export const readTenant = (name: string): Tenant => {
  if (!tenantNames().includes(name))
    throw new WrongTenantFile(
      `Name a tenant that has a file (-c tenant=<name>): ${tenantNames().join(', ')}; not "${name}".`,
    )
  return parseTenant(name, readFileSync(resolve(folder, `${name}.json`), 'utf8'))
}

/** Checks the text of a tenant's file. */
export const parseTenant = (name: string, text: string): Tenant => {
  const wrong = (faults: readonly string[]): WrongTenantFile =>
    new WrongTenantFile([`tenants/${name}.json is not right:`, ...faults.map((fault) => `  ${fault}`)].join('\n'))
  let content: unknown
  try {
    content = JSON.parse(text)
  } catch (error) {
    throw wrong([`it is not JSON: ${(error as Error).message}`])
  }
  const read = Tenant.safeParse(content)
  if (!read.success) throw wrong(read.error.issues.map(faultOf))
  if (read.data.name !== name) throw wrong([`name: must be "${name}", as the file is called`])
  return read.data
}

const faultOf = ({ path, message }: z.core.$ZodIssue): string =>
  path.length === 0 ? message : `${path.map(String).join('.')}: ${message}`
