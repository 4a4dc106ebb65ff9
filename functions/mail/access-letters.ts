/** The mails about an access: how its request goes on and ends, that it was given without the office, that it ended (P-12, P-13). */
import type { Events } from '../../shared/events.ts'
import { People, type Person } from '../../shared/people.ts'
import { perhaps } from '../../shared/table/table.ts'
import { findPeopleToAsk } from '../access-requests/find-people-to-ask.ts'
import { closeReasons } from '../access-requests/records.ts'
import { isAdministrator, isWithoutAdministrator } from '../client-users/last-administrator.ts'
import { DossierAccesses, Dossiers, isLiveAccess } from '../dossiers/records.ts'
import type { JobTools } from '../kernel/job.ts'
import { type Letter, letter, peopleOf, requestAndDossier, type Sender, titleOf } from './letters.ts'

type Found = NonNullable<Awaited<ReturnType<typeof requestAndDossier>>>

/** Those who asked, and who are still there to be told. */
const askersOf = async ({ request, requester }: Found, tools: JobTools): Promise<readonly Person[]> =>
  [requester, ...(await peopleOf(tools, request.joinedBy))].filter(({ status }) => status === 'active')

/** Those who asked are told that a deputy was asked in the place of somebody absent; once, not at each reminder (B-11). */
export const tellingDeputy = async (
  { dossierId, requestId, personId, for: absentId, reminder }: Events['access-verdict-asked'],
  sender: Sender,
  tools: JobTools,
): Promise<readonly Letter[]> => {
  if (absentId === null || reminder) return []
  const found = await requestAndDossier(tools, dossierId, requestId)
  const [absent, deputy] = await peopleOf(tools, [absentId, personId])
  if (found === undefined || absent === undefined || deputy === undefined) return []
  const { request, dossier } = found
  const data = { ...sender, absent: absent.name, deputy: deputy.name, dossier: titleOf(dossier) }
  const newUser = { name: request.name }
  return (await askersOf(found, tools)).map((to) =>
    letter(to, 'access-request-deputy', { ...data, requester: to.name, newUser }),
  )
}

/** Those who asked are told what whoever is to decide needs to know; nobody is where it is answered by now (P-12). */
export const askingInformation = async (
  { dossierId, requestId, by }: Events['access-information-asked'],
  sender: Sender,
  tools: JobTools,
): Promise<readonly Letter[]> => {
  const found = await requestAndDossier(tools, dossierId, requestId)
  const question = found?.request.questions?.at(-1)
  if (found === undefined || question === undefined || found.request.state !== 'information-asked') return []
  const { request, dossier } = found
  const askedBy = (await peopleOf(tools, [by]))[0]?.name ?? sender.organisation
  const { expiresAt } = request
  const data = { ...sender, askedBy, question: question.text, dossier: titleOf(dossier), expiresAt }
  const newUser = { name: request.name }
  return (await askersOf(found, tools)).map((to) =>
    letter(to, 'access-information-asked', { ...data, requester: to.name, newUser }),
  )
}

/** The requester, and whoever joined the request, are told how it ended; who withdrew it knows (P-12). */
export const tellingOutcome = async (
  { dossierId, requestId, outcome }: Events['access-request-ended'],
  sender: Sender,
  tools: JobTools,
): Promise<Letter[]> => {
  const found = await requestAndDossier(tools, dossierId, requestId)
  if (found === undefined) return []
  const { request, dossier } = found
  const told = (await askersOf(found, tools)).filter(({ personId }) => personId !== request.outcome?.by)
  const decidedBy = (await peopleOf(tools, [request.outcome?.by ?? 'nobody']))[0]?.name ?? ''
  return told.flatMap((to) => {
    const common = { ...sender, requester: to.name, newUser: { name: request.name }, dossier: titleOf(dossier) }
    switch (outcome) {
      case 'withdrawn':
        return []
      case 'closed': {
        const reason = closeReasons[request.outcome?.closedBecause ?? 'dossier-not-active']
        return [letter(to, 'access-request-closed', { ...common, reason })]
      }
      case 'expired':
        return [letter(to, 'access-request-expired', { ...common, askedAt: request.askedAt })]
      case 'refused':
        return [letter(to, 'access-request-refused', { ...common, decidedBy, reason: request.outcome?.reason ?? '' })]
      case 'approved': {
        const profile = request.outcome?.profile ?? request.profile
        return [letter(to, 'access-request-approved', { ...common, decidedBy, profile, askedProfile: request.profile })]
      }
    }
  })
}

/**
 * The office is told that an Administrator of a dossier created a user of it: who answers for the dossier, or the
 * administrators in their place (P-13).
 */
export const tellingNewUser = async (
  { dossierId, personId, by }: Events['client-user-created'],
  sender: Sender,
  tools: JobTools,
): Promise<Letter[]> => {
  const { user, creator, dossier } = await tools.read({
    user: perhaps(People, { personId }),
    creator: perhaps(People, { personId: by }),
    dossier: perhaps(Dossiers, { dossierId }),
  })
  if (user?.kind !== 'client-user' || creator === undefined || dossier === undefined) return []
  const asked = await findPeopleToAsk(dossier, tools, tools.now)
  const office = await peopleOf(
    tools,
    asked.map((one) => one.personId),
  )
  const { name, email, profile } = user
  const data = { ...sender, by: creator.name, dossier: titleOf(dossier), newUser: { name, email }, profile }
  return office
    .filter(({ status }) => status === 'active')
    .map((to) => letter(to, 'client-user-created', { ...data, name: to.name }))
}

/**
 * A client user is told that their access to a dossier ended, unless they have it again by now; where it ended by its date
 * and was the last Administrator's, who answers for the dossier is told that it has none (P-03).
 */
export const tellingAccessEnd = async (
  { dossierId, personId, by }: Events['client-access-ended'],
  sender: Sender,
  tools: JobTools,
): Promise<Letter[]> => {
  const { user, dossier, access, ender } = await tools.read({
    user: perhaps(People, { personId }),
    dossier: perhaps(Dossiers, { dossierId }),
    access: perhaps(DossierAccesses, { dossierId, personId }),
    ender: perhaps(People, { personId: by ?? 'nobody' }),
  })
  const again = access !== undefined && isLiveAccess(access, tools.now)
  if (user === undefined || dossier === undefined || again) return []
  const title = titleOf(dossier)
  const endedBy = by === null ? null : (ender?.name ?? sender.organisation)
  const told =
    user.status === 'active'
      ? [letter(user, 'access-ended', { ...sender, name: user.name, by: endedBy, dossier: title })]
      : []
  const reader = { list: tools.table.list, read: tools.read, now: tools.now }
  const isOpen = dossier.state === 'active' && by === null && isAdministrator(user)
  if (!isOpen || !(await isWithoutAdministrator(dossierId, reader))) return told

  const answering = await findPeopleToAsk(dossier, tools, tools.now)
  const people = await tools.read(
    Object.fromEntries(answering.map((one) => [one.personId, perhaps(People, { personId: one.personId })])),
  )
  const office = Object.values(people).filter((person) => person !== undefined)
  return [
    ...told,
    ...office.map((to) =>
      letter(to, 'dossier-without-administrator', { ...sender, name: to.name, user: user.name, dossier: title }),
    ),
  ]
}
