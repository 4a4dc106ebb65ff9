/** What happens in the journey, in order: each deed says what came out, or throws a sentence that says what did not. */
import { randomFillSync } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { routes as accessRequests } from '../../functions/access-requests/routes.ts'
import { routes as archive } from '../../functions/archive-transfers/routes.ts'
import { routes as clientUsers } from '../../functions/client-users/routes.ts'
import { routes as clients } from '../../functions/clients/routes.ts'
import { routes as dossiers } from '../../functions/dossiers/routes.ts'
import { routes as members } from '../../functions/members/routes.ts'
import { type Cast, dossierOf, type Sent } from './cast.ts'
import { lifeOfADossier } from './deeds-of-a-dossier.ts'
import { portalOfADossier } from './deeds-of-a-portal.ts'
import { bytesAt, sendAndWait, upload } from './move-files.ts'
import { fieldOf, linkIn, openPage, postForm, sha256, until } from './people-in-town.ts'

export type Deed = { readonly title: string; readonly does: (cast: Cast) => Promise<string> }

const LARGE_FILE = { name: 'grand-livre-2026.bin', length: 20 * 1024 * 1024 }
const DAY = 86_400_000

/** The folder's files, and a large one made here. */
const filesOf = async (folder: string): Promise<Omit<Sent, 'documentId'>[]> => {
  const names = (await readdir(folder)).filter((name) => !name.startsWith('.') && name !== 'README.md').sort()
  const read: Omit<Sent, 'documentId'>[] = []
  for (const name of names) {
    const path = join(folder, name)
    if (!(await stat(path)).isFile()) continue
    const bytes = await readFile(path)
    if (bytes.length > 0) read.push({ name: name.normalize('NFC'), bytes, sha256: sha256(bytes) })
  }
  const large = randomFillSync(Buffer.alloc(LARGE_FILE.length))
  return [...read, { name: LARGE_FILE.name, bytes: large, sha256: sha256(large) }]
}

const megabytes = (files: readonly { bytes: Buffer }[]): string =>
  `${(files.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1024 / 1024).toFixed(1)} MB`

const ask = async (cast: Cast, who: string, person: { name: string; email: string; message?: string }) => {
  const request = await cast.as(who).call(accessRequests.requestAccess, {
    params: dossierOf(cast),
    input: { ...person, profile: 'client-document-processing-archive', language: 'fr' },
  })
  return request.requestId
}

const stateOf = (cast: Cast, requestId: string) => async (): Promise<string> =>
  (
    await cast
      .as('client administrator')
      .call(accessRequests.readAccessRequest, { params: { ...dossierOf(cast), requestId } })
  ).state

/** The decision page that was mailed to the responsible about somebody. */
const decisionPage = async (cast: Cast, about: string): Promise<string> =>
  linkIn(
    await cast.town.mailTo(
      cast.email('practitioner'),
      (mail) => mail.text.includes('/access-decisions/') && mail.text.includes(about),
    ),
    'access-decisions',
  )

