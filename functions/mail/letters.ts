/**
 * Which mails an event calls for: to whom, with which words, and with a link of their own where they must act.
 * Everything is read when the mail is written, so that nobody is told what is no longer so.
 */
import type { Events } from '../../shared/events.ts'
import { addressOf, type Link, type LinkPurpose, makeLink } from '../../shared/links.ts'
import { People, type Person } from '../../shared/people.ts'
import { perhaps } from '../../shared/table/table.ts'
import { isWaiting } from '../access-requests/end-request.ts'
import { type AccessRequest, AccessRequests, type RequestClaim, RequestClaims } from '../access-requests/records.ts'
import { labelOf } from '../dossiers/contents.ts'
import { type Dossier, Dossiers } from '../dossiers/records.ts'
import type { JobTools } from '../kernel/job.ts'
import { isLiveShare, Shares } from '../sharing/records.ts'
import type { MailData, MailKind } from './templates/mail-data.ts'

/** A mail to be written, and the link it carries, if any. */
export type Letter<K extends MailKind = MailKind> = {
  readonly [N in K]: {
    readonly to: Person
    readonly kind: N
    readonly data: MailData[N]
    readonly link?: Link
  }
}[K]

/** What every mail says of its sender. */
export type Sender = { readonly organisation: string; readonly timeZone: string }

export const letter = <K extends MailKind>(to: Person, kind: K, data: MailData[K], link?: Link): Letter =>
  ({ to, kind, data, ...(link === undefined ? {} : { link }) }) as unknown as Letter

/** How a dossier is called in a mail: a confidential one by its number alone, since mails travel outside (D-09). */
export const titleOf = (dossier: Dossier): string =>
  labelOf(dossier) === 'confidential' ? String(dossier.number) : `${dossier.number} · ${dossier.clientName}`

export const linkFor = (
  { publicUrl, now }: JobTools,
  purpose: LinkPurpose,
  { personId, reinstatedAt = now }: Person,
  subject: Link['subject'],
  /** When what it is about ends; without it the link serves as long as its purpose allows. */
  expiresAt?: string,
): { address: string; link: Link } => {
  // Two clocks may differ a little: a link that follows a reactivation is never from before it.
  const createdAt = reinstatedAt > now ? reinstatedAt : now
  const { token, link } = makeLink({
    purpose,
    personId,
    subject,
    createdAt,
    ...(expiresAt !== undefined && { expiresAt }),
  })
  return { address: addressOf(publicUrl, purpose, token), link }
}

/** Somebody was given an account or one more dossier: whoever has no password yet gets an activation link (C-02). */
export const inviting = async (
  { personId, invitedBy, dossierId }: Events['person-invited'],
  sender: Sender,
  tools: JobTools,
): Promise<Letter[]> => {
  const { person, inviter, dossier } = await tools.read({
    person: perhaps(People, { personId }),
    inviter: perhaps(People, { personId: invitedBy }),
    dossier: perhaps(Dossiers, { dossierId: dossierId ?? 'none' }),
  })
  if (person === undefined || person.status === 'inactive') return []
  const common = { ...sender, name: person.name, invitedBy: inviter?.name ?? sender.organisation }
  if (person.status === 'active')
    return dossier === undefined ? [] : [letter(person, 'dossier-assigned', { ...common, dossier: titleOf(dossier) })]
  const { address, link } = linkFor(tools, 'activation', person, {})
  const data = {
    ...common,
    dossier: dossier === undefined ? null : titleOf(dossier),
    link: address,
    expiresAt: link.expiresAt,
  }
  return [letter(person, 'invitation', data, link)]
}

/** Somebody is asked for their verdict on an access request, by a link of their own that serves once (P-11). */
export const askingForVerdict = async (
  { personId, dossierId, requestId, for: absentId, reminder }: Events['access-verdict-asked'],
  sender: Sender,
  tools: JobTools,
): Promise<Letter[]> => {
  const found = await requestAndDossier(tools, dossierId, requestId)
  const { asked, absent } = await tools.read({
    asked: perhaps(People, { personId }),
    absent: perhaps(People, { personId: absentId ?? 'nobody' }),
  })
  if (found === undefined || asked === undefined || asked.status !== 'active') return []
  const { request, dossier, requester } = found
  if (!isWaiting(request.state)) return []
  const { items } = await tools.table.list<AccessRequest>(
    AccessRequests.by.ofAddress,
    { dossierId, email: request.email },
    { limit: 100 },
  )
  const { answeredBy, clientGroupId } = dossier
  const subject = {
    dossierId,
    requestId,
    ...(absentId !== null && { for: absentId }),
    ...(answeredBy === 'client-group' && clientGroupId !== undefined && { clientGroupId }),
  }
  const { address, link } = linkFor(tools, 'access-decision', asked, subject, request.expiresAt)
  const question = request.questions?.findLast(({ answer }) => answer !== null)
  const data = {
    ...sender,
    responsible: asked.name,
    requester: requester.name,
    dossier: titleOf(dossier),
    newUser: { name: request.name, email: request.email },
    profile: request.profile,
    message: request.message,
    link: address,
    expiresAt: request.expiresAt,
    earlier: items.filter((earlier) => earlier.requestId !== requestId).length,
    standsInFor: absent?.name ?? null,
    answered: question === undefined ? null : { question: question.text, answer: question.answer?.text ?? '' },
  }
  return [letter(asked, reminder ? 'access-request-reminder' : 'access-request', data, link)]
}

