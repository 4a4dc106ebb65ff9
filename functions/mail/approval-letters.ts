/** The mails of an approval: who is asked, who is told that it waits, and how it ended (P-07). */
import type { Events, OutboxEntry } from '../../shared/events.ts'
import { isLive, type Link } from '../../shared/links.ts'
import { People, type Person } from '../../shared/people.ts'
import { compile, decide } from '../../shared/rules/decide.ts'
import type { Stored } from '../../shared/table/record.ts'
import { perhaps } from '../../shared/table/table.ts'
import { Absences } from '../absences/records.ts'
import { amountInWords } from '../approvals/amount-in-words.ts'
import { linkExpiry } from '../approvals/approval-times.ts'
import { rules as approvalRules } from '../approvals/rules.ts'
import { type Document, Documents, documentKinds } from '../documents/records.ts'
import { rules as documentRules } from '../documents/rules.ts'
import { type Dossier, Dossiers } from '../dossiers/records.ts'
import { tiesTo } from '../dossiers/resource.ts'
import { situationOf } from '../kernel/authorize.ts'
import type { JobTools } from '../kernel/job.ts'
import { Parties } from '../processing/records.ts'
import { type Letter, letter, linkFor, type Sender, titleOf } from './letters.ts'
import { tellingNotice } from './notices.ts'
import type { MailData } from './templates/mail-data.ts'

const policy = compile([...documentRules, ...approvalRules])

type OfApproval = Events['approval-begun']

const readApproval = async ({ read }: JobTools, { dossierId, documentId, approvalId }: OfApproval) => {
  const { document, dossier } = await read({
    document: perhaps(Documents, { dossierId, documentId }),
    dossier: perhaps(Dossiers, { dossierId }),
  })
  const approval = document?.approval
  return document === undefined || dossier === undefined || approval?.approvalId !== approvalId
    ? undefined
    : { document, dossier, approval }
}

/** What a document is called outside: a confidential one not at all (D-09). */
const isConfidential = (document: Document, dossier: Dossier): boolean =>
  dossier.confidential === true || document.confidential === true
const nameOf = (document: Document, dossier: Dossier): string | null =>
  isConfidential(document, dossier) ? null : document.name

/**
 * Somebody is asked for their approval, if it is still theirs to give at this moment; by a link of their own where one
 * would serve them. Who approves by a share or an assignment, and what is confidential, takes signing in.
 */
export const askingForApproval = async (
  asked: Events['approval-asked'],
  sender: Sender,
  tools: JobTools,
): Promise<Letter[]> => {
  const found = await readApproval(tools, asked)
  if (found === undefined || found.document.state !== 'to-approve') return []
  const { document, dossier, approval } = found
  const { dossierId, documentId, personId, approvalId } = asked
  const { person, submitter, absent, absence, party, ...ties } = await tools.read({
    person: perhaps(People, { personId }),
    submitter: perhaps(People, { personId: approval.begunBy }),
    absent: perhaps(People, { personId: asked.for ?? 'nobody' }),
    absence: perhaps(Absences, { personId: asked.for ?? 'nobody' }),
    party: perhaps(Parties, { dossierId, partyId: document.partyId ?? 'none' }),
    ...tiesTo(dossierId, personId),
  })
  if (person === undefined) return []
  const things = { dossier, document, absence, ...ties }
  const may = (action: 'document.approve' | 'document.approve-by-link', link?: Link): boolean =>
    decide(policy, action, situationOf(person, present({ ...things, link }), tools.now)).allowed
  if (!may('document.approve')) return []

  const subject = { dossierId, documentId, approvalId, ...(asked.for === null ? {} : { for: asked.for }) }
  const expiresAt = linkExpiry(tools.now)
  const { address, link } = linkFor(tools, 'document-approval', person, subject, expiresAt)
  const serves = isLive(link, tools.now) && !isConfidential(document, dossier) && may('document.approve-by-link', link)
  const data: MailData['approval'] = {
    ...sender,
    name: person.name,
    document: isConfidential(document, dossier) ? null : factsOf(document, party?.name ?? null),
    dossier: titleOf(dossier),
    rule: approval.ruleName,
    submittedBy: submitter?.name ?? sender.organisation,
    inPlaceOf: absent?.name ?? null,
    link: serves ? address : null,
    expiresAt,
  }
  return [letter(person, asked.reminder ? 'approval-reminder' : 'approval', data, serves ? link : undefined)]
}

