/** Why a document of a batch was not sent: one closed list, in words for people (P-09). */
import type { Language } from '../../../shared/people.ts'
import { problems } from '../../../shared/problems.ts'
import type { Bilingual } from '../../../shared/roles.ts'
import { failureReasonNames, failureReasons } from '../failure-reasons.ts'
import { notSentNames } from '../why-not-send.ts'

/** What the rules say of a document, for whoever asked for the batch. */
const byRules = {
  'not-found': {
    en: 'There is no such document, or whoever asked may not see it.',
    fr: "Ce document n'existe pas, ou la personne qui l'a demandé ne peut pas le voir.",
  },
  'not-allowed': {
    en: 'Whoever asked may not send the document.',
    fr: "La personne qui l'a demandé ne peut pas envoyer le document.",
  },
} as const satisfies Record<string, Bilingual>

export const batchReasonNames = ['not-found', 'not-allowed', ...notSentNames, ...failureReasonNames] as const
export type BatchReason = (typeof batchReasonNames)[number]

export const sayReason = (reason: BatchReason, language: Language): string => {
  if (reason in byRules) return byRules[reason as keyof typeof byRules][language]
  if (reason in failureReasons) return failureReasons[reason as keyof typeof failureReasons][language]
  return problems[reason as keyof typeof problems].title[language]
}
