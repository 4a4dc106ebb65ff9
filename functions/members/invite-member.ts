import { type DomainEvent, event } from '../../shared/events.ts'
import { EmailClaims, introduce, type Language, type Member } from '../../shared/people.ts'
import { type Problem, problem } from '../../shared/problems.ts'
import type { Role } from '../../shared/roles.ts'
import type { Sheet } from '../../shared/sheet.ts'
import { perhaps, type Write } from '../../shared/table/table.ts'
import type { Tools } from '../kernel/handler.ts'
import { defaultSheet, defaultsOf } from '../settings/default-sheet.ts'
import { refuseTooWide } from '../settings/refuse-too-wide.ts'
import { guestsHaveNothing } from './guests-have-nothing.ts'

/** Who is to be a member, and who says so: a person's id, or `null` for the first administrator of an organisation. */
export type MemberInvitation = {
  readonly by: string | null
  readonly name: string
  /** In lower case. */
  readonly email: string
  readonly language: Language
  readonly roles: readonly Role[]
  /** The default of the roles, unless said. */
  readonly sheet?: Sheet | undefined
}

export type InvitedMember = {
  readonly member: Member
  readonly writes: readonly Write[]
  readonly events: readonly DomainEvent[]
}

/**
 * Makes somebody a member, with a claim on their address, and has them invited (C-02). Nothing is written here; the
 * caller commits `writes` and `events` together. Problems: `invalid-input` (a guest with a sheet or another role),
 * `edit-exceeds-view` (S-09), `email-taken`.
 */
export const inviteMember = async (
  { read, now, newId }: Pick<Tools, 'read' | 'now' | 'newId'>,
  { by, name, email, language, roles, sheet: asked }: MemberInvitation,
): Promise<InvitedMember | Problem> => {
  if (roles.includes('guest') && (asked !== undefined || roles.some((role) => role !== 'guest')))
    return problem('invalid-input', { detail: guestsHaveNothing })
  const { claim, ...defaults } = await read({ claim: perhaps(EmailClaims, { email }), ...defaultsOf(roles) })
  const sheet = asked ?? defaultSheet(roles, defaults)
  const tooWide = refuseTooWide(sheet, '#/sheet')
  if (tooWide !== undefined) return tooWide
  if (claim !== undefined) return problem('email-taken')

  const personId = newId()
  const member: Member = {
    kind: 'member',
    personId,
    email,
    name,
    language,
    status: 'invited',
    roles: [...new Set(roles)],
    sheet,
    createdAt: now,
  }
  return {
    member,
    writes: introduce(member),
    events: [event('person-invited', { personId, invitedBy: by ?? 'organisation', dossierId: null })],
  }
}
