import { expect, test } from 'vitest'
import { hashOfToken, type Link, Links } from '../../shared/links.ts'
import { People, type Person } from '../../shared/people.ts'
import type { Mail } from '../../shared/ports/mailer.ts'
import { create, type Write } from '../../shared/table/table.ts'
import { type MemoryTable, memoryTable } from '../../test/memory-table.ts'
import { documentAt } from '../../test/one-dossier.ts'
import { idOf, NOW, personOf } from '../../test/world.ts'
import { type AccessRequest, AccessRequests, RequestClaims } from '../access-requests/records.ts'
import { type Transfer, Transfers } from '../archive-transfers/records.ts'
import { Documents } from '../documents/records.ts'
import { type Dossier, Dossiers } from '../dossiers/records.ts'
import { jobTools } from '../kernel/job.ts'
import type { World } from '../kernel/line.ts'
import { type Share, Shares } from '../sharing/records.ts'
import { tellingNewUser, tellingOutcome } from './access-letters.ts'
import { askingForVerdict, inviting, tellingHandover, tellingShare, tellingShareEnd } from './letters.ts'
import { post } from './send-mail.ts'
import { tellingTransfer } from './sending-letters.ts'

const sender = { organisation: 'Cabinet Marchetti-Brun', timeZone: 'Europe/Paris' }
const owner = personOf('owner')
const requester = personOf('Administrator of the dossier')

const dossier: Dossier = {
  dossierId: idOf(500),
  number: 12,
  clientId: idOf(501),
  clientName: 'Atelier Verrières',
  ownerId: owner.personId,
  responsibleId: owner.personId,
  state: 'active',
  modules: ['archive'],
  createdAt: NOW,
  createdBy: owner.personId,
}
const request: AccessRequest = {
  dossierId: dossier.dossierId,
  requestId: idOf(510),
  requestedBy: requester.personId,
  joinedBy: [],
  name: 'Inès Quintal-Roy',
  email: 'ines.quintal@atelier-verrieres.example',
  language: 'fr',
  profile: 'client-full-access',
  message: null,
  state: 'pending',
  askedAt: NOW,
  expiresAt: '2026-03-16T09:00:00.000Z',
  outcome: null,
}
const transfer: Transfer = {
  dossierId: dossier.dossierId,
  transferId: idOf(520),
  state: 'sent',
  attempt: 1,
  documents: [
    {
      documentId: idOf(521),
      versionId: idOf(522),
      name: 'facture.pdf',
      contentType: 'application/pdf',
      length: 1200,
      sha256: 'a'.repeat(64),
      state: 'sent',
      reason: null,
    },
  ],
  askedBy: requester.personId,
  askedAt: NOW,
  activeAt: NOW,
  endedAt: NOW,
}

const holding = (...writes: Write[]): MemoryTable => {
  const table = memoryTable()
  table.put(...writes)
  return table
}

const bare = ({ version: _version, ...person }: Person & { version?: number }): Person => person as Person
const tableOf = (...more: Write[]) =>
  holding(create(People, bare(owner)), create(People, bare(requester)), create(Dossiers, dossier), ...more)

const toolsOn = (table: MemoryTable) => {
  let last = 5000
  const world = { table, newId: () => idOf(++last), clock: () => NOW, publicUrl: 'https://greffe.example' }
  return jobTools(world as unknown as World, 'send-mail', 'event')
}
const subject = { dossierId: dossier.dossierId, requestId: request.requestId }

test('P-11: who is asked for a verdict gets a link that is theirs alone, for this request, until it expires', async () => {
  const tools = toolsOn(tableOf(create(AccessRequests, request)))
  const [letter, ...more] = await askingForVerdict(
    { ...subject, personId: owner.personId, for: null, reminder: false },
    sender,
    tools,
  )
  expect(more).toEqual([])
  expect(letter?.kind).toBe('access-request')
  expect(letter?.to.personId).toBe(owner.personId)
  expect(letter?.link).toMatchObject({
    purpose: 'access-decision',
    personId: owner.personId,
    subject,
    expiresAt: request.expiresAt,
  })
})

