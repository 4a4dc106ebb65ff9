/** A stack of a test's own, with a state that outlives the emulator: for what would disturb everybody else. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openMailbox } from '../../infra/local/mailbox.ts'
import { findFreePort } from '../../infra/local/ports.ts'
import type { Stack } from './cast.ts'

export type OwnStack = {
  /** Starts the emulator unless it runs, again with what it knew; deploys once. */
  readonly start: () => Promise<Stack>
  /** Stops it as a computer does that shuts down: SIGTERM, and its state is saved. */
  readonly stop: () => Promise<void>
  /** Stops it if need be and forgets its state. */
  readonly end: () => Promise<void>
}

const script = new URL('own-stack-script.ts', import.meta.url).pathname

/** Waits for what the script says of its stack, or for the sentence with which it gives up. */
const told = async (child: ChildProcess): Promise<Stack> => {
  let said = ''
  child.stderr?.on('data', (text: Buffer) => {
    said += text.toString()
  })
  const message = await Promise.race([once(child, 'message'), once(child, 'exit').then(() => undefined)])
  if (message === undefined) throw new Error(`A stack of its own did not come up: ${said}`)
  const { endpoint, apiUrl, outputs } = message[0] as Stack
  return { endpoint, apiUrl, outputs, mailbox: openMailbox(endpoint), folder: '' }
}

export const ownStack = async (): Promise<OwnStack> => {
  const folder = mkdtempSync(join(tmpdir(), 'greffe-own-stack-'))
  const port = await findFreePort()
  let running: { readonly child: ChildProcess; readonly stack: Promise<Stack> } | undefined

  const stop = async (): Promise<void> => {
    const { child } = running ?? {}
    running = undefined
    if (child === undefined || child.exitCode !== null) return
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
  return {
    start() {
      if (running === undefined) {
        const child = fork(script, [folder, String(port)], { execArgv: [], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
        running = { child, stack: told(child) }
      }
      return running.stack
    },
    stop,
    async end() {
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
