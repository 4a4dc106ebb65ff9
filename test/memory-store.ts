/** Both buckets in memory, with versions and real hashing, behind the ports of the API (files) and of the hand-over. */
import { createHash } from 'node:crypto'
import type { Archive } from '../shared/ports/archive.ts'
import { addSeconds } from '../shared/ports/clock.ts'
import type { FilePlace, Files, PartedFiles } from '../shared/ports/files.ts'

type Version = { readonly versionId: string; readonly bytes: Buffer; readonly sha256: string }

const sha256Of = (bytes: Buffer, encoding: 'base64' | 'hex'): string =>
  createHash('sha256').update(bytes).digest(encoding)

export type MemoryStore = {
  readonly files: Files
  readonly archive: Archive
  /** Lays bytes down as a new version; the store's own word for their hash may be made to lie. */
  readonly put: (place: FilePlace, bytes: Buffer, said?: string) => string
  /** Lays down one part of an upload that has begun. */
  readonly putPart: (uploadId: string, number: number, bytes: Buffer) => void
  /** Loses every version of a file. */
  readonly lose: (place: FilePlace) => void
  readonly bytesOf: (place: FilePlace) => Buffer | undefined
  /** How many versions of a file lie there. */
  readonly countOf: (place: FilePlace) => number
}

export const memoryStore = (): MemoryStore => {
  const objects = new Map<string, Version[]>()
  const parts = new Map<string, Map<number, Buffer>>()
  let made = 0
  const nameOf = ({ bucket, key }: FilePlace): string => `${bucket}/${key}`
  const versionsOf = (place: FilePlace): Version[] => objects.get(nameOf(place)) ?? []
  const find = (place: FilePlace): Version | undefined =>
    place.versionId
      ? versionsOf(place).find(({ versionId }) => versionId === place.versionId)
      : versionsOf(place).at(-1)

  const put: MemoryStore['put'] = (place, bytes, said = sha256Of(bytes, 'base64')) => {
    const versionId = `stored-${++made}`
    objects.set(nameOf(place), [...versionsOf(place), { versionId, bytes, sha256: said }])
    return versionId
  }
  const look: Files['look'] = async (place) => {
    const found = find(place)
    return found && { length: found.bytes.length, sha256: found.sha256, versionId: found.versionId }
  }
  const parted: PartedFiles = {
    beginParts: async () => {
      const uploadId = `parted-${++made}`
      parts.set(uploadId, new Map())
      return { uploadId }
    },
    uploadPart: async ({ key, uploadId, number, length, sha256 }, now) => ({
      method: 'PUT',
      url: `https://files.example/documents/${key}?uploadId=${uploadId}&partNumber=${number}`,
      headers: { 'content-length': String(length), 'x-amz-checksum-sha256': sha256 },
      expiresAt: addSeconds(now, 900),
    }),
    listParts: async ({ uploadId }) => {
      const come = parts.get(uploadId)
      if (come === undefined) return undefined
      const inOrder = [...come].sort(([a], [b]) => a - b)
      return inOrder.map(([number, bytes]) => ({ number, length: bytes.length, sha256: sha256Of(bytes, 'base64') }))
    },
    joinParts: async ({ key, uploadId }) => {
      const come = parts.get(uploadId)
      if (come === undefined) return undefined
      parts.delete(uploadId)
      const whole = Buffer.concat([...come].sort(([a], [b]) => a - b).map(([, bytes]) => bytes))
      // The store's own word for it is a hash of hashes: no SHA-256 of the whole.
      return { versionId: put({ bucket: 'documents', key }, whole, `composite-${come.size}`) }
    },
    abandonParts: async ({ uploadId }) => void parts.delete(uploadId),
  }
  return {
    put,
    putPart: (uploadId, number, bytes) => void parts.get(uploadId)?.set(number, bytes),
    lose: (place) => void objects.delete(nameOf(place)),
    bytesOf: (place) => find(place)?.bytes,
    countOf: (place) => versionsOf(place).length,
    files: {
      look,
      put: async (key, bytes) => ({ versionId: put({ bucket: 'documents', key }, bytes) }),
      get: async (place) => find(place)?.bytes,
      first: async (place, bytes) => find(place)?.bytes.subarray(0, bytes),
      ...parted,
      upload: async ({ key, length, sha256, contentType }, now) => ({
        method: 'PUT',
        url: `https://files.example/documents/${key}`,
        headers: { 'content-length': String(length), 'content-type': contentType, 'x-amz-checksum-sha256': sha256 },
        expiresAt: addSeconds(now, 900),
      }),
      download: async ({ bucket, key, versionId, name }, now) => ({
        url: `https://files.example/${bucket}/${key}?version=${versionId ?? ''}&name=${encodeURIComponent(name)}`,
        expiresAt: addSeconds(now, 300),
      }),
    },
    archive: {
      look,
      copy: async (from, to) => {
        const found = find(from)
        if (found === undefined) throw new Error('There is nothing to copy.')
        return { versionId: put(to, found.bytes) }
      },
      digest: async (place) => {
        const found = find(place)
        return found && { length: found.bytes.length, sha256: sha256Of(found.bytes, 'hex') }
      },
    },
  }
}
