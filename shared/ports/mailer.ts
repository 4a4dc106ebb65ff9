export type Mail = { readonly to: string; readonly subject: string; readonly html: string; readonly text: string }

/** Sends mail in the tenant's name; only the mail function has one. */
export interface Mailer {
  send(mail: Mail): Promise<void>
}
