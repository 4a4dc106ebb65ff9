import { expect, test } from 'vitest'
import type { Events } from '../../shared/events.ts'
import { hashOfToken } from '../../shared/links.ts'
import { introduce } from '../../shared/people.ts'
import type { Persona } from '../../shared/rules/cases.ts'
import { create, type Write } from '../../shared/table/table.ts'
import { holding } from '../../test/ask.ts'
import { dossier as invented } from '../../test/one-dossier.ts'
import { idOf, NOW, personOf } from '../../test/world.ts'
import { AccessRequests, RequestClaims } from '../access-requests/records.ts'
import { Dossiers } from '../dossiers/records.ts'
import { jobTools } from '../kernel/job.ts'
import type { World } from '../kernel/line.ts'
import { type Offer, Offers } from '../offers/records.ts'
import { askingForAnswer, passingOffer, tellingOfferEnd } from './offer-letters.ts'
import { renderMail } from './render.ts'
import { exampleData } from './templates/example-data.ts'

const sender = { organisation: 'Cabinet Marchetti-Brun', timeZone: 'Europe/Paris' }
const [giver, recipient, coordinator] = (['owner', 'stranger', 'coordinator'] satisfies Persona[]).map(personOf) as [
  ReturnType<typeof personOf>,
  ReturnType<typeof personOf>,
  ReturnType<typeof personOf>,
]
const { version: _, ...dossier } = invented
const { dossierId } = dossier
const offer: Offer = {
  dossierId,
  offerId: idOf(0x900),
  giverId: giver.personId,
  recipientId: recipient.personId,
  message: 'Je pars en congé.',
  state: 'pending',
  offeredAt: NOW,
  expiresAt: '2026-03-16T09:00:00.000Z',
  outcome: null,
}
const ids = { dossierId, offerId: offer.offerId, from: giver.personId, to: recipient.personId }

const toolsWith = (changes: Partial<Offer>, of: object = {}, ...more: readonly Write[]) => {
  const table = holding(
    ...[giver, recipient, coordinator].flatMap((person) => introduce(person)),
    create(Dossiers, { ...dossier, ...of }),
    create(Offers, { ...offer, ...changes }),
    ...more,
  )
  const world = { table, newId: () => idOf(1), clock: () => NOW, publicUrl: 'https://greffe.example' }
  return jobTools(world as unknown as World, 'send-mail', 'event')
}
const kindsOf = (letters: readonly { to: { personId: string }; kind: string }[]) =>
  letters.map(({ to, kind }) => [to.personId, kind])

test('D-11: the recipient gets a link that is theirs alone, for this offer, until it expires', async () => {
  const [letter] = await askingForAnswer({ ...ids, reminder: false }, sender, toolsWith({}))
  expect(letter).toMatchObject({
    to: { personId: recipient.personId },
    kind: 'offer',
    data: { giver: giver.name, message: offer.message, expiresAt: offer.expiresAt },
    link: {
      purpose: 'offer-answer',
      personId: recipient.personId,
      subject: { dossierId, offerId: offer.offerId },
      expiresAt: offer.expiresAt,
    },
  })
  const { link } = (letter as { data: { link: string } }).data
  const token = link.split('/offer-answers/')[1] ?? ''
  expect(letter?.link?.tokenHash).toBe(hashOfToken(token))
})

test('D-11: whoever has answered meanwhile is asked no more', async () => {
  const answered = { state: 'refused', outcome: { by: recipient.personId, at: NOW, reason: 'Non.' } } as const
  expect(await askingForAnswer({ ...ids, reminder: true }, sender, toolsWith(answered))).toEqual([])
})

const ended = (outcome: Events['offer-told']['outcome'], by: string | null) => ({ ...ids, outcome, by })
test.each([
  ['accepted', recipient.personId, [giver.personId, recipient.personId]],
  ['refused', recipient.personId, [giver.personId]],
  ['withdrawn', giver.personId, [recipient.personId]],
  ['withdrawn', coordinator.personId, [giver.personId, recipient.personId]],
  ['expired', null, [giver.personId, recipient.personId]],
] as const)('D-11: %s by %s: those who did not end it are told, an acceptance both', async (outcome, by, told) => {
  const letters = await tellingOfferEnd(ended(outcome, by), sender, toolsWith({ state: outcome }))
  expect(kindsOf(letters)).toEqual(told.map((personId) => [personId, 'offer-ended']))
})

test('D-11: once it ended without them, the recipient is told of the dossier by its number alone', async () => {
  const letters = await tellingOfferEnd(ended('expired', null), sender, toolsWith({ state: 'expired' }))
  const named = letters.map(({ data }) => (data as { dossier: string }).dossier)
  expect(named).toEqual([`${dossier.number} · ${dossier.clientName}`, String(dossier.number)])
})

test('D-13: a new owner who answers for the dossier is asked about each access request that waits in it', async () => {
  const requestId = idOf(0x910)
  const request = {
    dossierId,
    requestId,
    requestedBy: coordinator.personId,
    joinedBy: [],
    name: 'Inès Quintal-Roy',
    email: 'ines.quintal@atelier-verrieres.example',
    language: 'fr',
    profile: 'client-full-access',
    message: null,
    state: 'pending',
    askedAt: NOW,
    expiresAt: offer.expiresAt,
    outcome: null,
  } as const
  const claim = { dossierId, email: request.email, requestId }
  const waiting = [create(AccessRequests, request), create(RequestClaims, claim)]
  const moved = { ownerId: recipient.personId, responsibleId: recipient.personId }
  const tools = toolsWith({ state: 'accepted' }, moved, ...waiting)
  expect(kindsOf(await tellingOfferEnd(ended('accepted', recipient.personId), sender, tools))).toEqual([
    [giver.personId, 'offer-ended'],
    [recipient.personId, 'offer-ended'],
    [recipient.personId, 'access-request'],
  ])
})

test('D-12: coordinators are told of a pending offer whose giver is no longer active, without the client', async () => {
  expect(await passingOffer(ids, sender, toolsWith({}))).toEqual([])
  const tools = toolsWith({ giverId: idOf(404) })
  const letters = await passingOffer({ ...ids, from: idOf(404) }, sender, tools)
  expect(kindsOf(letters)).toEqual([[coordinator.personId, 'offer-without-giver']])
  expect(JSON.stringify(letters[0]?.data)).not.toContain(dossier.clientName)
})

test.each(
  (['accepted', 'refused', 'withdrawn', 'expired'] as const).flatMap((outcome) =>
    (['giver', 'recipient'] as const).flatMap((reader) =>
      (['en', 'fr'] as const).map((language) => ({ outcome, reader, language })),
    ),
  ),
)('B-16: $outcome is told to the $reader in $language', async ({ outcome, reader, language }) => {
  const reason = outcome === 'refused' ? 'Plus de place.' : null
  const data = { ...exampleData['offer-ended'], outcome, reader, reason, by: outcome === 'expired' ? null : 'Odile' }
  const { text, subject } = await renderMail('offer-ended', data, language)
  expect(text).not.toMatch(/undefined|\bnull\b/)
  expect(text.includes('Plus de place.')).toBe(outcome === 'refused')
  expect(subject).toContain(sender.organisation)
})
