import { explainFailure } from './failure.ts'

/** Something to undo at the end; the last added is undone first. */
type CleanUp = () => Promise<void> | void

export interface ScriptEnd {
  /** Registers what must be undone however the script ends. */
  onEnd(cleanUp: CleanUp): void
  /** From here on being stopped is the script's normal end: exit code 0. */
  startServing(): void
  /** Resolves when the user or the system asks the script to stop. */
  readonly stopped: Promise<void>
}

/**
 * Runs a script's main function so that whatever it started is stopped in every case: success, failure, Ctrl-C,
 * SIGTERM, a closed terminal, or the end of the process that started it.
 * @param main returns the exit code.
 */
export async function runScript(main: (end: ScriptEnd) => Promise<number>): Promise<never> {
  const cleanUps: CleanUp[] = []
  let ending = false
  let serving = false
  let tellStopped = (): void => {}
  const stopped = new Promise<void>((resolve) => {
    tellStopped = resolve
  })

  const finish = async (code: number): Promise<never> => {
    ending = true
    let exitCode = code
    for (let next = cleanUps.pop(); next; next = cleanUps.pop()) {
      try {
        await next()
      } catch (error) {
        console.error(explainFailure(error))
        exitCode ||= 1
      }
    }
    process.exit(exitCode)
  }

  const end: ScriptEnd = {
    stopped,
    startServing() {
      serving = true
    },
    onEnd(cleanUp) {
      cleanUps.push(cleanUp)
    },
  }

  // A signal may come twice (from the terminal and from the starter): only the first counts.
  const stop = (code: number) => () => {
    if (ending) return
    tellStopped()
    void finish(serving ? 0 : code)
  }
  process.on('SIGINT', stop(130))
  process.on('SIGTERM', stop(143))
  process.on('SIGHUP', stop(129))
  if (process.connected) process.on('disconnect', stop(143))

  let code = 1
  try {
    code = await main(end)
  } catch (error) {
    if (!ending) console.error(`\n${explainFailure(error)}`)
  }
  if (ending) return new Promise<never>(() => {})
  return finish(code)
}
