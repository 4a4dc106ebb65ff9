/**
 * What a tenant's things are called. Functions, queues and workflows have fixed names, so that people find them and
 * stacks can speak of them without exporting to each other; stateful things are named by CloudFormation.
 */
const named = (tenant: string, name: string): string => `greffe-${tenant}-${name}`

export type StackName = 'data' | 'identity' | 'api' | 'workflows' | 'operations'
export const stackName = (tenant: string, stack: StackName): string => named(tenant, stack)
export const functionName = (tenant: string, name: string): string => named(tenant, name)
export const queueName = (tenant: string, consumer: string): string => named(tenant, consumer)
export const deadLettersName = (tenant: string, consumer: string): string => named(tenant, `${consumer}-dead-letters`)
export const workflowName = (tenant: string, workflow: string): string => named(tenant, workflow)
/** The rules by which SES takes in a tenant's mail. */
export const receiptRulesName = (tenant: string): string => named(tenant, 'inbound-mail')
/** The output that holds something, by the name of the job or workflow: `send-mail` gives `SendMailQueueUrl`. */
export const outputName = (name: string, what: string): string =>
  `${name.replace(/(^|-)([a-z0-9])/g, (_, __, letter: string) => letter.toUpperCase())}${what}`
