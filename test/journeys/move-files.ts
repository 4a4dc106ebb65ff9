/** Files on their way: announced, put to the address given for them, completed, sent, fetched. */
import type * as z from 'zod/mini'
import { routes as archive, type TransferView } from '../../functions/archive-transfers/routes.ts'
import { type DownloadView, routes as documents } from '../../functions/documents/routes.ts'
import type { Client } from './api-client.ts'
import { sha256, until } from './people-in-town.ts'

type OfDossier = { readonly dossierId: string }
type LocalFile = { readonly name: string; readonly bytes: Buffer; readonly contentType?: string }
type Ticket = { readonly method: string; readonly url: string; readonly headers: Readonly<Record<string, string>> }

/** What is announced of a file. */
export const announcementOf = ({ name, bytes, contentType }: LocalFile) => ({
  name,
  length: bytes.length,
  sha256: sha256(bytes),
  ...(contentType === undefined ? {} : { contentType }),
})

/** Sends bytes to the address that was given for them. */
export const put = ({ method, url, headers }: Ticket, bytes: Uint8Array): Promise<Response> =>
  fetch(url, { method, headers, body: new Uint8Array(bytes) })

/** Announces a file, puts its bytes to the address given for them, and completes; gives the document's id. */
export const upload = async (who: Client, params: OfDossier, file: LocalFile): Promise<string> => {
  const announced = await who.call(documents.importDocument, { params, input: announcementOf(file) })
  const stored = await put(announced.upload, file.bytes)
  if (!stored.ok) throw new Error(`Putting ${file.name} answered ${stored.status}: ${await stored.text()}`)
  const { document, versionId } = announced
  const { documentId } = document
  await who.call(documents.completeUpload, { params: { ...params, documentId }, input: { versionId } })
  return documentId
}

/** Waits for the end of a transfer, whatever it is. */
export const endOf = (who: Client, params: OfDossier, transferId: string): Promise<z.output<typeof TransferView>> =>
  until('end of the transfer', async () => {
    const transfer = await who.call(archive.readTransfer, { params: { ...params, transferId } })
    return transfer.state === 'sending' ? undefined : transfer
  })

/** Sends documents to the archive and waits for the end. */
export const sendAndWait = async (
  who: Client,
  params: OfDossier,
  documentIds: readonly string[],
): Promise<z.output<typeof TransferView>> => {
  const { transferId } = await who.call(archive.sendDocuments, { params, input: { documentIds: [...documentIds] } })
  return endOf(who, params, transferId)
}

/** What lies at an address for downloading. */
export const bytesAt = async ({ url }: Pick<z.output<typeof DownloadView>, 'url'>): Promise<Buffer> => {
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(`Fetching the file answered ${answer.status}.`)
  return Buffer.from(await answer.arrayBuffer())
}
