import type { FailureReason } from '../failure-reasons.ts'

/** Which attempt of which transfer a task works for. */
export type OfAttempt = { readonly dossierId: string; readonly transferId: string; readonly attempt: number }

/** One document of it. */
export type OfDocument = OfAttempt & { readonly documentId: string; readonly versionId: string }

/** An outcome that the workflow acts on: expected ones are data, an error only ever means "again". */
export type Failed = { readonly outcome: 'failed'; readonly reason: FailureReason }

export const failed = (reason: FailureReason): Failed => ({ outcome: 'failed', reason })