const present = (things: Readonly<Record<string, object | undefined>>): object =>
  Object.fromEntries(Object.entries(things).filter(([, thing]) => thing !== undefined))

const factsOf = ({ name, kind, date, amount }: Document, party: string | null): MailData['approval']['document'] => ({
  name,
  kind: kind === undefined ? null : documentKinds[kind],
  party,
  date: date ?? null,
  amount: amount === undefined ? null : { en: amountInWords(amount, 'en'), fr: amountInWords(amount, 'fr') },
})

/** Whoever put the document in, and whoever submitted it, are told how its approval ended, but for who ended it. */
export const tellingApprovalEnd = async (
  told: Events['approval-ended'],
  sender: Sender,
  tools: JobTools,
): Promise<Letter[]> => {
  const { outcome, by } = told
  const found = outcome === 'withdrawn' ? undefined : await readApproval(tools, told)
  if (found === undefined || outcome === 'withdrawn') return []
  const { document, dossier, approval } = found
  const { ender, ...people } = await tools.read({
    ender: perhaps(People, { personId: by }),
    author: perhaps(People, { personId: document.createdBy }),
    submitter: perhaps(People, { personId: approval.begunBy }),
  })
  const readers = await readersAmong(Object.values(people), document, dossier, tools)
  const reason = approval.verdicts.at(-1)?.reason ?? null
  return readers
    .filter(({ personId }) => personId !== by)
    .map((to) =>
      letter(to, 'approval-ended', {
        ...sender,
        name: to.name,
        outcome,
        by: ender?.name ?? '',
        document: nameOf(document, dossier),
        dossier: titleOf(dossier),
        // What somebody wrote about what is confidential does not travel either (D-09).
        reason: isConfidential(document, dossier) ? null : reason,
      }),
    )
}

/** Those of these people, once each, who may still see the document. */
const readersAmong = async (
  people: readonly (Stored<Person> | undefined)[],
  document: Stored<Document>,
  dossier: Stored<Dossier>,
  { read, now }: JobTools,
): Promise<readonly Person[]> => {
  const once = [...new Map(people.flatMap((one) => (one === undefined ? [] : [[one.personId, one] as const]))).values()]
  const mayRead = await Promise.all(
    once.map(async (person) => {
      const ties = await read(tiesTo(dossier.dossierId, person.personId))
      return decide(policy, 'document.read', situationOf(person, present({ dossier, document, ...ties }), now)).allowed
    }),
  )
  return once.filter((_, at) => mayRead[at] === true)
}

/**
 * An approval waits: for nobody, which whoever may set the rules is told; or for long, which the owner is told. That a
 * deputy is asked is told to whoever submitted the document, in brief (B-11).
 */
export const tellingApprovalWaits = async (
  waits: Extract<OutboxEntry, { type: 'approval-waits' }>,
  sender: Sender,
  tools: JobTools,
): Promise<Letter[]> => {
  if (waits.data.why === 'deputy-asked') return tellingNotice(waits, sender, tools)
  const found = await readApproval(tools, waits.data)
  if (found === undefined || found.document.state !== 'to-approve') return []
  const { document, dossier, approval } = found
  const nobodyLeft = waits.data.why === 'nobody-left'
  const people = await tools.read(
    Object.fromEntries(waits.data.to.map((personId) => [personId, perhaps(People, { personId })])),
  )
  const told = Object.values(people).filter((one) => one?.status === 'active') as Person[]
  return told.map((to) =>
    letter(to, 'approval-waits', {
      ...sender,
      name: to.name,
      nobodyLeft,
      document: to.personId === dossier.ownerId || to.kind === 'client-user' ? nameOf(document, dossier) : null,
      // Whoever is told in the owner's place need not be one who reads the dossier.
      dossier: to.personId === dossier.ownerId || to.kind === 'client-user' ? titleOf(dossier) : String(dossier.number),
      rule: approval.ruleName,
    }),
  )
}
