import { describe, expect, test } from 'vitest'
import type { DomainEvent, OutboxEntry } from '../../shared/events.ts'
import { People, type Person } from '../../shared/people.ts'
import { create, type Write } from '../../shared/table/table.ts'
import { holding, newId } from '../../test/ask.ts'
import type { MemoryTable } from '../../test/memory-table.ts'
import { dossier as stored } from '../../test/one-dossier.ts'
import { idOf, NOW, personOf } from '../../test/world.ts'
import { type Dossier, Dossiers } from '../dossiers/records.ts'
import { fillFeed } from '../feed/fill.ts'
import { type MailChoice, type NoticeKind, unchosen } from '../feed/notice-kinds.ts'
import { MailPreferences } from '../feed/records.ts'
import { jobTools } from '../kernel/job.ts'
import { type OwnerRequest, OwnerRequestClaims, OwnerRequests } from '../owner-requests/records.ts'
import { Shares } from '../sharing/records.ts'
import type { Letter } from './letters.ts'
import { tellingDigest, tellingNotice } from './notices.ts'
import { askingNewOwner, askingOwner, tellingOwnerRequestEnd } from './owner-request-letters.ts'
import { wantedLetters } from './wanted-letters.ts'

const sender = { organisation: 'Cabinet Marchetti-Brun', timeZone: 'Europe/Paris' }
const owner = personOf('owner')
const reader = personOf('stranger')
const { dossierId, number, clientName } = stored
const bare = <T extends object>({ version: _, ...item }: T & { version: number }) => item as unknown as T
const person = (of: typeof owner, more: Partial<Person> = {}) =>
  create(People, { ...bare<Person>(of), ...more } as Person)
const share = {
  dossierId,
  personId: reader.personId,
  access: 'read',
  givenBy: owner.personId,
  givenAt: NOW,
  until: null,
} as const
const chose = (kind: NoticeKind, choice: MailChoice, personId = reader.personId) =>
  create(MailPreferences, {
    personId,
    choices: { ...unchosen, [kind]: choice },
    changedAt: '2026-01-01T00:00:00.000Z',
    before: unchosen,
  })
const tableOf = (...more: Write[]) => holding(create(Dossiers, bare<Dossier>(stored)), person(owner), ...more)
const toolsOn = (table: MemoryTable, now = NOW) =>
  jobTools({ table, newId, clock: () => now, publicUrl: 'https://greffe.example' } as never, 'send-mail', 'event')
const happened = (event: DomainEvent) => ({ ...event, eventId: newId(), at: NOW }) as OutboxEntry
const closed = happened({ type: 'dossier-state-changed', data: { dossierId, state: 'closed', by: owner.personId } })

describe('what has no mail of its own', () => {
  test('B-06: is told at once in the sentence of the feed, to whoever wants that', async () => {
    const table = tableOf(person(reader), create(Shares, share))
    const letters = await tellingNotice(closed, sender, toolsOn(table))
    expect(letters).toMatchObject([
      {
        to: { personId: reader.personId },
        kind: 'notice',
        data: { line: { en: `Dossier ${number} was closed by ${owner.name}.` } },
      },
    ])
    for (const choice of ['daily', 'none'] as const) {
      const chosen = tableOf(person(reader), create(Shares, share), chose('dossiers', choice))
      expect(await tellingNotice(closed, sender, toolsOn(chosen))).toEqual([])
    }
  })

  test('D-06: nobody who has left is mailed', async () => {
    const gone = tableOf(person(reader, { status: 'inactive' }), create(Shares, share))
    expect(await tellingNotice(closed, sender, toolsOn(gone))).toEqual([])
  })
})

describe('the daily mail', () => {
  const shared = (at: string) =>
    ({
      ...happened({
        type: 'share-given',
        data: { dossierId, personId: reader.personId, access: 'read', until: null, by: owner.personId },
      }),
      at,
    }) as OutboxEntry
  const gathered = async (table: MemoryTable, many: number): Promise<void> => {
    for (let at = 0; at < many; at++) await fillFeed(shared(NOW), toolsOn(table), 'Europe/Paris')
  }
  const due = (lines: number) =>
    ({ ...happened({ type: 'digest-due', data: { personId: reader.personId, digest: 1, lines } }) }) as never

  test('B-06: holds what was gathered, as the feed tells it at that moment, without the name of a client', async () => {
    const table = tableOf(person(reader), create(Shares, share), chose('shares', 'daily'))
    await gathered(table, 2)
    const [letter, ...more] = await tellingDigest(due(2), sender, toolsOn(table))
    const line = { en: `Dossier ${number} is shared with you by ${owner.name}, to read.` }
    expect(letter).toMatchObject({ kind: 'daily-digest', data: { lines: [line, line], more: 0 } })
    expect(more).toEqual([])
    expect(JSON.stringify(letter)).not.toContain(clientName)
  })

  test('D-06: tells no details of what was taken away before the morning', async () => {
    const table = tableOf(person(reader), chose('shares', 'daily'))
    await gathered(table, 1)
    const [letter] = await tellingDigest(due(1), sender, toolsOn(table))
    expect(letter).toMatchObject({ data: { lines: [{ en: 'A dossier is shared with you, to read.' }] } })
    expect(JSON.stringify(letter?.data)).not.toContain(owner.name)
  })

  test('B-06: shows fifty, and counts the others', async () => {
    const table = tableOf(person(reader), create(Shares, share), chose('shares', 'daily'))
    await gathered(table, 130)
    const [letter] = await tellingDigest(due(130), sender, toolsOn(table))
    expect(letter).toMatchObject({ data: { more: 80, lines: { length: 50 } } })
  })

  test('no line is left out that the index does not show yet: it is tried again', async () => {
    const table = tableOf(person(reader), chose('shares', 'daily'))
    await gathered(table, 1)
    await expect(tellingDigest(due(2), sender, toolsOn(table))).rejects.toThrow(/Not every entry/)
  })

  test('B-06: is not sent to whoever wants no mail by now, nor to whoever has left', async () => {
    const unwanted = tableOf(person(reader), chose('shares', 'daily'))
    await gathered(unwanted, 1)
    const { preference } = await unwanted.load({
      preference: { record: MailPreferences, key: MailPreferences.key(reader), required: false },
    })
    await unwanted.commit([
      {
        op: 'replace',
        record: MailPreferences,
        before: preference as never,
        item: { ...preference, choices: { ...unchosen, shares: 'none' } },
      },
    ])
    expect(await tellingDigest(due(1), sender, toolsOn(unwanted))).toEqual([])
    const gone = tableOf(person(reader, { status: 'inactive' }), chose('shares', 'daily'))
    await gathered(gone, 1)
    expect(await tellingDigest(due(1), sender, toolsOn(gone))).toEqual([])
  })
})

