import { expect, test } from 'vitest'
import { asking, newUser } from '../../../test/asking.ts'
import { dossier } from '../../../test/one-dossier.ts'
import { personOf } from '../../../test/world.ts'

const REQUESTER = 'Administrator of the dossier'
const asked = async () => {
  const town = asking()
  await town.request(REQUESTER)
  await town.deliver()
  return { ...town, token: town.linkOf('responsible') }
}

test('B-16: the page shows who asks for what, for whom, in which dossier, and until when', async () => {
  const { openDecision, token } = await asked()
  const { status, headers, body } = await openDecision(token)
  expect(status).toBe(200)
  expect(headers['content-type']).toBe('text/html; charset=utf-8')
  expect(headers['content-security-policy']).toContain("default-src 'none'")
  const shown = [personOf(REQUESTER).name, newUser.name, newUser.email, newUser.message, dossier.clientName]
  for (const text of shown) expect(body).toContain(text)
  expect(body).toContain('2026-03-16T09:00:00.000Z')
})

test('P-11: opening the page changes nothing at all, however often mail scanners do', async () => {
  const { openDecision, token, table } = await asked()
  const before = table.everything()
  for (let time = 0; time < 3; time++) expect((await openDecision(token)).status).toBe(200)
  expect(table.everything()).toEqual(before)
})

test('B-16: it speaks the language of whoever decides, or the one asked for', async () => {
  const { openDecision, token } = await asked()
  expect((await openDecision(token)).body).toContain('<html lang="fr">')
  expect((await openDecision(token, { language: 'en' })).body).toContain('<html lang="en">')
})

test('P-12: it shows earlier requests for the same address, with the reason that was given', async () => {
  const town = await asked()
  const version = /name="version" value="([^"]+)"/.exec((await town.openDecision(town.token)).body)?.[1] ?? ''
  await town.decide(town.token, { decision: 'refuse', reason: 'Pas avant son arrivée.', version })
  await town.deliver()
  town.passDays(7)
  await town.request(REQUESTER, { ...newUser, message: 'Elle est arrivée.' })
  await town.deliver()
  const { body } = await town.openDecision(town.linkOf('responsible'), { language: 'en' })
  expect(body).toContain('Refused')
  expect(body).toContain('Pas avant son arrivée.')
})

test('P-02: what a profile would reach is bounded by the modules of the dossier, and read from the rules', async () => {
  const { openDecision, token, changeDossier } = await asked()
  expect((await openDecision(token, { language: 'en' })).body).toContain('read the digital archive')
  await changeDossier({ modules: [] })
  expect((await openDecision(token, { language: 'en' })).body).not.toContain('read the digital archive')
})

test('P-11: for whoever is no longer responsible, the link is dead', async () => {
  const { openDecision, token, changeDossier } = await asked()
  await changeDossier({ responsibleId: personOf('stranger').personId })
  expect((await openDecision(token)).status).toBe(404)
})
