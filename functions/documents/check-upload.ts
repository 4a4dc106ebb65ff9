/** Told that a file which came in parts is whole, reads it through before it counts (C-31). */
import { s3Archive } from '../../shared/ports/aws/s3-archive.ts'
import { consume } from '../kernel/consume.ts'
import { environment } from '../kernel/environment.ts'
import { filesWhenNeeded } from '../kernel/files-when-needed.ts'
import { outsideWith } from '../kernel/outside.ts'
import { checkVersion } from './check-version.ts'

const archive = s3Archive({ buckets: environment.buckets })

export const handler = consume(
  'check-upload',
  { 'document-assembled': ({ data }, tools) => checkVersion(data, tools, archive) },
  { world: outsideWith({ files: filesWhenNeeded() }) },
)
