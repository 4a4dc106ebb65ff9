/** Who plays in the journey and what they hold so far: plainly invented people of an invented practice. */
import { randomBytes } from 'node:crypto'
import type * as z from 'zod/mini'
import type { DossierView } from '../../functions/dossiers/routes.ts'
import { addFirstMember } from '../../infra/first-member.ts'
import type { LocalStack } from '../../infra/local/local-stack.ts'
import { type Client, clientOf } from './api-client.ts'
import { linkIn, openPage, postForm, townOf } from './people-in-town.ts'

export type Stack = Pick<LocalStack, 'apiUrl' | 'endpoint' | 'outputs' | 'mailbox'> & { readonly folder: string }

type SignIn = { who: string; email: string; password: string }

/** A file as it was read, and where it stands. */
export type Sent = { readonly name: string; readonly bytes: Buffer; readonly sha256: string; documentId: string }

export type Cast = {
  readonly stack: Stack
  readonly town: ReturnType<typeof townOf>
  readonly signIns: SignIn[]
  readonly files: Sent[]
  /** Client by the role a person plays. */
  readonly as: (who: string) => Client
  readonly token: (who: string) => string
  readonly email: (who: string) => string
  /** Signs somebody in and remembers them under the role they play. */
  readonly signIn: (who: string, email: string, password: string) => Promise<void>
  /** Follows the invitation that was mailed to somebody, sets a password on its page, and signs them in. */
  readonly activate: (who: string, email: string) => Promise<void>
  /** The office's first administrator: signed in as before, or invited the way a new tenant's is. */
  readonly office: () => Promise<'signed in again' | 'invited and activated'>
  /** An address that nobody has yet: the same person plays again under another one. */
  readonly address: (local: string, domain: string) => string
  readonly facts: {
    practitionerId?: string
    purchaseId?: string
    dossier?: z.output<typeof DossierView>
  }
}

const DEMONSTRATION_PASSWORD = 'greffe-local-demonstration'

export const castOf = (stack: Stack): Cast => {
  const town = townOf(stack)
  const signIns: SignIn[] = []
  const tokens = new Map<string, string>()
  const emails = new Map<string, string>()
  const run = randomBytes(3).toString('hex')

  const cast: Cast = {
    stack,
    town,
    signIns,
    files: [],
    facts: {},
    as: (who) => clientOf(stack.apiUrl, cast.token(who)),
    token: (who) => {
      const token = tokens.get(who)
      if (token === undefined) throw new Error(`${who} has not signed in.`)
      return token
    },
    email: (who) => emails.get(who) ?? '',
    address: (local, domain) => `${local}.${run}@${domain}`,

    async signIn(who, email, password) {
      tokens.set(who, await town.signIn(email, password))
      emails.set(who, email)
      if (!signIns.some((known) => known.email === email)) signIns.push({ who, email, password })
    },

    async activate(who, email) {
      const link = linkIn(await town.mailTo(email, (mail) => mail.text.includes('/activations/')), 'activations')
      const shown = await openPage(link)
      if (shown.status !== 200) throw new Error(`The activation page answered ${shown.status}.`)
      const password = DEMONSTRATION_PASSWORD
      const { status } = await postForm(link, { password, repeat: password })
      if (status !== 200) throw new Error(`Setting the password answered ${status}.`)
      await cast.signIn(who, email, password)
    },

    async office() {
      const email = 'odile.marchetti@cabinet-marchetti-brun.example'
      try {
        await cast.signIn('office', email, DEMONSTRATION_PASSWORD)
        return 'signed in again'
      } catch {
        await addFirstMember(town.table, { name: 'Odile Marchetti-Brun', email, language: 'fr' })
        await cast.activate('office', email)
        return 'invited and activated'
      }
    },
  }
  return cast
}

/** The dossier that the journey is about. */
export const dossierOf = ({ facts: { dossier } }: Cast): { readonly dossierId: string } => {
  if (dossier === undefined) throw new Error('There is no dossier yet.')
  return { dossierId: dossier.dossierId }
}
