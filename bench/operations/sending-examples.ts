/** One request of each operation on batches of sendings and automatic transmission that must succeed in the standing world. */
import type { Example } from './examples.ts'
import type { StandingWorld } from './standing-world.ts'

const user = (
  { dossier: { dossierId } }: StandingWorld,
  params: Example['params'] = {},
  more: Partial<Example> = {},
): Example => ({ as: 'clientAdministrator', params: { dossierId, ...params }, ...more })

export const sendingExamples: Readonly<Record<string, (world: StandingWorld) => Example>> = {
  'sendBatch: of some named': (world) => {
    const documents = Array.from({ length: 50 }, () => world.town.newId())
    return user(world, {}, { input: { documentIds: documents } })
  },
  'sendBatch: of all that are approved': (world) => user(world, {}, { input: { all: 'approved' } }),
  listSendingBatches: (world) => user(world),
  readSendingBatch: (world) => user(world, { batchId: world.sendingBatch.batchId }),
  resumeSendingBatch: (world) => {
    const { batch, writes } = world.town.sendingBatch(world.dossier)
    return user(world, { batchId: batch.batchId }, { input: {}, before: writes })
  },

  readPortalSettings: (world) => user(world),
  setTransmission: (world) => user(world, {}, { input: { transmission: 'approved' } }),
}
