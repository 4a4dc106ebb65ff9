/** Told that a mail lies in the bucket, reads it and imports its files (P-06). Its queue has dead letters of its own. */
import middy from '@middy/core'
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda'
import { compile } from '../../shared/rules/decide.ts'
import { environment } from '../kernel/environment.ts'
import { filesWhenNeeded } from '../kernel/files-when-needed.ts'
import { jobTools } from '../kernel/job.ts'
import { describe, logger } from '../kernel/observe.ts'
import { outsideWith } from '../kernel/outside.ts'
import { rules } from '../rules.ts'
import { keepMail } from './keep-mail.ts'

/** What EventBridge says of a new object. */
type ObjectCreated = {
  readonly time: string
  readonly detail: {
    readonly object: { readonly key: string; readonly size?: number; readonly 'version-id'?: string }
  }
}

const world = outsideWith({ files: filesWhenNeeded() })
const policy = compile(rules)

const one = async ({ body, messageId }: SQSRecord): Promise<string> => {
  const { time, detail } = JSON.parse(body) as ObjectCreated
  const { key, size = 0, 'version-id': versionId = null } = detail.object
  const came = { key, versionId, length: size, at: new Date(time).toISOString() }
  const { inboundDomain: domain = '', inboundVerdicts: verdicts } = environment
  return keepMail(came, jobTools(world(), 'read-mail', messageId), { policy, domain, verdicts })
}

export const handler = middy<SQSEvent, SQSBatchResponse>().handler(async ({ Records }) => {
  const failed: string[] = []
  for (const record of Records) {
    try {
      logger.info('mail read', { messageId: record.messageId, outcome: await one(record) })
    } catch (error) {
      logger.error('mail not read', { messageId: record.messageId, ...describe(error) })
      failed.push(record.messageId)
    }
  }
  return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) }
})
