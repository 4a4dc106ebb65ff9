import { expect, test } from 'vitest'
import { dossier, GIVER, offered, RECIPIENT } from '../../../test/offering.ts'
import { personOf } from '../../../test/world.ts'

test('D-11, B-16: the page shows who offers what, enough to decide, and until when', async () => {
  const town = await offered(undefined, { message: 'Je pars en congé.' })
  const { status, headers, body } = await town.openOffer(town.linkOf(RECIPIENT))
  expect(status).toBe(200)
  expect(headers['content-type']).toBe('text/html; charset=utf-8')
  expect(headers['content-security-policy']).toContain("default-src 'none'")
  for (const text of [personOf(GIVER).name, dossier.clientName, 'Je pars en congé.', '2026-03-16T09:00:00.000Z'])
    expect(body).toContain(text)
})

test('D-09: the client of a confidential dossier is not named on it', async () => {
  const town = await offered()
  await town.changeDossier({ contents: { open: 0, confidential: 1 } })
  const { status, body } = await town.openOffer(town.linkOf(RECIPIENT))
  expect([status, body.includes(dossier.clientName)]).toEqual([200, false])
})

test('D-11: opening the page changes nothing at all, however often mail scanners do', async () => {
  const town = await offered()
  const before = town.table.everything()
  for (let time = 0; time < 3; time++) expect((await town.openOffer(town.linkOf(RECIPIENT))).status).toBe(200)
  expect(town.table.everything()).toEqual(before)
})

test('B-16: it speaks the language of whoever answers, or the one asked for', async () => {
  const town = await offered()
  const token = town.linkOf(RECIPIENT)
  expect((await town.openOffer(token)).body).toContain('<html lang="fr">')
  expect((await town.openOffer(token, { language: 'en' })).body).toContain('<html lang="en">')
})
