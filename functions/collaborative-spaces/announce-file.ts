import type { Files, UploadTicket } from '../../shared/ports/files.ts'
import { asBase64 } from '../documents/file-facts.ts'
import type { FileFacts } from '../documents/records.ts'
import { type EntryFile, entryKey, type SpaceEntryVersion } from './records.ts'

type Announced = Pick<SpaceEntryVersion, 'spaceId' | 'entryId' | 'versionId' | 'createdAt' | 'createdBy'>
export type FileVersion = SpaceEntryVersion & { readonly file: EntryFile }

/** A version as it is before its bytes have come. */
export const announceFile = (file: FileFacts, ids: Announced): FileVersion => ({
  ...ids,
  title: file.name,
  text: null,
  file: {
    ...file,
    key: entryKey(ids),
    storedVersionId: null,
    state: 'awaiting-upload',
    receivedAt: null,
  },
})

/** The address that takes exactly the bytes that were announced (C-31). */
export const uploadOf = (
  files: Files,
  { key, length, sha256, contentType }: EntryFile,
  now: string,
): Promise<UploadTicket> => files.upload({ key, length, sha256: asBase64(sha256), contentType }, now)
