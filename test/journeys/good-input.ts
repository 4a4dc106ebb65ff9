/** An input that a route accepts, made from its own schema: a new route is tested without a word about it. */
import * as z from 'zod/mini'
import type { Route } from '../../shared/contract/route.ts'
import { newUuid } from '../../shared/ports/ids.ts'

type Schema = {
  readonly type?: string
  readonly format?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly minimum?: number
  readonly minItems?: number
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
}

/** What a schema cannot say in a form that an example follows from. */
const byName: Readonly<Record<string, unknown>> = {
  sha256: 'ab'.repeat(32),
  contentType: 'application/pdf',
  pages: '1',
  period: '2026-01',
  currency: 'EUR',
}

const valueOf = (schema: Schema, name: string): unknown => {
  if (name in byName) return byName[name]
  if (schema.const !== undefined) return schema.const
  if (schema.enum !== undefined) return schema.enum[0]
  const [first] = schema.anyOf ?? schema.oneOf ?? []
  if (first !== undefined) return valueOf(first, name)
  if (schema.format === 'uuid') return newUuid()
  if (schema.format === 'date') return '2026-03-02'
  if (schema.format === 'date-time') return '2036-03-02T09:00:00Z'
  if (name === 'email' || schema.format === 'email') return 'ombeline.gaillac@atelier-verrieres.example'
  if (schema.type === 'array')
    return Array.from({ length: schema.minItems ?? 0 }, () => valueOf(schema.items ?? {}, ''))
  if (schema.type === 'object') return objectOf(schema)
  if (schema.type === 'integer' || schema.type === 'number') return Math.max(1, schema.minimum ?? 1)
  if (schema.type === 'boolean') return true
  return 'Exemple'
}

const objectOf = ({ properties = {}, required = [] }: Schema, more: readonly string[] = []): Record<string, unknown> =>
  Object.fromEntries([...required, ...more].map((name) => [name, valueOf(properties[name] ?? {}, name)]))

const schemaOf = (route: Route): Schema =>
  z.toJSONSchema(route.input, { io: 'input', unrepresentable: 'any' }) as Schema

/** The required fields of a route's input, each with an acceptable value; where it wants one of several, the first of them. */
export const goodInput = (route: Route): Record<string, unknown> => {
  const schema = schemaOf(route)
  const { properties = {}, required = [] } = schema
  const others = Object.keys(properties).filter((name) => !required.includes(name))
  const tried = [[], ...others.map((name) => [name])].map((more) => objectOf(schema, more))
  const good = tried.find((input) => route.input.safeParse(input).success)
  if (good !== undefined) return good
  const { error } = route.input.safeParse(tried[0])
  throw new Error(`No good input could be made for ${route.method} ${route.path}: ${error?.message}`)
}

/** The same as the query of a read, with more if there is more to send. */
export const queryOf = (route: Route, more: Readonly<Record<string, string>> = {}): string => {
  const query = new URLSearchParams({ ...(goodInput(route) as Record<string, string>), ...more }).toString()
  return query === '' ? '' : `?${query}`
}

/** The names of all fields of a route's input. */
export const fieldsOf = (route: Route): string[] => Object.keys(schemaOf(route).properties ?? {})
