/** The ports that no budget counts, in memory: files that lie where an example says, and a user pool that takes anyone. */
import { asBase64 } from '../../functions/documents/file-facts.ts'
import type { Directory } from '../../shared/ports/directory.ts'
import type { Files } from '../../shared/ports/files.ts'
import { CONTENT } from './content.ts'

const stored = { length: CONTENT.length, sha256: asBase64(CONTENT.sha256), versionId: null }

export const files: Files = {
  upload: async ({ key }, expiresAt) => ({
    method: 'PUT',
    url: `https://files.example/${key}`,
    headers: {},
    expiresAt,
  }),
  download: async ({ key }, expiresAt) => ({ url: `https://files.example/${key}`, expiresAt }),
  look: async () => stored,
  put: async () => ({ versionId: null }),
  get: async () => undefined,
  first: async () => CONTENT.bytes,
  beginParts: async ({ key }) => ({ uploadId: `begun-${key}` }),
  uploadPart: async ({ key, number }, expiresAt) => ({
    method: 'PUT',
    url: `https://files.example/${key}?partNumber=${number}`,
    headers: {},
    expiresAt,
  }),
  listParts: async () => [],
  joinParts: async () => ({ versionId: null }),
  abandonParts: async () => {},
}

export const directory: Directory = {
  ensureUser: async () => {},
  setGroups: async () => {},
  setAdmitted: async () => {},
  setPassword: async () => {},
}
