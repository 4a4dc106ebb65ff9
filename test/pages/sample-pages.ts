import { activatedPage } from '../../functions/pages/html/activated-page.ts'
import { activationPage } from '../../functions/pages/html/activation-page.ts'
import { type ApprovalPageView, approvalAnsweredPage, approvalPage } from '../../functions/pages/html/approval-page.ts'
import { deadLinkPage } from '../../functions/pages/html/dead-link-page.ts'
import { decidedPage } from '../../functions/pages/html/decided-page.ts'
import { type DecisionView, decisionPage } from '../../functions/pages/html/decision-page.ts'
import { type OfferPageView, offerAnsweredPage, offerPage } from '../../functions/pages/html/offer-page.ts'
import type { Language, Page } from '../../functions/pages/html/page.ts'
import { slowDownPage } from '../../functions/pages/html/slow-down-page.ts'
import { somethingWrongPage } from '../../functions/pages/html/something-wrong-page.ts'

/** Every page in every state that people can meet, with invented people. */

export const languages = ['en', 'fr'] as const satisfies readonly Language[]
const organisation = 'Étude Vasseur & Lindqvist'

/** Texts that the pages are given in the reader's language, as the handlers give them. */
const given = {
  en: {
    labels: { full: 'Full Access', processing: 'Document Processing', delivery: 'Document Delivery' },
    full: ['Import, process and send documents', 'Approve documents', 'Read figures and reports', 'Search the archive'],
    processing: ['Import, process and send documents'],
    delivery: ['Import and send documents'],
    message: 'Odile takes over our bookkeeping in May.\nShe needs the archive of the last two years.',
    reason: 'We have not met this person yet.',
  },
  fr: {
    labels: { full: 'Accès complet', processing: 'Traitement de documents', delivery: 'Remise de documents' },
    full: [
      'Importer, traiter et envoyer des documents',
      'Approuver des documents',
      'Lire les chiffres et rapports',
      'Chercher dans l’archive',
    ],
    processing: ['Importer, traiter et envoyer des documents'],
    delivery: ['Importer et envoyer des documents'],
    message: 'Odile reprend notre comptabilité en mai.\nIl lui faut l’archive des deux dernières années.',
    reason: 'Nous n’avons pas encore rencontré cette personne.',
  },
}

/** A decision page as most people see it; `more` changes what a case is about. */
export const sampleDecision = (language: Language, more: Partial<DecisionView> = {}): DecisionView => {
  const { labels, full, processing, delivery, message, reason } = given[language]
  return {
    language,
    organisation,
    requester: { name: 'Bastien Okonkwo', email: 'bastien.okonkwo@tuilerie-du-lac.example' },
    newUser: { name: 'Odile Marchetti-Brun', email: 'odile@marchetti-brun.example' },
    dossier: { number: '2026-0142', clientName: 'Tuilerie du Lac SA' },
    askedProfile: 'client-full-access',
    profiles: [
      { id: 'client-full-access', label: labels.full, reach: full },
      { id: 'client-document-processing', label: labels.processing, reach: processing },
      { id: 'client-document-delivery', label: labels.delivery, reach: delivery },
    ],
    message,
    earlier: [
      { at: '2026-01-12T09:30:00.000Z', outcome: 'refused', reason },
      { at: '2025-11-03T16:05:00.000Z', outcome: 'expired', reason: null },
    ],
    askedAt: '2026-04-20T07:45:00.000Z',
    expiresAt: '2026-05-04T07:45:00.000Z',
    timeZone: 'Europe/Zurich',
    version: '3',
    reader: 'Aurèle Quintard-Bosc',
    standsInFor: null,
    askedBesides: 2,
    accessDays: 365,
    questions: [],
    mayAsk: true,
    ...more,
  }
}

