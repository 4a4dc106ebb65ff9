import { spawn } from 'node:child_process'
import { createWriteStream, mkdirSync } from 'node:fs'
import { delimiter, dirname } from 'node:path'
import { inLocal, inProject, projectFolder } from './paths.ts'
import { signalQuietly } from './processes.ts'
import type { ScriptEnd } from './run-script.ts'

export interface ChildRun {
  /** Exit code; a child ended by a signal counts as 1. */
  code: number
  /** What it wrote to both outputs, when they were captured. */
  output: string
}

interface ChildOptions {
  end: ScriptEnd
  env?: NodeJS.ProcessEnv
  /**
   * Shown on the terminal as it comes, or from the end of something else on that is shown there; otherwise captured,
   * and kept in `logFile` when there is one.
   */
  shown?: boolean | { readonly after: Promise<unknown> }
  logFile?: string
  /** The project's folder, unless said. */
  cwd?: string
}

/** PATH with this project's tools, and so its own Node, first. */
export const toolPath = (): string => [inProject('node_modules/.bin'), process.env.PATH].join(delimiter)

/**
 * The environment of tools that act on the local stack. Nothing of the user's own cloud settings gets in, so a profile
 * or a region meant for a real account can never be used by mistake.
 */
export function isolatedEnvironment(extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const home = inLocal('home')
  mkdirSync(home, { recursive: true })
  return { PATH: toolPath(), HOME: home, LANG: 'C.UTF-8', ...extra }
}

/** Runs a command in a process group of its own, and ends the whole group if the script ends first. */
export function runChild(command: string, args: string[], options: ChildOptions): Promise<ChildRun> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd ?? projectFolder,
      env: options.env ?? { ...process.env, PATH: toolPath() },
      detached: true,
      stdio: options.shown === true ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
    })
    const ended = new Promise<void>((done) => child.once('close', () => done()))
    child.once('error', reject)
    if (child.pid !== undefined) {
      const group = -child.pid
      options.end.onEnd(async () => {
        if (child.exitCode !== null || child.signalCode !== null) return
        signalQuietly(group, 'SIGTERM')
        const force = setTimeout(() => signalQuietly(group, 'SIGKILL'), 10_000)
        await ended
        clearTimeout(force)
      })
    }
    let output = ''
    const collect = (chunk: Buffer): void => {
      output += chunk.toString()
    }
    child.stdout?.on('data', collect)
    child.stderr?.on('data', collect)
    if (options.logFile) {
      mkdirSync(dirname(options.logFile), { recursive: true })
      const log = createWriteStream(options.logFile)
      child.stdout?.pipe(log, { end: false })
      child.stderr?.pipe(log, { end: false })
      child.once('close', () => log.end())
    }
    const { after } = typeof options.shown === 'object' ? options.shown : {}
    const show = (): void => {
      process.stdout.write(output)
      for (const stream of [child.stdout, child.stderr])
        stream?.on('data', (chunk: Buffer) => process.stdout.write(chunk))
    }
    after?.then(show, show)
    child.once('close', (code) => resolve({ code: code ?? 1, output }))
  })
}
