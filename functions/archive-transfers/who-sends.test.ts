import { describe, expect, test } from 'vitest'
import type { Route } from '../../shared/contract/route.ts'
import { People, type Person } from '../../shared/people.ts'
import { isProblem } from '../../shared/problems.ts'
import type { Persona } from '../../shared/rules/cases.ts'
import { compile } from '../../shared/rules/decide.ts'
import { create } from '../../shared/table/table.ts'
import { holding, newId } from '../../test/ask.ts'
import { accessOf, documentAt, dossier } from '../../test/one-dossier.ts'
import { NOW, personOf } from '../../test/world.ts'
import { Documents } from '../documents/records.ts'
import { DossierAccesses, Dossiers } from '../dossiers/records.ts'
import type { Handler } from '../kernel/handler.ts'
import { takeLine, type World } from '../kernel/line.ts'
import { rules } from '../rules.ts'
import { sendBatch } from './handlers/send-batch.ts'
import { sendDocuments } from './handlers/send-documents.ts'
import { routes } from './routes.ts'

const delivery = 'Document Delivery of the dossier'
const feedback = 'Full Feedback of the dossier'
const own = documentAt(1, delivery).document
const others = documentAt(2, 'Full Access of the dossier').document
const { dossierId } = dossier

/** A request through the whole line, rules and all; its status, or its problem. */
const ask = async (route: Route, handler: Handler<never>, persona: Persona, input: object) => {
  const table = holding(
    create(Dossiers, dossier),
    create(People, personOf(persona) as Person),
    create(DossierAccesses, accessOf(persona)),
    create(Documents, own),
    create(Documents, others),
  )
  const world = { table, policy: compile(rules), clock: () => NOW, newId, publicUrl: '' } as unknown as World
  const ended = await takeLine(world, route, handler, {
    method: route.method,
    rawPath: route.path,
    params: { dossierId },
    query: {},
    body: JSON.stringify(input),
    contentType: 'application/json',
    ifMatch: null,
    idempotencyKey: null,
    language: null,
    tokenPersonId: personOf(persona).personId,
    source: 'test',
    requestId: 'request',
  })
  return isProblem(ended) ? ended.problem : ended.answer.status
}
const send = (persona: Persona, ...documents: readonly { documentId: string }[]) =>
  ask(routes.sendDocuments as Route, sendDocuments as never, persona, {
    documentIds: documents.map(({ documentId }) => documentId),
  })
const batch = (persona: Persona) =>
  ask(routes.sendBatch as Route, sendBatch as never, persona, { documentIds: [own.documentId] })

describe('P-04: send documents', () => {
  test('Document Delivery sends what they put in themself, and nothing else', async () => {
    expect(await send(delivery, own)).toBe(202)
    // What is not theirs is not there for them, together with their own or not.
    expect(await send(delivery, others)).toBe('not-found')
    expect(await send(delivery, own, others)).toBe('not-found')
  })

  test('whoever may send some documents may ask for a batch; who may send none is refused', async () => {
    expect(await batch(delivery)).toBe(202)
    expect(await batch('Full Access of the dossier')).toBe(202)
    expect(await batch(feedback)).toBe('refused')
  })
})
