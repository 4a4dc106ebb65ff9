/**
 * The stack has one clock, and test files run side by side: whoever moves it, or has requests that must not expire while
 * somebody else does, takes it for themself.
 */
import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { until } from './people-in-town.ts'

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** Takes the file that only one can make; one that a killed run left is taken over. */
const take = (file: string): true | undefined => {
  try {
    const open = openSync(file, 'wx')
    writeSync(open, String(process.pid))
    closeSync(open)
    return true
  } catch {
    const holder = Number(readFileSync(file, { encoding: 'utf8', flag: 'a+' }))
    if (holder > 0 && !isAlive(holder)) rmSync(file, { force: true })
    return undefined
  }
}

/** Waits until nobody else moves the clock of this stack; gives what lets it go again. */
export const takeClock = async ({ endpoint }: { readonly endpoint: string }): Promise<() => void> => {
  const file = join(tmpdir(), `greffe-clock-${new URL(endpoint).port}`)
  await until('turn at the clock', async () => take(file), 120)
  return () => rmSync(file, { force: true })
}

/** Does something while nobody else moves the clock of this stack. */
export const withOwnClock = async <T>(stack: { readonly endpoint: string }, work: () => Promise<T>): Promise<T> => {
  const letGo = await takeClock(stack)
  return work().finally(letGo)
}
