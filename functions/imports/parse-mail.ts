/** An e-mail taken apart: real MIME, written by anybody, within bounds (B-12). */
import PostalMime, { type Attachment, type Email, type Header } from 'postal-mime'

/** Where an attachment is one of these, it stays as it is: a mail within a mail, a file of an old office suite. */
const options = { forceRfc822Attachments: true, maxNestingDepth: 50, maxHeadersSize: 256 * 1024 } as const

export type ParsedFile = Pick<Attachment, 'filename' | 'mimeType'> & {
  readonly bytes: Uint8Array
  /** The text of the mail shows it: a picture of a signature, most often. */
  readonly isShownInText: boolean
}

export type ParsedMail = {
  /** In their order: whoever takes a mail in adds theirs on top, so that the first of a name is theirs. */
  readonly headers: readonly Header[]
  /** The one address that it is from; `null` where there is none, or more than one. */
  readonly from: string | null
  /** The addresses that it was delivered to, as far as can be told. */
  readonly recipients: readonly string[]
  readonly subject: string
  readonly files: readonly ParsedFile[]
  /** A program wrote it. */
  readonly automatic: boolean
  /** Its body could not be read: `files` are not all of them. */
  readonly isBroken: boolean
}

/** Takes a mail apart; `undefined` where not even its headers can be read. */
export const parseMail = async (raw: Uint8Array): Promise<ParsedMail | undefined> => {
  const whole = await parse(raw)
  if (whole !== undefined) return tidied(whole, false)
  const headers = await parse(headersOf(raw))
  return headers && tidied(headers, true)
}

const parse = (raw: Uint8Array): Promise<Email | undefined> => new PostalMime(options).parse(raw).catch(() => undefined)

/** What comes before the first empty line. */
const headersOf = (raw: Uint8Array): Uint8Array => {
  const text = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength)
  const ends = ['\r\n\r\n', '\n\n'].map((end) => text.indexOf(end)).filter((at) => at >= 0)
  return text.subarray(0, Math.min(text.length, ...ends))
}

const tidied = (mail: Email, isBroken: boolean): ParsedMail => ({
  headers: mail.headers,
  from: fromOf(mail),
  recipients: recipientsOf(mail),
  subject: (mail.subject ?? '')
    .replaceAll(/[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .slice(0, 200)
    .toWellFormed(),
  files: isBroken ? [] : mail.attachments.map((attachment) => fileOf(attachment, mail.html ?? '')),
  automatic: isAutomatic(mail.headers),
  isBroken,
})

const ADDRESS = /^[^\s<>,;"]{1,64}@[a-z0-9.-]{1,190}$/

const plain = (address: string | undefined): string => (address ?? '').trim().toLowerCase()

const fromOf = ({ headers, from }: Email): string | null => {
  const isOne =
    headers.filter(({ key }) => key === 'from').length === 1 && from !== undefined && !('group' in from && from.group)
  const address = plain(from?.address)
  const said = headers.find(({ key }) => key === 'from')?.value ?? ''
  // Two addresses in one header: which of them is believed would be anybody's choice.
  const isSingle = (said.replaceAll(/"(?:[^"\\]|\\.)*"/g, '').match(/@/g) ?? []).length === 1
  return isOne && isSingle && ADDRESS.test(address) ? address : null
}

/**
 * Whom it was delivered to: by whoever took it in, where they said so (SES names it in the first `Received`), else by
 * whom its writer says that it is to.
 */
const recipientsOf = ({ headers, to = [], cc = [] }: Email): readonly string[] => {
  const first = headers.find(({ key }) => key === 'received')?.value ?? ''
  const envelope = [
    /\bfor\s+<?([^\s<>;]+@[^\s<>;]+)>?/i.exec(first)?.[1],
    ...headers.filter(({ key }) => key === 'x-original-to' || key === 'delivered-to').map(({ value }) => value),
  ].map((address) => plain(address).replace(/^<(.*)>$/, '$1'))
  const written = [...to, ...cc].flatMap((one) => (one.group ?? [one]).map(({ address }) => plain(address)))
  return [...new Set([...envelope, ...written])].filter((address) => ADDRESS.test(address))
}

const isAutomatic = (headers: readonly Header[]): boolean => {
  const valueOf = (name: string) => plain(headers.find(({ key }) => key === name)?.value)
  const submitted = valueOf('auto-submitted')
  return (
    (submitted !== '' && submitted !== 'no') ||
    ['bulk', 'junk', 'list'].includes(valueOf('precedence')) ||
    valueOf('return-path') === '<>'
  )
}

/** So small is what a signature shows; a photograph that somebody put into their text is more. */
const SMALL_PICTURE = 100_000

const fileOf = ({ filename, mimeType, contentId, content }: Attachment, html: string): ParsedFile => {
  const bytes = typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content)
  const id = contentId?.replaceAll(/^<|>$/g, '') ?? ''
  const isReferenced = id !== '' && (html.includes(`cid:${id}`) || html.includes(`cid:${encodeURIComponent(id)}`))
  const isShownInText = isReferenced && mimeType.startsWith('image/') && bytes.length < SMALL_PICTURE
  return { filename, mimeType, bytes, isShownInText }
}