test('P-11: what the table keeps of a mailed link is the hash of its token, and the token is in the mail only', async () => {
  const table = tableOf(create(AccessRequests, request))
  const tools = toolsOn(table)
  const letters = await askingForVerdict(
    { ...subject, personId: owner.personId, for: null, reminder: false },
    sender,
    tools,
  )
  const sent: Mail[] = []
  await post(letters, { send: async (mail) => void sent.push(mail) }, tools)

  const token = /access-decisions\/([\w-]{43})/.exec(sent[0]?.text ?? '')?.[1] ?? ''
  const { link } = await table.load({
    link: { record: Links, key: Links.key({ tokenHash: hashOfToken(token) }), required: false },
  })
  expect((link as unknown as Link).personId).toBe(owner.personId)
  expect(JSON.stringify(link)).not.toContain(token)
})

test('the link is there before the mail leaves, so that no mail carries one that does not work', async () => {
  const table = tableOf(create(AccessRequests, request))
  const tools = toolsOn(table)
  const letters = await askingForVerdict(
    { ...subject, personId: owner.personId, for: null, reminder: true },
    sender,
    tools,
  )
  const failing = { send: () => Promise.reject(new Error('The mail service does not answer.')) }
  await expect(post(letters, failing, tools)).rejects.toThrow()
  const tokenHash = letters[0]?.link?.tokenHash ?? 'none'
  const { link } = await table.load({ link: { record: Links, key: Links.key({ tokenHash }), required: false } })
  expect(link).toBeDefined()
})

test('P-12: nobody is asked about a request that has ended meanwhile', async () => {
  const tools = toolsOn(tableOf(create(AccessRequests, { ...request, state: 'withdrawn' })))
  expect(
    await askingForVerdict({ ...subject, personId: owner.personId, for: null, reminder: true }, sender, tools),
  ).toEqual([])
})

test('P-12: the requester and who joined are told how it ended; who withdrew is not', async () => {
  const other = personOf('Full Access of the dossier')
  const outcome = { by: owner.personId, at: NOW, profile: null, reason: 'Inconnue au dossier.' }
  const ended = { ...request, state: 'refused' as const, joinedBy: [other.personId], outcome }
  const tools = toolsOn(tableOf(create(AccessRequests, ended), create(People, bare(other))))
  const letters = await tellingOutcome({ ...subject, outcome: 'refused' }, sender, tools)
  expect(letters.map(({ kind, to }) => [kind, to.personId])).toEqual([
    ['access-request-refused', requester.personId],
    ['access-request-refused', other.personId],
  ])
  expect(letters[0]?.data).toMatchObject({ reason: 'Inconnue au dossier.', decidedBy: owner.name })
  expect(await tellingOutcome({ ...subject, outcome: 'withdrawn' }, sender, tools)).toEqual([])
})

test('C-02: an invited person gets an activation link; an active one is told of the dossier, without any link', async () => {
  const invited: Person = { ...bare(requester), personId: idOf(700), email: 'new@greffe.example', status: 'invited' }
  const tools = toolsOn(tableOf(create(People, invited)))
  const invitation = { invitedBy: owner.personId, dossierId: dossier.dossierId }
  const [first] = await inviting({ ...invitation, personId: invited.personId }, sender, tools)
  expect(first).toMatchObject({ kind: 'invitation', link: { purpose: 'activation', personId: invited.personId } })
  const [second] = await inviting({ ...invitation, personId: requester.personId }, sender, tools)
  expect(second?.kind).toBe('dossier-assigned')
  expect(second?.link).toBeUndefined()
})

