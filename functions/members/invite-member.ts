import { type DomainEvent, event } from '../../shared/events.ts'
import { EmailClaims, introduce, type Language, type Member } from '../../shared/people.ts'
import { type Problem, problem } from '../../shared/problems.ts'
import type { Role } from '../../shared/roles.ts'
import { editExceedsView, fullSheet, guestSheet, practitionerSheet, type Sheet } from '../../shared/sheet.ts'
import { perhaps, type Write } from '../../shared/table/table.ts'
import type { Tools } from '../kernel/handler.ts'

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

/** The sheet of new members by their roles (S-01). */
export const defaultSheet = (roles: readonly Role[]): Sheet => {
  if (roles.includes('guest')) return guestSheet
  return roles.includes('administrator') ? fullSheet : practitionerSheet
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
  const sheet = asked ?? defaultSheet(roles)
  const tooWide = editExceedsView(sheet)
  if (tooWide.length > 0)
    return problem('edit-exceeds-view', {
      errors: tooWide.map((area) => ({
        pointer: `#/sheet/${area}/edit`,
        detail: `${sheet[area].edit} > ${sheet[area].view}`,
      })),
    })
  const { claim } = await read({ claim: perhaps(EmailClaims, { email }) })
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

const guestsHaveNothing = {
  en: 'A guest has neither a sheet nor another role: they see only what is shared with them.',
  fr: "Un invité n'a ni fiche ni autre rôle : il ne voit que ce qui est partagé avec lui.",
}
