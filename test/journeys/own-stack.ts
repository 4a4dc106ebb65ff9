/** A stack of a test's own, with a state that outlives the emulator: for what would disturb everybody else. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openLocalStack } from '../../infra/local/local-stack.ts'
import { findFreePort } from '../../infra/local/ports.ts'
import type { ScriptEnd } from '../../infra/local/run-script.ts'
import type { Stack } from './cast.ts'

export type OwnStack = {
  /** Starts the emulator unless it runs, again with what it knew; deploys once. */
  readonly start: () => Promise<Stack>
  /** Stops it as a computer does that shuts down: SIGTERM, and its state is saved. */
  readonly stop: () => Promise<void>
  /** Stops it if need be and forgets its state. */
  readonly end: () => Promise<void>
}

export const ownStack = async (): Promise<OwnStack> => {
  const folder = mkdtempSync(join(tmpdir(), 'greffe-own-stack-'))
  const port = await findFreePort()
  const cleanUps: (() => Promise<void> | void)[] = []
  const end: ScriptEnd = {
    stopped: new Promise(() => {}),
    startServing: () => {},
    onEnd: (cleanUp) => void cleanUps.push(cleanUp),
  }
  let started: Promise<Stack> | undefined
  const stop = async (): Promise<void> => {
    started = undefined
    for (let next = cleanUps.pop(); next; next = cleanUps.pop()) await next()
  }
  const start = async (): Promise<Stack> => {
    const stateDir = join(folder, 'state')
    const { endpoint, apiUrl, outputs, mailbox } = await openLocalStack({ port, stateDir, end, print: () => {} })
    return { endpoint, apiUrl, outputs, mailbox, folder: '' }
  }
  return {
    start: () => (started ??= start()),
    stop,
    async end() {
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