test('P-09: the office is told what was sent; when something was not, whoever sent it is told why as well', async () => {
  const ids = { dossierId: dossier.dossierId, transferId: transfer.transferId }
  const sent = toolsOn(tableOf(create(Transfers, transfer)))
  const told = await tellingTransfer({ ...ids, outcome: 'sent' }, sender, sent)
  expect(told.map(({ kind, to }) => [kind, to.personId])).toEqual([['documents-sent', owner.personId]])

  const documents = transfer.documents.map((one) => ({
    ...one,
    state: 'failed' as const,
    reason: 'not-copied' as const,
  }))
  const failed = toolsOn(tableOf(create(Transfers, { ...transfer, state: 'failed', documents })))
  const warned = await tellingTransfer({ ...ids, outcome: 'failed' }, sender, failed)
  expect(warned.map(({ to }) => to.personId)).toEqual([owner.personId, requester.personId])
  for (const { data } of warned) expect(data).toMatchObject({ sent: 0, failed: 1, reason: expect.stringMatching(/\S/) })
})

test('D-09: a mail names no document that is confidential by now, nor any of a confidential dossier', async () => {
  const ids = { dossierId: dossier.dossierId, transferId: transfer.transferId }
  const [sent] = transfer.documents
  const item = documentAt(1, 'owner', { state: 'sent', transferId: transfer.transferId }).document
  const namesIn = async (marked: object, of: object = {}) => {
    const document = create(Documents, { ...item, documentId: sent?.documentId ?? '', ...marked })
    const whole = tableOf(create(Transfers, transfer), create(Dossiers, { ...dossier, ...of }), document)
    const [told] = await tellingTransfer({ ...ids, outcome: 'sent' }, sender, toolsOn(whole))
    return (told as { data: { documents: { name: string | null }[] } }).data.documents.map(({ name }) => name)
  }
  expect(await namesIn({})).toEqual([sent?.name])
  expect(await namesIn({ confidential: true })).toEqual([null])
  expect(await namesIn({}, { confidential: true })).toEqual([null])
})

test('P-13: who answers for a dossier is told of the user that its Administrator created; in their place the administrators', async () => {
  const user = { ...bare(requester), personId: idOf(701), name: 'Inès Quintal-Roy', email: 'ines@greffe.example' }
  const created = { dossierId: dossier.dossierId, personId: user.personId, by: requester.personId }
  const [told, ...others] = await tellingNewUser(created, sender, toolsOn(tableOf(create(People, user))))
  expect(others).toEqual([])
  expect(told).toMatchObject({
    to: { personId: owner.personId },
    kind: 'client-user-created',
    data: { by: requester.name, newUser: { name: user.name, email: user.email }, profile: 'client-administrator' },
  })
  const administrator = personOf('administrator')
  const gone = create(People, { ...bare(owner), status: 'inactive' })
  const left = toolsOn(tableOf(gone, create(People, user), create(People, bare(administrator))))
  expect(await tellingNewUser(created, sender, left)).toMatchObject([{ to: { personId: administrator.personId } }])
})

const collaborator = personOf('stranger')
const share: Share = {
  dossierId: dossier.dossierId,
  personId: collaborator.personId,
  access: 'write',
  givenBy: owner.personId,
  givenAt: NOW,
  until: '2026-06-30T18:00:00.000Z',
}
const told = { ...share, by: owner.personId }
const withShare = (...more: Write[]) => toolsOn(tableOf(create(People, bare(collaborator)), ...more))

test('D-05: a collaborator is told of a share by whom, of which dossier, how far and until when, as it is by now', async () => {
  const tools = withShare(create(Shares, share))
  const letters = await tellingShare({ ...told, access: 'read', until: null }, sender, tools)
  expect(letters).toEqual([
    {
      to: expect.objectContaining({ personId: collaborator.personId }),
      kind: 'dossier-shared',
      data: {
        ...sender,
        name: collaborator.name,
        by: owner.name,
        dossier: '12 · Atelier Verrières',
        mayWrite: true,
        endsAt: share.until,
      },
    },
  ])
})

test('D-05: nobody is told of a share that has ended meanwhile, nor of the end of one that was given anew', async () => {
  expect(await tellingShare(told, sender, withShare())).toEqual([])
  expect(await tellingShare(told, sender, withShare(create(Shares, { ...share, until: NOW })))).toEqual([])
  expect(await tellingShareEnd(told, sender, withShare(create(Shares, share)))).toEqual([])
})

