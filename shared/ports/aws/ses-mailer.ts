import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2'
import type { Mailer } from '../mailer.ts'

type Options = { readonly sender: string; readonly client?: SESv2Client }

/** Mail by SES, with an HTML and a text part. */
export const sesMailer = ({ sender, client = new SESv2Client({}) }: Options): Mailer => ({
  async send({ to, subject, html, text }) {
    const utf8 = (data: string) => ({ Data: data, Charset: 'UTF-8' })
    await client.send(
      new SendEmailCommand({
        FromEmailAddress: sender,
        Destination: { ToAddresses: [to] },
        Content: { Simple: { Subject: utf8(subject), Body: { Html: utf8(html), Text: utf8(text) } } },
      }),
    )
  },
})
