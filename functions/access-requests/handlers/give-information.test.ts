import { describe, expect, test } from 'vitest'
import { asking, newUser } from '../../../test/asking.ts'
import { hidden, told } from '../../../test/town.ts'
import { NOW, personOf } from '../../../test/world.ts'
import { MOST_QUESTIONS } from '../records.ts'

const REQUESTER = 'Full Access of the dossier'
const QUESTION = 'Depuis quand travaille-t-elle chez vous ?\nEt jusque quand ?'

const asked = async () => {
  const town = asking()
  const { requestId } = told(await town.request(REQUESTER))
  await town.deliver()
  const ask = async (question = QUESTION) => {
    const token = town.linkOf('responsible')
    const version = hidden(await town.openDecision(token), 'version')
    const answer = await town.decide(token, { decision: 'ask', question, version })
    await town.deliver()
    return answer
  }
  const answer = async (text = 'Depuis lundi.') => {
    const given = await town.answer(REQUESTER, requestId, text)
    await town.deliver()
    return given
  }
  return { ...town, requestId: requestId as string, ask, reply: answer }
}

describe('P-12: more information is asked', () => {
  test('it is mailed to whoever asked, the link has served, and nothing is decided', async () => {
    const town = await asked()
    const token = town.linkOf('responsible')
    const { status, body } = await town.ask()
    expect([status, body.includes('Information demandée')]).toEqual([200, true])
    expect(town.mails.at(-1)).toMatchObject({
      to: personOf(REQUESTER).personId,
      kind: 'access-information-asked',
      data: { question: QUESTION },
    })
    expect((await town.openDecision(token)).status).toBe(404)
    expect(told(await town.read(REQUESTER, town.requestId))).toMatchObject({
      state: 'information-asked',
      questions: [{ text: QUESTION, answer: null }],
    })
    expect(town.accesses()).toHaveLength(3)
  })

  test('answered, those who are to decide are asked again by a fresh link, with the question and the answer', async () => {
    const town = await asked()
    await town.ask()
    expect(told(await town.reply())).toMatchObject({
      state: 'pending',
      questions: [{ answer: { by: personOf(REQUESTER).personId, at: NOW, text: 'Depuis lundi.' } }],
    })
    expect(town.mails.at(-1)).toMatchObject({
      to: personOf('responsible').personId,
      kind: 'access-request',
      data: { answered: { question: QUESTION, answer: 'Depuis lundi.' } },
    })
    const token = town.linkOf('responsible')
    const page = await town.openDecision(token)
    expect(page.body).toContain('Depuis lundi.')
    const version = hidden(page, 'version')
    expect((await town.decide(token, { decision: 'approve', profile: newUser.profile, version })).status).toBe(200)
  })

  test('the clock goes on: unanswered it is reminded of and expires, answered late it expires all the same', async () => {
    const silent = await asked()
    await silent.ask()
    await silent.tick(3)
    expect(silent.mails.at(-1)).toMatchObject({ kind: 'access-information-asked' })
    await silent.tick(14)
    expect(silent.requests()[0]?.state).toBe('expired')
    const late = await asked()
    late.passDays(13)
    await late.ask()
    late.passDays(0.5)
    await late.reply()
    late.passDays(0.5)
    expect((await late.openDecision(late.linkOf('responsible'))).status).toBe(404)
    expect((await late.answer(REQUESTER, late.requestId, 'Trop tard.')).status).toBe(403)
  })

  test('it may still be decided, and withdrawn, while the answer is awaited', async () => {
    const town = await asked()
    await town.ask()
    expect((await town.withdraw(REQUESTER, town.requestId)).status).toBe(200)
    expect(town.requests()[0]?.state).toBe('withdrawn')
    expect(town.claims()).toEqual([])
  })

  test('only whoever asked or joined answers, once, and only what was asked', async () => {
    const town = await asked()
    expect((await town.answer(REQUESTER, town.requestId, 'Rien.')).status).toBe(403)
    await town.ask()
    expect((await town.answer('Administrator of the dossier', town.requestId, 'Moi.')).status).toBe(403)
    expect((await town.answer('Document Delivery of the dossier', town.requestId, 'Moi.')).status).toBe(404)
    expect((await town.reply()).status).toBe(200)
    expect((await town.reply()).status).toBe(403)
  })

  test('so often and no more: then it is approved, refused, or expires', async () => {
    const town = await asked()
    for (let time = 0; time < MOST_QUESTIONS; time++) {
      expect((await town.ask(`Question ${time} ?`)).status).toBe(200)
      await town.reply(`Réponse ${time}.`)
    }
    expect((await town.ask('Encore ?')).status).toBe(422)
    expect(town.requests()[0]?.state).toBe('pending')
  })

  test('a question that is empty or too long is said on the page, and nothing has changed', async () => {
    const town = await asked()
    const before = town.table.everything()
    for (const question of [' \n ', 'x'.repeat(1001)]) {
      const { status, body } = await town.ask(question)
      expect([status, body.includes('id="question-error"')]).toEqual([422, true])
    }
    expect(town.table.everything()).toEqual(before)
  })
})
