import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'

/** One mail sent through the emulator's SES. */
export interface Mail {
  id: string
  from: string
  to: string[]
  subject: string
  text: string
  html: string
  /** UTC ISO-8601. */
  sentAt: string
}

interface SentMessage {
  MessageId: string
  Source: string
  To: string[]
  CC: string[]
  BCC: string[]
  Subject: string
  BodyText: string | null
  BodyHtml: string | null
  /** Seconds since 1970. */
  Timestamp: number
}

export interface Mailbox {
  /** Every mail sent, newest first. */
  list(): Promise<Mail[]>
}

/** A mail as the mailbox page shows it. */
export function readMessage(message: SentMessage): Mail {
  return {
    id: message.MessageId.replace(/@.*$/, ''),
    from: message.Source,
    to: [...message.To, ...message.CC, ...message.BCC],
    subject: message.Subject,
    text: message.BodyText ?? '',
    html: message.BodyHtml ?? '',
    sentAt: new Date(message.Timestamp * 1000).toISOString(),
  }
}

/**
 * Reads the mails that the emulator sent.
 * @param keepFile the emulator forgets its mails when it stops: with this file they are found again.
 */
export function openMailbox(emulatorUrl: string, keepFile?: string): Mailbox {
  const byId = new Map<string, Mail>()
  if (keepFile && existsSync(keepFile)) {
    for (const mail of JSON.parse(readFileSync(keepFile, 'utf8')) as Mail[]) byId.set(mail.id, mail)
  }
  return {
    async list() {
      const answer = await fetch(`${emulatorUrl}/_ministack/ses/messages`)
      const { messages } = (await answer.json()) as { messages: Record<string, SentMessage[]> }
      for (const message of Object.values(messages).flat()) {
        const mail = readMessage(message)
        byId.set(mail.id, mail)
      }
      const mails = [...byId.values()].sort((a, b) => b.sentAt.localeCompare(a.sentAt))
      if (keepFile) {
        writeFileSync(`${keepFile}.new`, JSON.stringify(mails))
        renameSync(`${keepFile}.new`, keepFile)
      }
      return mails
    },
  }
}
