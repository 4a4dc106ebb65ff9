/** An e-mail as it comes in: put into the bucket into which SES puts what it takes in, and read from there all the same. */
import { randomUUID } from 'node:crypto'
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import type { Stack } from './cast.ts'
import { asOwner } from './local-stack.ts'

/** Puts the raw text of a mail there; gives the key under which it lies. */
export const putMail = async (stack: Pick<Stack, 'endpoint' | 'outputs'>, raw: Buffer): Promise<string> => {
  const Key = `inbound/${randomUUID()}`
  await new S3Client({ ...asOwner(stack), forcePathStyle: true }).send(
    new PutObjectCommand({ Bucket: stack.outputs.InboundBucketName, Key, Body: raw }),
  )
  return Key
}

/** A mail from somebody, to an address: what its first `From` and `To` said is replaced. */
export const addressed = (raw: Buffer, { from, to }: { readonly from?: string; readonly to?: string }): Buffer => {
  const text = raw.toString('latin1')
  const replaced = Object.entries({ From: from, To: to }).reduce(
    (mail, [name, address]) =>
      address === undefined ? mail : mail.replace(new RegExp(`^${name}: .*$`, 'm'), () => `${name}: ${address}\r`),
    text.replaceAll(/\r?\n/g, '\r\n'),
  )
  return Buffer.from(replaced.replaceAll(/\r+\n/g, '\r\n'), 'latin1')
}