export const deeds: readonly Deed[] = [
  {
    title: 'The office signs in',
    does: async (cast) => `${await cast.office()}; ${cast.email('office')}`,
  },
  {
    title: 'It adds a practitioner, who activates their account',
    does: async (cast) => {
      const email = cast.address('basile.tournemire', 'cabinet-marchetti-brun.example')
      const member = await cast.as('office').call(members.addMember, {
        input: { name: 'Basile Tournemire', email, language: 'fr', roles: ['practitioner'] },
      })
      cast.facts.practitionerId = member.personId
      await cast.activate('practitioner', email)
      return `${email} signed in`
    },
  },
  {
    title: 'It creates a client and their dossier, with its responsible',
    does: async (cast) => {
      const office = cast.as('office')
      const client = await office.call(clients.createClient, { input: { name: 'Atelier Verrières', kind: 'company' } })
      cast.facts.dossier = await office.call(dossiers.createDossier, {
        input: { clientId: client.clientId, ownerId: String(cast.facts.practitionerId) },
      })
      return `dossier ${cast.facts.dossier.number} of ${client.name}`
    },
  },
  {
    title: "It creates the dossier's first client user, who sets a password on the page mailed to them",
    does: async (cast) => {
      const email = cast.address('camille.verrier', 'atelier-verrieres.example')
      await cast.as('office').call(clientUsers.createClientUser, {
        params: dossierOf(cast),
        input: { name: 'Camille Verrier', email, language: 'fr', profile: 'client-administrator' },
      })
      await cast.activate('client administrator', email)
      return `${email} signed in as Administrator`
    },
  },
  {
    title: 'The client user uploads every file of the folder',
    does: async (cast) => {
      for (const file of await filesOf(cast.stack.folder))
        cast.files.push({ ...file, documentId: await upload(cast.as('client administrator'), dossierOf(cast), file) })
      return `${cast.files.length} files, ${megabytes(cast.files)}`
    },
  },
  {
    title: 'They send them, and a transfer copies, verifies and records each',
    does: async (cast) => {
      const who = cast.as('client administrator')
      const documentIds = cast.files.map(({ documentId }) => documentId)
      const ended = await sendAndWait(who, dossierOf(cast), documentIds)
      if (ended.state !== 'sent') throw new Error(`The transfer ended as ${ended.state}.`)
      await cast.town.mailTo(cast.email('practitioner'), (mail) => mail.text.includes(cast.files[0]?.name ?? ''))
      return `${ended.documents.length} documents sent, and the responsible was told`
    },
  },
  {
    title: 'They ask for access for a new user; the responsible opens the mailed page and approves',
    does: async (cast) => {
      const email = cast.address('ines.quintal', 'atelier-verrieres.example')
      const requestId = await ask(cast, 'client administrator', {
        name: 'Inès Quintal-Roy',
        email,
        message: 'Inès reprend la saisie des factures.',
      })
      const link = await decisionPage(cast, email)
      const { page } = await openPage(link)
      for (const shown of ['Inès Quintal-Roy', email, 'Camille Verrier'])
        if (!page.includes(shown)) throw new Error(`The page does not show ${shown}.`)
      const { status } = await postForm(link, {
        decision: 'approve',
        profile: 'client-document-processing-archive',
        reason: '',
        version: fieldOf(page, 'version'),
      })
      if (status !== 200) throw new Error(`Approving answered ${status}.`)
      const state = await stateOf(cast, requestId)()
      if (state !== 'approved') throw new Error(`The request is ${state}.`)
      await cast.activate('new user', email)
      return `${email} was created, invited, and signed in`
    },
  },
  {
    title: 'The new user downloads the archived files',
    does: async (cast) => {
      const who = cast.as('new user')
      const { items } = await who.call(archive.listArchive, { params: dossierOf(cast), input: { limit: 100 } })
      for (const file of cast.files) {
        const entry = items.find(({ documentId }) => documentId === file.documentId)
        if (entry === undefined) throw new Error(`${file.name} is not in the archive.`)
        const params = { ...dossierOf(cast), entryId: entry.entryId }
        const bytes = await bytesAt(await who.call(archive.downloadArchiveEntry, { params }))
        if (!bytes.equals(file.bytes)) throw new Error(`${file.name} came back otherwise than it went in.`)
      }
      return `${cast.files.length} files, byte for byte what was uploaded`
    },
  },
  {
    title: 'A second request is refused with a reason',
    does: async (cast) => {
      const email = cast.address('lazare.pontcarre', 'atelier-verrieres.example')
      const requestId = await ask(cast, 'client administrator', { name: 'Lazare Pontcarré', email })
      const link = await decisionPage(cast, email)
      const { page } = await openPage(link)
      const reason = 'Lazare ne travaille plus pour Atelier Verrières.'
      const { status } = await postForm(link, { decision: 'refuse', reason, version: fieldOf(page, 'version') })
      if (status !== 200) throw new Error(`Refusing answered ${status}.`)
      const state = await stateOf(cast, requestId)()
      if (state !== 'refused') throw new Error(`The request is ${state}.`)
      await cast.town.mailTo(cast.email('client administrator'), (mail) => mail.text.includes(reason))
      return 'the requester sees it and was mailed the reason'
    },
  },
  {
    title: 'A third is left alone and expires, by moving the clock',
    does: async (cast) => {
      const email = cast.address('solange.abbeville', 'atelier-verrieres.example')
      const requestId = await ask(cast, 'client administrator', { name: 'Solange Abbeville', email })
      await decisionPage(cast, email)
      await until('expiry', async () => {
        await cast.town.tickAt(new Date(Date.now() + 60 * DAY).toISOString())
        return (await stateOf(cast, requestId)()) === 'expired' ? true : undefined
      })
      await cast.town.mailTo(cast.email('client administrator'), (mail) => mail.text.includes('Solange Abbeville'))
      return 'the requester sees it and was mailed'
    },
  },
  ...portalOfADossier,
  ...lifeOfADossier,
]