test('D-05: a collaborator is told who ended a share, or that its date did', async () => {
  const [byOwner] = await tellingShareEnd(told, sender, withShare())
  expect(byOwner).toMatchObject({ kind: 'share-ended', data: { by: owner.name, dossier: '12 · Atelier Verrières' } })
  const [byDate] = await tellingShareEnd({ ...told, by: null }, sender, withShare())
  expect(byDate).toMatchObject({ to: { personId: collaborator.personId }, data: { by: null } })
})

test('D-09: the mail names the client of no confidential dossier', async () => {
  const confidential = { ...dossier, confidential: true }
  const table = holding(
    create(Dossiers, confidential as Dossier),
    create(Shares, share),
    ...[owner, collaborator].map((person) => create(People, bare(person))),
  )
  const [letter] = await tellingShare(told, sender, toolsOn(table))
  expect(letter?.data).toMatchObject({ dossier: '12' })
})

test('D-06: a collaborator who was deactivated is told of no share', async () => {
  const gone = create(People, { ...bare(collaborator), status: 'inactive' })
  expect(await tellingShare(told, sender, toolsOn(tableOf(gone, create(Shares, share))))).toEqual([])
  expect(await tellingShareEnd(told, sender, toolsOn(tableOf(gone)))).toEqual([])
})

test('nobody who has left is mailed', async () => {
  const gone = { ...bare(requester), status: 'inactive' as const }
  const table = holding(create(People, gone), create(People, bare(owner)), create(Dossiers, dossier))
  const tools = toolsOn(table)
  expect(
    await inviting({ personId: gone.personId, invitedBy: owner.personId, dossierId: null }, sender, tools),
  ).toEqual([])
})

const handedOver = (more: object) => ({ from: idOf(801), to: owner.personId, owned: [], answered: [], ...more })
const former: Person = { ...bare(personOf('stranger')), personId: idOf(801) }

test('D-20: a successor is told of what is still theirs, by number, and never of a client', async () => {
  const other = { ...dossier, dossierId: idOf(530), number: 15, ownerId: idOf(802) }
  const tools = toolsOn(tableOf(create(People, former), create(Dossiers, other)))
  const event = handedOver({ owned: [dossier.dossierId, other.dossierId], answered: [dossier.dossierId] })
  const letters = await tellingHandover(event, sender, tools)
  expect(letters).toMatchObject([{ kind: 'dossier-handed-over', data: { owned: ['12'], answered: ['12'] } }])
  expect(JSON.stringify(letters[0]?.data)).not.toContain('Verrières')
  expect(await tellingHandover(handedOver({ owned: [other.dossierId] }), sender, tools)).toEqual([])
})

test('D-13: a successor is asked for their verdict on each request that waits, by a link of their own', async () => {
  const claim = { dossierId: dossier.dossierId, email: request.email, requestId: request.requestId }
  const ended = { ...claim, email: 'ended@atelier-verrieres.example', requestId: idOf(511) }
  const withdrawn = { ...request, requestId: idOf(511), state: 'withdrawn' as const }
  const tools = toolsOn(
    tableOf(
      create(People, former),
      create(AccessRequests, request),
      create(RequestClaims, claim),
      create(AccessRequests, withdrawn),
      create(RequestClaims, ended),
    ),
  )
  const letters = await tellingHandover(handedOver({ answered: [dossier.dossierId] }), sender, tools)
  expect(letters.map(({ kind }) => kind)).toEqual(['dossier-handed-over', 'access-request'])
  expect(letters[1]?.link).toMatchObject({ personId: owner.personId, subject })
})

test('D-20: a link that follows a reactivation is not from before it, though the clock of mail be late', async () => {
  const reinstatedAt = '2026-03-02T09:00:00.750Z'
  const invited: Person = {
    ...bare(requester),
    personId: idOf(700),
    email: 'new@greffe.example',
    status: 'invited',
    reinstatedAt,
  }
  const tools = toolsOn(tableOf(create(People, invited)))
  const invitation = { personId: invited.personId, invitedBy: owner.personId, dossierId: null }
  const [letter] = await inviting(invitation, sender, tools)
  expect(letter?.link?.createdAt).toBe(reinstatedAt)
})