/** A collaborator is told that a dossier is shared with them, and on which terms it is by now (D-05). */
export const tellingShare = async (
  { dossierId, personId, by }: Events['share-given'],
  sender: Sender,
  tools: JobTools,
): Promise<Letter[]> => {
  const { collaborator, giver, dossier, share } = await readShare(tools, { dossierId, personId, by })
  if (collaborator?.status !== 'active' || dossier === undefined || share === undefined) return []
  const data = { ...sender, name: collaborator.name, by: giver?.name ?? sender.organisation, dossier: titleOf(dossier) }
  const terms = { mayWrite: share.access === 'write', endsAt: share.until }
  return [letter(collaborator, 'dossier-shared', { ...data, ...terms })]
}

/** A collaborator is told that a share has ended, unless the dossier is shared with them again by now (D-05). */
export const tellingShareEnd = async (
  { dossierId, personId, by }: Events['share-ended'],
  sender: Sender,
  tools: JobTools,
): Promise<Letter[]> => {
  const { collaborator, giver, dossier, share } = await readShare(tools, { dossierId, personId, by })
  if (collaborator?.status !== 'active' || dossier === undefined || share !== undefined) return []
  const endedBy = by === null ? null : (giver?.name ?? sender.organisation)
  return [
    letter(collaborator, 'share-ended', {
      ...sender,
      name: collaborator.name,
      by: endedBy,
      dossier: titleOf(dossier),
    }),
  ]
}

/** What a mail about a share is written from; a share whose end has passed is none. */
const readShare = async (
  { read, now }: JobTools,
  { dossierId, personId, by }: { dossierId: string; personId: string; by: string | null },
) => {
  const found = await read({
    collaborator: perhaps(People, { personId }),
    giver: perhaps(People, { personId: by ?? 'nobody' }),
    dossier: perhaps(Dossiers, { dossierId }),
    share: perhaps(Shares, { dossierId, personId }),
  })
  return { ...found, share: found.share !== undefined && isLiveShare(found.share, now) ? found.share : undefined }
}

/**
 * A successor is told what is theirs from now on, by the dossiers' numbers; and asked for their verdict on each access
 * request that waits in a dossier they now answer for, by a link of their own (D-20, D-13).
 */
export const tellingHandover = async (
  { from, to, owned, answered }: Events['dossiers-handed-over'],
  sender: Sender,
  tools: JobTools,
): Promise<Letter[]> => {
  const { former, successor } = await tools.read({
    former: perhaps(People, { personId: from }),
    successor: perhaps(People, { personId: to }),
  })
  if (former === undefined || successor?.status !== 'active') return []
  const found = await tools.read(
    Object.fromEntries([...owned, ...answered].map((dossierId) => [dossierId, perhaps(Dossiers, { dossierId })])),
  )
  const those = (ids: readonly string[], isTheirs: (dossier: Dossier) => boolean): Dossier[] =>
    ids
      .map((dossierId) => found[dossierId])
      .filter((dossier) => dossier !== undefined && isTheirs(dossier)) as Dossier[]
  const theirs = those(owned, ({ ownerId }) => ownerId === to)
  const toAnswer = those(
    answered,
    ({ responsibleId, answeredBy = 'member' }) => responsibleId === to && answeredBy === 'member',
  )
  if (theirs.length + toAnswer.length === 0) return []

  const numbersOf = (dossiers: readonly Dossier[]): string[] => dossiers.map(({ number }) => String(number))
  const data = { ...sender, name: successor.name, from: former.name }
  const told = letter(successor, 'dossier-handed-over', {
    ...data,
    owned: numbersOf(theirs),
    answered: numbersOf(toAnswer),
  })
  return [told, ...(await askAgainIn(toAnswer, to, sender, tools))]
}

/** Whoever answers for dossiers from now on is asked for their verdict on each access request that waits in them (D-13). */
export const askAgainIn = async (
  dossiers: readonly Dossier[],
  personId: string,
  sender: Sender,
  tools: JobTools,
): Promise<Letter[]> => {
  const waiting = (await Promise.all(dossiers.map(({ dossierId }) => waitingIn(dossierId, tools)))).flat()
  const asked = waiting.map((subject) =>
    askingForVerdict({ ...subject, personId, for: null, reminder: false }, sender, tools),
  )
  return (await Promise.all(asked)).flat()
}

/** The access requests of a dossier that wait for their verdict. */
const waitingIn = async (dossierId: string, { table }: JobTools): Promise<RequestClaim[]> => {
  const waiting: RequestClaim[] = []
  let cursor: string | undefined
  do {
    const page = await table.list<RequestClaim>(RequestClaims.by.ofDossier, { dossierId }, { limit: 100, cursor })
    waiting.push(...page.items)
    cursor = page.cursor ?? undefined
  } while (cursor !== undefined)
  return waiting
}

/** A request with its dossier and whoever made it, as a mail about it is written. */
export const requestAndDossier = async (
  { read }: JobTools,
  dossierId: string,
  requestId: string,
): Promise<{ request: AccessRequest; dossier: Dossier; requester: Person } | undefined> => {
  const { request, dossier } = await read({
    request: perhaps(AccessRequests, { dossierId, requestId }),
    dossier: perhaps(Dossiers, { dossierId }),
  })
  if (request === undefined || dossier === undefined) return undefined
  const { requester } = await read({ requester: perhaps(People, { personId: request.requestedBy }) })
  return requester === undefined ? undefined : { request, dossier, requester }
}

export const peopleOf = async ({ read }: JobTools, personIds: readonly string[]): Promise<Person[]> => {
  const found = await read(Object.fromEntries(personIds.map((personId) => [personId, perhaps(People, { personId })])))
  return Object.values(found).filter((person) => person !== undefined)
}
