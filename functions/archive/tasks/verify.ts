import type { Streams } from '../../../shared/ports/streams.ts'
import { CHECKSUMS, sumsIn } from '../manifest.ts'
import { readZip } from '../read-zip.ts'
import { exportKey } from '../records.ts'
import type { Made } from './make.ts'
import { idsOf } from './task-input.ts'

/**
 * Reads the file that was made as anybody's program will, and compares every file in it with the list of checksums, which
 * itself is the one that was made from the archive (P-10). Nothing more is in it, and nothing less.
 */
export const verify =
  (streams: Streams) =>
  async (made: Extract<Made, { outcome: 'made' }>): Promise<Made> => {
    const place = { bucket: 'documents', key: exportKey(made), versionId: made.versionId } as const
    const { digests, kept } = await readZip(place, made.length, streams, CHECKSUMS)
    const expected = new Map([...sumsIn(kept), [CHECKSUMS, made.checksums]])
    const isWhole =
      digests.size === expected.size && [...expected].every(([path, sha256]) => digests.get(path) === sha256)
    return isWhole ? made : { ...idsOf(made), outcome: 'failed', reason: 'export-differs' }
  }
