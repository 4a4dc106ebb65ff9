/** The workflow engine. Every act may be repeated without harm. */
export interface Workflows {
  /** Starts an execution under its business name; one that already has this name counts as started. */
  start(workflow: string, name: string, input: object): Promise<void>
  /** Answers a waiting task; `gone` when nobody waits there any more. */
  answer(token: string, output: object): Promise<'answered' | 'gone'>
  /** Whether the execution of this name is still at work. */
  isRunning(workflow: string, name: string): Promise<boolean>
}
