import { createHash } from 'node:crypto'

const bytes = Buffer.from('Facture no 2026-0187\n')

/** The one file that examples speak of: small, since its bytes never pass through a function. */
export const CONTENT = { bytes, length: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
