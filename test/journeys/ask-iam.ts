/** What IAM says of a role: there is no client of it among our dependencies, and one question is all that tests ask. */
import { localCredentials } from '../../infra/local/credentials.ts'
import type { Stack } from './cast.ts'

/** Decisions by action: `allowed`, `implicitDeny` or `explicitDeny`. The emulator reads the signer's name only. */
export const askIam = async (
  { endpoint, outputs }: Pick<Stack, 'endpoint' | 'outputs'>,
  roleArn: string,
  actions: readonly string[],
  resource: string,
): Promise<Record<string, string>> => {
  const scope = `20260101/${outputs.Region}/iam/aws4_request`
  const answer = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      authorization: `AWS4-HMAC-SHA256 Credential=${localCredentials.accessKeyId}/${scope}, SignedHeaders=host, Signature=0`,
    },
    body: new URLSearchParams({
      Action: 'SimulatePrincipalPolicy',
      Version: '2010-05-08',
      PolicySourceArn: roleArn,
      'ResourceArns.member.1': resource,
      ...Object.fromEntries(actions.map((action, at) => [`ActionNames.member.${at + 1}`, action])),
    }),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`IAM answered ${answer.status}: ${text}`)
  const decisions = text.matchAll(/<EvalActionName>([^<]*)<\/EvalActionName>.*?<EvalDecision>([^<]*)</gs)
  return Object.fromEntries([...decisions].map(([, action = '', decision = '']) => [action, decision]))
}
