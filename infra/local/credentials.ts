import { readFileSync } from 'node:fs'
import { inProject } from './paths.ts'

/**
 * The local emulator's owner credentials. They open nothing but an emulator bound to this computer's loopback
 * interface, and are no secret; everything deployed there works under its own role.
 */
export const localCredentials = {
  accessKeyId: 'LOCALNOTSECRET',
  secretAccessKey: 'local-and-not-secret',
} as const

/** Account and region that the local tenant's file names. */
export function readLocalTenant(): { account: string; region: string } {
  const file = JSON.parse(readFileSync(inProject('tenants/local.json'), 'utf8')) as { account: string; region: string }
  return { account: file.account, region: file.region }
}

/** Settings with which an SDK client or the CDK command reaches the emulator as its owner. */
export function ownerEnvironment(endpoint: string): Record<string, string> {
  const { region } = readLocalTenant()
  return {
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: localCredentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: localCredentials.secretAccessKey,
    AWS_REGION: region,
    AWS_EC2_METADATA_DISABLED: 'true',
  }
}
