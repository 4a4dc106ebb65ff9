/** The states of a document, once, with the moves between them; nothing is lost between two (P-06, P-09). */
import type { Bilingual } from '../../shared/roles.ts'

type State = Bilingual & { readonly next: readonly string[] }

export const documentStates = {
  'awaiting-upload': { en: 'awaiting its file', fr: 'en attente de son fichier', next: ['received'] },
  /** A newer version may take its place. */
  received: { en: 'received', fr: 'reçu', next: ['received', 'sending'] },
  sending: { en: 'being sent', fr: "en cours d'envoi", next: ['sent', 'failed'] },
  /** What was sent stays in the archive; a newer version of the document starts over. */
  sent: { en: 'sent', fr: 'envoyé', next: ['received'] },
  failed: { en: 'sending failed', fr: "échec de l'envoi", next: ['sending'] },
} as const satisfies Record<string, State>

export type DocumentState = keyof typeof documentStates

export const documentStateNames = Object.keys(documentStates) as [DocumentState, ...DocumentState[]]

/** Whether a document may go from one state to another. */
export const mayMove = (from: DocumentState, to: DocumentState): boolean =>
  (documentStates[from].next as readonly string[]).includes(to)

/**
 * The states of one version: only what was `received` counts, and it never changes. A file that came in parts is
 * `checking` while it is read from end to end (C-31), and then `checked` where its document is just being sent: it is
 * completed after that. One that `differs` from its announcement, or was `abandoned`, stays so.
 */
export const versionStateNames = ['awaiting-upload', 'checking', 'checked', 'received', 'differs', 'abandoned'] as const
export type VersionState = (typeof versionStateNames)[number]
