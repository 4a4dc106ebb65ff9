/** The small schemas that many routes share. Names and texts are bounded and hold no control characters. */
import * as z from 'zod/mini'
import { breadthsOf } from '../sheet.ts'

export const id = z.uuid()
export const time = z.iso.datetime()
export const nothing = z.strictObject({})
export const email = z.pipe(z.string().check(z.trim(), z.toLowerCase(), z.maxLength(254)), z.email())
export const language = z.enum(['en', 'fr'])

/** No control characters, no halves of characters, and none that turn the direction of writing and so disguise a name. */
const PRINTABLE = /^[^\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\u2028\u2029]*$/u

/** One line of text that people read: a name, a title. */
export const line = (maximum: number) =>
  z.string().check(z.trim(), z.minLength(1), z.maxLength(maximum), z.regex(PRINTABLE))

/** Text of several lines: a message, a reason. */
export const lines = (maximum: number) =>
  z
    .string()
    .check(z.trim(), z.minLength(1), z.maxLength(maximum), z.regex(/^[^\p{Cc}\p{Cs}]*(?:[\t\r\n][^\p{Cc}\p{Cs}]*)*$/u))

/** The quote of a simulation: saving is refused when it would no longer give exactly what the simulation showed (B-04). */
export const simulation = z.optional(z.string().check(z.maxLength(100)))

/** How many items a page holds: 50 unless asked, 100 at most. */
export const limit = z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(100)), 50)
export const cursor = z.optional(z.string().check(z.maxLength(500)))

/** A page of a list, and the cursor that gives the next one (`null` on the last). */
export const pageOf = <T extends z.ZodMiniType>(item: T) =>
  z.object({ items: z.array(item), cursor: z.nullable(z.string()) })

const right = <B extends string>(breadths: readonly [B, ...B[]]) =>
  z.strictObject({ view: z.enum(breadths), edit: z.enum(breadths) })

/** A whole permission sheet: every area, each with the breadths that it knows. */
export const sheetOfRights = z.strictObject({
  profiles: right(breadthsOf.profiles),
  documentation: right(breadthsOf.documentation),
  calendars: right(breadthsOf.calendars),
  invoices: right(breadthsOf.invoices),
  settings: right(breadthsOf.settings),
})
