/**
 * Files whose client is loaded when the first of them is asked for: most operations of a capability with files reach
 * none, and the S3 client alone would cost a function half as much start again as everything else.
 */
import type { Files } from '../../shared/ports/files.ts'
import { environment } from './environment.ts'

export const filesWhenNeeded = (): Files => {
  let made: Promise<Files> | undefined
  const files = (): Promise<Files> =>
    (made ??= import('../../shared/ports/aws/s3-files.ts').then(({ s3Files }) =>
      s3Files({ buckets: environment.buckets }),
    ))
  return {
    upload: async (...asked) => (await files()).upload(...asked),
    download: async (...asked) => (await files()).download(...asked),
    look: async (...asked) => (await files()).look(...asked),
    put: async (...asked) => (await files()).put(...asked),
    get: async (...asked) => (await files()).get(...asked),
    first: async (...asked) => (await files()).first(...asked),
    beginParts: async (...asked) => (await files()).beginParts(...asked),
    uploadPart: async (...asked) => (await files()).uploadPart(...asked),
    listParts: async (...asked) => (await files()).listParts(...asked),
    joinParts: async (...asked) => (await files()).joinParts(...asked),
    abandonParts: async (...asked) => (await files()).abandonParts(...asked),
  }
}
