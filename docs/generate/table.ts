import { catalogue } from '../../functions/catalogue.ts'
import type { AnyQuestion, AnyRecord } from '../../shared/table/record.ts'

/** A key or partition with its variables shown as `{name}`. */
const shapeOf = (make: (of: never) => unknown): unknown =>
  make(new Proxy({}, { get: (_, name) => (typeof name === 'symbol' ? undefined : `{${name}}`) }) as never)

const key = (record: AnyRecord): string => {
  const { pk, sk } = shapeOf(record.key as (of: never) => unknown) as { pk: string; sk: string }
  return `\`${pk}\` · \`${sk}\``
}

const question = (record: AnyRecord, [name, asked]: [string, AnyQuestion]): string => {
  const place = asked.slot === null ? 'the table itself, consistent' : `${asked.slot}, sparse, eventually consistent`
  const cost = asked.shards === 1 ? '1 query a page' : `${asked.shards} queries a page, side by side`
  return `| ${record.name}.${name} | ${asked.question} | ${place} | ${cost} |`
}

/** Every item the table holds and every question it answers, with what each costs. */
export const tablePage = (): string => {
  const records = catalogue.flatMap((capability) => capability.records)
  return [
    '# Table',
    'Generated from the record declarations. One table for each tenant; every read by key is consistent and takes part in one BatchGetItem; every write is guarded by the version that was read and takes part in one transaction.',
    '## Items',
    [
      '| item | what it holds | key (`pk` · `sk`) | tidied by TTL |',
      '| --- | --- | --- | --- |',
      ...records.map(
        (record) =>
          `| ${record.name} | ${record.holds} | ${key(record)} | ${record.expires === undefined ? '–' : 'yes'} |`,
      ),
    ].join('\n'),
    '## Questions',
    [
      '| question | what it answers | where | cost |',
      '| --- | --- | --- | --- |',
      ...records.flatMap((record) =>
        Object.entries(record.by as Record<string, AnyQuestion>).map((entry) => question(record, entry)),
      ),
    ].join('\n'),
    '',
  ].join('\n\n')
}
