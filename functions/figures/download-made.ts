import { createHash } from 'node:crypto'
import type { Language } from '../../shared/people.ts'
import type { Files } from '../../shared/ports/files.ts'
import { madeKey, type SeriesVersion } from './records.ts'

const formats = {
  csv: { type: 'text/csv', make: async () => (await import('./make-csv.ts')).makeCsv },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    make: async () => (await import('./make-xlsx.ts')).makeXlsx,
  },
  svg: { type: 'image/svg+xml', make: async () => (await import('./make-chart.ts')).makeChart },
} as const
type Format = keyof typeof formats

type Asked = { readonly files: Files; readonly language: Language; readonly now: string }

/**
 * What is made of a version lies in the documents bucket, as every file does: no function of the API hands out bytes, and
 * nothing with markup in it is served from the API's origin (B-12). A version never changes, so it is made once.
 */
export const downloadMade = async (version: SeriesVersion, format: Format, { files, language, now }: Asked) => {
  const { type, make } = formats[format]
  const key = madeKey(version, `${language}.${format}`)
  const there = await lookFor(key, files)
  const made = there ?? (await keep(key, await (await make())(version, language), files))
  const name = `${version.name.replace(/[/\\]/g, '-')}.${format}`
  const place = { bucket: 'documents', key, versionId: made.versionId } as const
  const { length, sha256 } = made
  return { ...(await files.download({ ...place, name }, now)), name, length, sha256, contentType: type }
}

type Made = { readonly length: number; readonly sha256: string; readonly versionId: string | null }

const lookFor = async (key: string, files: Files): Promise<Made | undefined> => {
  const found = await files.look({ bucket: 'documents', key })
  if (found === undefined || found.sha256 === '') return undefined
  return { ...found, sha256: Buffer.from(found.sha256, 'base64').toString('hex') }
}

const keep = async (key: string, bytes: Buffer, files: Files): Promise<Made> => {
  const { versionId } = await files.put(key, bytes)
  return { length: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), versionId }
}
