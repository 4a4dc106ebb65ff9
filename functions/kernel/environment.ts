/** What CDK tells each function. `infra/constructs/environment.ts` writes the same names; a test compares the two. */
const variable = (name: string): string => process.env[name] ?? ''

export const environmentNames = {
  tableName: 'TABLE_NAME',
  documentsBucket: 'DOCUMENTS_BUCKET',
  archiveBucket: 'ARCHIVE_BUCKET',
  userPoolId: 'USER_POOL_ID',
  publicUrl: 'PUBLIC_URL',
  sender: 'MAIL_SENDER',
  organisation: 'ORGANISATION_NAME',
  timeZone: 'TIME_ZONE',
  /** For how many days what was archived stays as it is. */
  retentionDays: 'ARCHIVE_RETENTION_DAYS',
  /** The domain at which dossiers take in e-mail; empty where the tenant has none. */
  inboundDomain: 'INBOUND_DOMAIN',
  inboundBucket: 'INBOUND_BUCKET',
  /** `required` where mail comes with the verdicts of whoever took it in. */
  inboundVerdicts: 'INBOUND_VERDICTS',
  /** JSON: the address of each consumer's queue, by the consumer's name. */
  queues: 'CONSUMER_QUEUES',
  /** JSON: the ARN of each workflow's state machine, by the workflow's name. */
  workflows: 'WORKFLOWS',
} as const

export const environment = {
  get tableName() {
    return variable(environmentNames.tableName)
  },
  get buckets() {
    return {
      documents: variable(environmentNames.documentsBucket),
      archive: variable(environmentNames.archiveBucket),
      inbound: variable(environmentNames.inboundBucket),
    }
  },
  get userPoolId() {
    return variable(environmentNames.userPoolId)
  },
  get publicUrl() {
    return variable(environmentNames.publicUrl)
  },
  get sender() {
    return variable(environmentNames.sender)
  },
  get organisation() {
    return variable(environmentNames.organisation)
  },
  get timeZone() {
    return variable(environmentNames.timeZone) || 'UTC'
  },
  get retentionDays() {
    return Number(variable(environmentNames.retentionDays) || '3650')
  },
  get inboundDomain() {
    return variable(environmentNames.inboundDomain) || undefined
  },
  get inboundVerdicts() {
    return variable(environmentNames.inboundVerdicts) === 'required' ? ('required' as const) : ('optional' as const)
  },
  get queues() {
    return JSON.parse(variable(environmentNames.queues) || '{}') as Record<string, string>
  },
  get workflows() {
    return JSON.parse(variable(environmentNames.workflows) || '{}') as Record<string, string>
  },
}
