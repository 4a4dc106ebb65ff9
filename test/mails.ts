/** E-mails as programs write them: raw text with MIME parts. */
export type MailPart = {
  readonly type: string
  readonly bytes: Buffer
  /** As it stands in the header, quoted; none where it is `null`. */
  readonly name?: string | null
  readonly disposition?: 'attachment' | 'inline'
  readonly contentId?: string
}

export type WrittenMail = {
  readonly from: string
  readonly to: string
  readonly subject?: string
  readonly html?: string
  /** Further header lines, on top of the others. */
  readonly headers?: readonly string[]
  readonly parts?: readonly MailPart[]
}

const BOUNDARY = '=_greffe_0f3a'
const wrapped = (bytes: Buffer): string => bytes.toString('base64').replaceAll(/.{76}/g, '$&\r\n')

const partOf = ({ type, bytes, name = 'pièce.pdf', disposition = 'attachment', contentId }: MailPart): string =>
  [
    `Content-Type: ${type}`,
    `Content-Disposition: ${disposition}${name === null ? '' : `; filename="${name}"`}`,
    'Content-Transfer-Encoding: base64',
    ...(contentId === undefined ? [] : [`Content-ID: <${contentId}>`]),
    '',
    wrapped(bytes),
  ].join('\r\n')

/** The raw text of a mail. */
export const emlOf = (mail: WrittenMail): Buffer => {
  const { from, to, subject = 'Factures', html = '<p>Bonjour.</p>', headers = [], parts = [] } = mail
  const text = ['Content-Type: text/html; charset=utf-8', '', html].join('\r\n')
  const all = [text, ...parts.map(partOf)]
  return Buffer.from(
    [
      ...headers,
      `From: ${from}`,
      `To: ${to}`,
      `Subject: ${subject}`,
      'Date: Mon, 2 Mar 2026 09:00:00 +0000',
      'MIME-Version: 1.0',
      `Content-Type: multipart/mixed; boundary="${BOUNDARY}"`,
      '',
      ...all.map((part) => `--${BOUNDARY}\r\n${part}`),
      `--${BOUNDARY}--`,
      '',
    ].join('\r\n'),
  )
}
