/** What is said of a supplier or customer; the forms of its numbers are checked where they are used (P-06). */
import * as z from 'zod/mini'
import { line } from '../../shared/contract/schemas.ts'
import { partyRoles } from './records.ts'

/** Long enough for every form, with the spaces that people write. */
const number = z.optional(z.nullable(z.string().check(z.maxLength(60))))
const roles = z.array(z.enum(partyRoles)).check(
  z.minLength(1),
  z.refine((named) => new Set(named).size === named.length, {
    error: 'Each role is named once.',
    params: { en: 'Each role is named once.', fr: 'Chaque rôle est cité une fois.' },
  }),
)
const name = line(200)

export const NewParty = z.strictObject({ name, roles, vatNumber: number, iban: number })

/** `null` takes a number away; what is not named stays as it is. */
export const PartyChanges = z.strictObject({
  name: z.optional(name),
  roles: z.optional(roles),
  vatNumber: number,
  iban: number,
})
