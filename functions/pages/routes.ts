import * as z from 'zod/mini'
import { route } from '../../shared/contract/route.ts'
import { nothing } from '../../shared/contract/schemas.ts'
import { givingWay } from '../offers/routes.ts'
import { activationLink, approvalLink, decisionLink, offerLink } from './resource.ts'

/** What a form sent, unchecked: whatever is wrong with it is said on the page, beside what was typed. */
const typed = z.optional(z.string().check(z.maxLength(5000)))
const html = z.string()

const decideOpen = {
  because: 'The responsible answers from their mail without signing in; the link is the proof (P-11).',
}
const answerOpen = {
  because: 'The recipient of an offer answers from their mail without signing in; the link is the proof (D-11).',
}
const approveOpen = {
  because: 'An approver answers from their mail without signing in; the link is the proof (P-07).',
}
const activateOpen = {
  because: 'Whoever is invited has no password to sign in with yet; the link is the proof (C-02).',
}

export const routes = {
  showDecision: route('GET /access-decisions/{token}', {
    kind: 'page',
    summary: 'Show an access request to whoever decides it',
    description: 'Changes nothing: mail scanners open links too.',
    action: 'access-request.decide',
    on: decisionLink,
    input: nothing,
    output: html,
    problems: ['too-many-requests'],
    // A link that leads nowhere is counted, so that guessing slows down.
    uses: { table: 'write' },
    open: decideOpen,
  }),
  decide: route('POST /access-decisions/{token}', {
    kind: 'page',
    summary: 'Approve or refuse an access request, or ask the requester for more information',
    description: 'An approval that meets another end of the request gives way to it.',
    action: 'access-request.decide',
    on: decisionLink,
    input: z.strictObject({ decision: typed, profile: typed, reason: typed, question: typed, version: typed }),
    output: html,
    problems: ['too-many-requests'],
    uses: { table: 'write' },
    open: decideOpen,
    repeatable: true,
  }),
  showOffer: route('GET /offer-answers/{token}', {
    kind: 'page',
    summary: 'Show the offer of a dossier to its recipient',
    description: 'Changes nothing: mail scanners open links too.',
    action: 'offer.answer-by-link',
    on: offerLink,
    input: nothing,
    output: html,
    problems: ['too-many-requests'],
    uses: { table: 'write' },
    open: answerOpen,
  }),
  answerOffer: route('POST /offer-answers/{token}', {
    kind: 'page',
    summary: 'Accept or refuse a dossier',
    description: 'When it meets a withdrawal, that wins.',
    action: 'offer.answer-by-link',
    on: offerLink,
    input: z.strictObject({ decision: typed, reason: typed, version: typed }),
    output: html,
    problems: ['too-many-requests'],
    uses: { table: 'write' },
    open: answerOpen,
    ...givingWay,
  }),
  showDocumentApproval: route('GET /document-approvals/{token}', {
    kind: 'page',
    summary: 'Show a document that is to be approved to whoever was asked',
    description: 'Changes nothing: mail scanners open links too.',
    action: 'document.approve-by-link',
    on: approvalLink,
    input: nothing,
    output: html,
    problems: ['too-many-requests'],
    uses: { table: 'write' },
    open: approveOpen,
  }),
  answerDocumentApproval: route('POST /document-approvals/{token}', {
    kind: 'page',
    summary: 'Approve or reject a document',
    action: 'document.approve-by-link',
    on: approvalLink,
    input: z.strictObject({ decision: typed, reason: typed, version: typed }),
    output: html,
    problems: ['too-many-requests'],
    uses: { table: 'write' },
    open: approveOpen,
    repeatable: true,
  }),
  showActivation: route('GET /activations/{token}', {
    kind: 'page',
    summary: 'Show an invited person the form in which they choose a password',
    action: 'account.activate',
    on: activationLink,
    input: nothing,
    output: html,
    problems: ['too-many-requests'],
    uses: { table: 'write' },
    open: activateOpen,
  }),
  activate: route('POST /activations/{token}', {
    kind: 'page',
    summary: 'Set the first password of an invited person',
    action: 'account.activate',
    on: activationLink,
    input: z.strictObject({ password: typed, repeat: typed }),
    output: html,
    problems: ['too-many-requests'],
    uses: { table: 'write', directory: true },
    open: activateOpen,
    repeatable: true,
  }),
}