test('B-06: of the letters of an event go those that must be acted on, and the notices wanted at once', async () => {
  const table = tableOf(chose('shares', 'daily'))
  const to = (kind: Letter['kind'], whom: Person = reader) => ({ to: whom, kind, data: {} }) as unknown as Letter
  const letters = [
    to('dossier-shared'),
    to('invitation'),
    to('access-request'),
    to('dossier-shared', owner),
    to('share-ended'),
  ]
  const wanted = await wantedLetters(letters, NOW, toolsOn(table))
  expect(wanted).toEqual([letters[1], letters[2], letters[3]])
  expect(await wantedLetters(letters, '2025-12-31T23:59:59.999Z', toolsOn(table))).toEqual(letters)
})

describe('D-22: a request to the owner', () => {
  const request: OwnerRequest = {
    dossierId,
    requestId: idOf(810),
    requestedBy: reader.personId,
    wants: 'share',
    access: 'write',
    message: 'Je reprends la comptabilité.',
    state: 'pending',
    askedAt: NOW,
    outcome: null,
    expiresAt: '2026-03-16T09:00:00.000Z',
  }
  const ids = { dossierId, requestId: request.requestId }
  const ended = (outcome: 'granted' | 'refused' | 'withdrawn' | 'expired', by: string | null) =>
    happened({
      type: 'owner-request-ended',
      data: { ...ids, requestedBy: reader.personId, ownerId: owner.personId, wants: 'share', outcome, by },
    }) as never

  test('is mailed to the owner with its message, by the number of the dossier alone', async () => {
    const table = tableOf(person(reader), create(OwnerRequests, request))
    const [letter] = await askingOwner(ids, sender, toolsOn(table))
    expect(letter).toMatchObject({
      to: { personId: owner.personId },
      kind: 'owner-request',
      data: { by: reader.name, dossier: String(number), transfer: false, mayWrite: true, message: request.message },
    })
    expect(JSON.stringify(letter?.data)).not.toContain(clientName)
  })

  test('is mailed no more once it has ended or expired, and never to whoever asked', async () => {
    const over = tableOf(person(reader), create(OwnerRequests, { ...request, state: 'withdrawn' }))
    expect(await askingOwner(ids, sender, toolsOn(over))).toEqual([])
    const late = tableOf(person(reader), create(OwnerRequests, request))
    expect(await askingOwner(ids, sender, toolsOn(late, request.expiresAt))).toEqual([])
    const own = tableOf(create(OwnerRequests, { ...request, requestedBy: owner.personId }))
    expect(await askingOwner(ids, sender, toolsOn(own))).toEqual([])
  })

  test('D-13: goes to the new owner of a dossier that changed hands', async () => {
    const claim = { ...ids, personId: reader.personId, expiresAt: request.expiresAt }
    const table = tableOf(person(reader), create(OwnerRequests, request), create(OwnerRequestClaims, claim))
    expect(await askingNewOwner([dossierId], sender, toolsOn(table))).toMatchObject([
      { to: { personId: owner.personId } },
    ])
    expect(await askingNewOwner([idOf(1)], sender, toolsOn(table))).toEqual([])
  })

  test('a refusal is mailed with its reason; what was granted is told by the share; the rest in brief', async () => {
    const outcome = { by: owner.personId, at: NOW, reason: 'Pas cette année.', offerId: null }
    const table = tableOf(person(reader), create(OwnerRequests, { ...request, state: 'refused', outcome }))
    const tools = toolsOn(table)
    expect(await tellingOwnerRequestEnd(ended('refused', owner.personId), sender, tools)).toMatchObject([
      {
        to: { personId: reader.personId },
        kind: 'owner-request-refused',
        data: { reason: 'Pas cette année.', by: owner.name },
      },
    ])
    expect(await tellingOwnerRequestEnd(ended('granted', owner.personId), sender, tools)).toEqual([])
    const expired = await tellingOwnerRequestEnd(ended('expired', null), sender, tools)
    expect(expired.map(({ to, kind }) => [to.personId, kind])).toEqual([
      [reader.personId, 'notice'],
      [owner.personId, 'notice'],
    ])
    expect(expired[0]?.data).toMatchObject({
      line: { en: `The request for a share of dossier ${number} has expired without an answer.` },
    })
  })
})
