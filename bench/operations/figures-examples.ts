/** One request of each operation on reports and series of figures that must succeed in the standing world. */
import {
  type Report,
  Reports,
  reportKey,
  Series,
  type SeriesVersion,
  SeriesVersions,
} from '../../functions/figures/records.ts'
import { create, type Write } from '../../shared/table/table.ts'
import { CONTENT } from './content.ts'
import type { Example } from './examples.ts'
import type { StandingWorld } from './standing-world.ts'

type Params = NonNullable<Example['params']>
const by =
  (as: Example['as']) =>
  ({ dossier: { dossierId } }: StandingWorld, params: Params = {}, more: Partial<Example> = {}): Example => ({
    as,
    params: { dossierId, ...params },
    ...more,
  })
const user = by('clientAdministrator')
const owner = by('practitioner')

const file = {
  name: 'bilan-2025.pdf',
  contentType: 'application/pdf',
  length: CONTENT.length,
  sha256: CONTENT.sha256,
}
const announced = { title: 'Bilan 2025', from: '2025-01-01', until: '2025-12-31' }

const reportOf = ({ town, dossier: { dossierId } }: StandingWorld, more: Partial<Report> = {}) => {
  const report: Report = {
    dossierId,
    reportId: town.newId(),
    ...announced,
    ...file,
    state: 'published',
    storedVersionId: null,
    createdAt: town.now,
    createdBy: town.practitioner.personId,
    publishedAt: town.now,
    withdrawnAt: null,
    ...more,
  }
  return { params: { reportId: report.reportId }, before: [create(Reports, report)], objects: [reportKey(report)] }
}

const published = {
  name: 'Ventes',
  currency: 'EUR',
  points: ['2026-01', '2026-02'].map((period) => ({
    period,
    account: { code: '70', label: 'Ventes' },
    amountMinor: 1_240_050,
  })),
}

const seriesOf = ({ town, dossier: { dossierId } }: StandingWorld): { params: Params; before: readonly Write[] } => {
  const facts = {
    dossierId,
    seriesId: town.newId(),
    number: 1,
    name: 'Ventes',
    currency: 'EUR',
    points: 2,
    publishedAt: town.now,
    publishedBy: town.practitioner.personId,
  }
  const version: SeriesVersion = {
    ...facts,
    periods: ['2026-01', '2026-02'],
    accounts: [{ code: '70', label: 'Ventes' }],
    amounts: [
      [0, 0, 1_240_050],
      [1, 0, 990_000],
    ],
  }
  const head = { ...facts, createdAt: town.now, createdBy: town.practitioner.personId, withdrawnAt: null }
  return {
    params: { seriesId: facts.seriesId },
    before: [create(Series, head), create(SeriesVersions, version)],
  }
}

/** More than a page of them, one in three taken back. */
const many = (make: (at: number) => readonly Write[]): readonly Write[] =>
  Array.from({ length: 60 }, (_, at) => make(at)).flat()

export const figuresExamples: Readonly<Record<string, (world: StandingWorld) => Example>> = {
  announceReport: (world) => owner(world, {}, { input: { ...announced, file } }),
  completeReport: (world) => {
    const { params, ...more } = reportOf(world, { state: 'awaiting-upload', publishedAt: null })
    return owner(world, params, { ...more, input: {} })
  },
  listReports: (world) => {
    const before = many((at) => reportOf(world, at % 3 === 0 ? { state: 'withdrawn' } : {}).before)
    return user(world, {}, { before, input: { limit: 30 } })
  },
  readReport: (world) => {
    const { params, before } = reportOf(world)
    return user(world, params, { before })
  },
  downloadReport: (world) => {
    const { params, ...more } = reportOf(world)
    return user(world, params, more)
  },
  withdrawReport: (world) => {
    const { params, before } = reportOf(world)
    return owner(world, params, { before })
  },
  createSeries: (world) => owner(world, {}, { input: published }),
  publishSeries: (world) => {
    const { params, before } = seriesOf(world)
    return owner(world, params, { before, input: published })
  },
  listSeries: (world) => user(world, {}, { before: many(() => seriesOf(world).before), input: { limit: 30 } }),
  readSeries: (world) => {
    const { params, before } = seriesOf(world)
    return user(world, params, { before })
  },
  listSeriesVersions: (world) => {
    const { params, before } = seriesOf(world)
    return user(world, params, { before })
  },
  readTable: (world) => {
    const { params, before } = seriesOf(world)
    return user(world, params, { before, input: { format: 'xlsx' } })
  },
  readChart: (world) => {
    const { params, before } = seriesOf(world)
    return user(world, params, { before })
  },
  withdrawSeries: (world) => {
    const { params, before } = seriesOf(world)
    return owner(world, params, { before })
  },
}
