/** The queues of consumers. */
export interface Queues {
  /** Hands a message to a consumer's queue; it may arrive more than once. */
  send(consumer: string, message: object): Promise<void>
}
