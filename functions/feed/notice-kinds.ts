/** What people are told of, by kinds that they may choose for (B-06). */
import type { Bilingual } from '../../shared/roles.ts'

/** `at-once` as it happens, `daily` all of a day in one mail, `none` in the feed alone. */
export const mailChoices = ['at-once', 'daily', 'none'] as const
export type MailChoice = (typeof mailChoices)[number]

type Kind = Bilingual & { readonly unlessChosen: MailChoice }

export const noticeKinds = {
  shares: { en: 'shares of dossiers', fr: 'partages de dossiers', unlessChosen: 'at-once' },
  offers: { en: 'offers of dossiers', fr: 'offres de dossiers', unlessChosen: 'at-once' },
  transfers: { en: 'dossiers that changed hands', fr: 'dossiers qui ont changé de mains', unlessChosen: 'at-once' },
  'owner-requests': {
    en: 'requests to owners of dossiers',
    fr: 'demandes aux propriétaires de dossiers',
    unlessChosen: 'at-once',
  },
  dossiers: { en: 'states of dossiers', fr: 'états des dossiers', unlessChosen: 'at-once' },
  spaces: { en: 'collaborative spaces', fr: 'espaces collaboratifs', unlessChosen: 'at-once' },
  'space-entries': {
    en: 'what is written in collaborative spaces',
    fr: 'ce qui est écrit dans les espaces collaboratifs',
    // Written all day long: a mail for each would be read by nobody.
    unlessChosen: 'daily',
  },
  'access-requests': { en: 'requests for access', fr: "demandes d'accès", unlessChosen: 'at-once' },
  exports: {
    en: 'exports of archives that one asked for',
    fr: "exportations d'archives que l'on a demandées",
    unlessChosen: 'at-once',
  },
  approvals: { en: 'approvals of documents', fr: 'approbations de documents', unlessChosen: 'at-once' },
  documents: {
    en: 'documents that came by e-mail, and pages that were split or merged',
    fr: 'documents arrivés par courriel, et pages divisées ou fusionnées',
    // Everyday work: a mail for each would be read by nobody.
    unlessChosen: 'daily',
  },
  figures: {
    en: 'figures and reports that are published',
    fr: 'chiffres et rapports publiés',
    unlessChosen: 'at-once',
  },
  payments: {
    en: 'files of payments for the bank',
    fr: 'fichiers de paiements pour la banque',
    unlessChosen: 'at-once',
  },
  sendings: { en: 'documents sent to the archive', fr: "documents envoyés à l'archive", unlessChosen: 'at-once' },
} as const satisfies Record<string, Kind>
export type NoticeKind = keyof typeof noticeKinds
export const noticeKindNames = Object.keys(noticeKinds) as [NoticeKind, ...NoticeKind[]]

export type MailChoices = { readonly [K in NoticeKind]: MailChoice }

/** What holds for whoever chose nothing. */
export const unchosen: MailChoices = Object.fromEntries(
  noticeKindNames.map((kind) => [kind, noticeKinds[kind].unlessChosen]),
) as MailChoices