/** The page of an offer as most people see it. */
export const sampleOffer = (language: Language, more: Partial<OfferPageView> = {}): OfferPageView => ({
  language,
  organisation,
  giver: 'Bastien Okonkwo',
  dossier: { number: '142', clientName: 'Tuilerie du Lac SA', label: 'partially-confidential' },
  counts: { items: 318, shares: 2 },
  message: given[language].reason,
  offeredAt: '2026-04-20T07:45:00.000Z',
  expiresAt: '2026-05-04T07:45:00.000Z',
  timeZone: 'Europe/Zurich',
  version: 1,
  ...more,
})

/** The page of an approval as most people see it. */
export const sampleApproval = (language: Language, more: Partial<ApprovalPageView> = {}): ApprovalPageView => ({
  language,
  organisation,
  facts: {
    name: 'facture-2026-0187.pdf',
    author: 'Bastien Okonkwo',
    kind: { en: 'purchase', fr: 'achat' },
    party: 'Papeterie Sorbier & Filles',
    number: '2026-0187',
    date: '2026-04-17',
    amount: { en: '€1,234.50', fr: '1\u202f234,50\u00a0€' }[language],
  },
  dossier: '142',
  rule: 'A-1000',
  submitter: 'Théodore Vauclair',
  inPlaceOf: null,
  submittedAt: '2026-04-20T07:45:00.000Z',
  timeZone: 'Europe/Zurich',
  version: 3,
  ...more,
})

const long = 'Wolfeschlegelsteinhausenbergerdorff'.repeat(4)
const basics = (language: Language) => ({ language, organisation })
const activation = (language: Language) => ({
  ...basics(language),
  name: 'Odile Marchetti-Brun',
  email: 'odile@marchetti-brun.example',
  minimumLength: 12,
})

