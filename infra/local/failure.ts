/** A failure that one plain sentence explains: scripts print that sentence alone and end with code 1. */
export class PlainFailure extends Error {
  override name = 'PlainFailure'
}

/** The sentence to print for anything thrown: plain failures without a stack, surprises with one. */
export function explainFailure(error: unknown): string {
  if (error instanceof PlainFailure) return error.message
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
