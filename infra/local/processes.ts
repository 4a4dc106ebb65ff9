import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

/** A process told apart from a later one that happens to get the same number. */
export interface ProcessMark {
  pid: number
  started: string
}

/** When a process started, in the system's own notation, or undefined if it is not there (a zombie is not there). */
export function readStart(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' ? undefined : fields[19]
  } catch {
    if (process.platform === 'linux') return undefined
  }
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined
  } catch {
    return undefined
  }
}

/** The mark of a living process. */
export function markProcess(pid: number): ProcessMark {
  return { pid, started: readStart(pid) ?? '' }
}

export function isAlive(mark: ProcessMark): boolean {
  return mark.started !== '' && readStart(mark.pid) === mark.started
}

/**
 * Asks a process to end and waits until it has; only after `patienceMs` is it ended by force.
 * @returns whether it ended by itself.
 */
export async function endProcess(mark: ProcessMark, patienceMs = 30_000): Promise<boolean> {
  if (!isAlive(mark)) return true
  signalQuietly(mark.pid, 'SIGTERM')
  const deadline = Date.now() + patienceMs
  while (isAlive(mark) && Date.now() < deadline) await pause(25)
  if (!isAlive(mark)) return true
  signalQuietly(mark.pid, 'SIGKILL')
  while (isAlive(mark)) await pause(25)
  return false
}

/** Sends a signal; a process (or, with a negative number, a group) that has already gone is no failure. */
export function signalQuietly(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It ended in between, which is what was wanted.
  }
}