export const samplePages: Record<string, (language: Language) => Page> = {
  decision: (language) => decisionPage(sampleDecision(language)),
  'decision, nothing known before': (language) =>
    decisionPage(sampleDecision(language, { message: null, earlier: [] })),
  'decision, as a deputy, after questions': (language) =>
    decisionPage(
      sampleDecision(language, {
        standsInFor: 'Aurélien Joannis',
        dossier: { number: '2026-0142', clientName: null },
        accessDays: null,
        askedBesides: 0,
        mayAsk: false,
        questions: [
          { at: '2026-04-21T07:45:00.000Z', text: given[language].reason, answer: given[language].message },
          { at: '2026-04-22T07:45:00.000Z', text: given[language].reason, answer: null },
        ],
      }),
    ),
  'decision, question missing': (language) =>
    decisionPage(sampleDecision(language, { error: 'question-missing', values: { decision: 'ask', question: ' ' } })),
  'decided, information asked for': (language) =>
    decidedPage({ language, organisation, outcome: 'asked', newUserName: 'Odile Marchetti-Brun' }),
  'decision, asked profile not givable': (language) =>
    decisionPage(sampleDecision(language, { askedProfile: 'client-administrator' })),
  'decision, no profile givable': (language) => decisionPage(sampleDecision(language, { profiles: [] })),
  'decision, very long names': (language) =>
    decisionPage(
      sampleDecision(language, {
        organisation: long,
        newUser: { name: long, email: `${long}@${long}.example` },
        dossier: { number: long, clientName: long },
        message: long,
      }),
    ),
  'decision, reason missing': (language) =>
    decisionPage(sampleDecision(language, { error: 'reason-missing', values: { decision: 'refuse', reason: ' ' } })),
  'decision, choice missing': (language) =>
    decisionPage(
      sampleDecision(language, { error: 'choice-missing', values: { profile: 'client-document-delivery' } }),
    ),
  'decision, profile missing': (language) =>
    decisionPage(
      sampleDecision(language, {
        askedProfile: 'client-administrator',
        error: 'choice-missing',
        values: { decision: 'approve' },
      }),
    ),
  'decision, changed meanwhile': (language) =>
    decisionPage(sampleDecision(language, { error: 'changed', values: { decision: 'refuse', reason: '2026' } })),
  'decided, approved': (language) =>
    decidedPage({
      ...basics(language),
      outcome: 'approved',
      newUserName: 'Odile Marchetti-Brun',
      profile: given[language].labels.full,
    }),
  'decided, refused': (language) =>
    decidedPage({ ...basics(language), outcome: 'refused', newUserName: 'Odile Marchetti-Brun' }),
  offer: (language) => offerPage(sampleOffer(language)),
  'offer, confidential': (language) =>
    offerPage(
      sampleOffer(language, { message: null, dossier: { number: '142', clientName: null, label: 'confidential' } }),
    ),
  'offer, reason missing': (language) =>
    offerPage(sampleOffer(language, { error: 'reason-missing', values: { decision: 'refuse', reason: ' ' } })),
  'offer, choice missing': (language) => offerPage(sampleOffer(language, { error: 'choice-missing', values: {} })),
  'offer, not eligible': (language) =>
    offerPage(sampleOffer(language, { error: 'not-eligible', values: { decision: 'accept' } })),
  'decided, offer accepted': (language) =>
    offerAnsweredPage({ ...basics(language), answer: 'accepted', dossier: '142' }),
  'decided, offer refused': (language) => offerAnsweredPage({ ...basics(language), answer: 'refused', dossier: '142' }),
  approval: (language) => approvalPage(sampleApproval(language)),
  'approval, confidential, in the place of somebody': (language) =>
    approvalPage(sampleApproval(language, { facts: null, inPlaceOf: 'Odile Marchetti-Brun' })),
  'approval, nothing said of it': (language) =>
    approvalPage(
      sampleApproval(language, {
        facts: { name: long, author: long, kind: null, party: null, number: null, date: null, amount: null },
      }),
    ),
  'approval, reason missing': (language) =>
    approvalPage(sampleApproval(language, { error: 'reason-missing', values: { decision: 'refuse', reason: ' ' } })),
  'approval, choice missing': (language) =>
    approvalPage(sampleApproval(language, { error: 'choice-missing', values: {} })),
  'approval, changed meanwhile': (language) =>
    approvalPage(sampleApproval(language, { error: 'changed', values: { decision: 'approve' } })),
  'approval, not their turn': (language) =>
    approvalPage(sampleApproval(language, { error: 'not-your-turn', values: { decision: 'approve' } })),
  'decided, document approved': (language) =>
    approvalAnsweredPage({ ...basics(language), answer: 'approved', dossier: '142' }),
  'decided, document rejected': (language) =>
    approvalAnsweredPage({ ...basics(language), answer: 'rejected', dossier: '142' }),
  activation: (language) => activationPage(activation(language)),
  'activation, too short': (language) => activationPage({ ...activation(language), error: 'too-short' }),
  'activation, too weak': (language) => activationPage({ ...activation(language), error: 'too-weak' }),
  'activation, mismatch': (language) => activationPage({ ...activation(language), error: 'mismatch' }),
  activated: (language) => activatedPage({ ...basics(language), email: 'odile@marchetti-brun.example' }),
  'dead link': (language) => deadLinkPage(basics(language)),
  'slow down': (language) => slowDownPage({ ...basics(language), seconds: 240 }),
  'something wrong': (language) =>
    somethingWrongPage({ ...basics(language), requestId: '0196a1f4-77aa-7c3e-9a51-0d5b2f1c8e77' }),
}

/** The statuses that the requirement gives each page; those not named are 200. */
export const statuses: Record<string, number> = {
  'decision, question missing': 422,
  'decision, reason missing': 422,
  'decision, choice missing': 422,
  'decision, profile missing': 422,
  'decision, changed meanwhile': 409,
  'offer, reason missing': 422,
  'offer, choice missing': 422,
  'offer, not eligible': 409,
  'approval, reason missing': 422,
  'approval, choice missing': 422,
  'approval, changed meanwhile': 409,
  'approval, not their turn': 409,
  'activation, too short': 422,
  'activation, too weak': 422,
  'activation, mismatch': 422,
  'dead link': 404,
  'slow down': 429,
  'something wrong': 500,
}
